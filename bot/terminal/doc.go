// Package terminal is the adapter that runs the conversation in a terminal.
//
//	err := terminal.Run(ctx, terminal.Options{Bot: b, In: os.Stdin, Out: os.Stdout, Dir: "."})
//
// Buttons are numbered and pressed by typing the number; pictures and files are
// saved to a folder and their path is printed. Where the input is a terminal,
// lines are edited and earlier ones come back with the arrow keys; otherwise
// each line of the input is answered and the end of the input ends the chat.
package terminal
