// Crash kills a running bot again and again, at random points under load, and
// counts what was lost and what was repeated:
//
//	go run ./bot/bottest/crash -n 1000
//
// The bot is a process of its own with the real intake, inbox, outbox and
// sender; only the conversation is an echo, which also plans a reminder for each
// question. The fake server runs in this process and outlives it. The exit
// status is 1 if anything was lost, or repeated without a label.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"time"
)

func main() {
	if os.Getenv(childVar) != "" {
		if err := child(context.Background()); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	p := defaults()
	flag.IntVar(&p.Kills, "n", p.Kills, "how often to kill the bot")
	flag.DurationVar(&p.Life, "life", p.Life, "longest life of a bot")
	flag.DurationVar(&p.Every, "every", p.Every, "time between two messages of the bot")
	flag.DurationVar(&p.Latency, "latency", p.Latency, "of the server's answers")
	flag.Uint64Var(&p.Seed, "seed", p.Seed, "of the random points")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	began := time.Now()
	r, err := run(ctx, p)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Printf("%s\ntook      %v\n", r, time.Since(began).Round(time.Second))
	if !r.good() {
		os.Exit(1)
	}
}
