// Command thiduabot answers Vietnamese questions about emulation campaigns.
package main

func main() {}
