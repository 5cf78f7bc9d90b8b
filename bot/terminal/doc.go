// Package terminal is the adapter that runs the conversation in a terminal.
package terminal
