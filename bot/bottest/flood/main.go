// Flood sends a broadcast to many chats against a server with strict limits,
// asks questions meanwhile, and then lets many chats ask at once:
//
//	go run ./bot/bottest/flood -n 10000 -burst 2000
//
// It prints the rate, the refusals (429) and how long answers took.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
)

func main() {
	var p plan
	flag.IntVar(&p.Recipients, "n", 600, "chats that get the broadcast")
	flag.IntVar(&p.Burst, "burst", 0, "chats that ask at once afterwards, 5 questions each")
	flag.DurationVar(&p.Latency, "latency", 0, "of the server's answers")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	r, err := run(ctx, p)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(r)
}
