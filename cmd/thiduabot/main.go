// Command thiduabot answers Vietnamese questions about emulation campaigns from
// published figures and articles, in a terminal and on Telegram, and reminds of
// deadlines.
//
//	thiduabot ask "thu ngân sách 2021"
//	thiduabot chat
//	thiduabot --data /var/lib/thiduabot serve
//
// This package wires the others together and holds no decision of its own: each
// command stands in a file of its name.
//
// # Exit status
//
// 0: done, an honest "no figure" included. 1: something the user can put right,
// said in one line on standard error. 2: wrong usage.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	_ "time/tzdata"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
