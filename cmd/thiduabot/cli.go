package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"thiduabot/corpus"
)

// cli is the command line. Field order is the order of the help text.
type cli struct {
	shared

	Ask     askCmd     `cmd:"" help:"Answer one question and end."`
	Chat    chatCmd    `cmd:"" help:"Talk in the terminal: questions, buttons, reminders, charts."`
	Serve   serveCmd   `cmd:"" help:"Run the Telegram bot and its reminders."`
	Search  searchCmd  `cmd:"" help:"Plain ranked search, best first."`
	Parse   parseCmd   `cmd:"" help:"Show what is understood of a text."`
	Extract extractCmd `cmd:"" help:"Show the records found in one article."`
	Ingest  ingestCmd  `cmd:"" help:"Take articles and records into the data folder."`
	Check   checkCmd   `cmd:"" help:"List the problems of the data, one 'file:line: problem' a line."`
	Eval    evalCmd    `cmd:"" help:"Score question files."`
	Init    initCmd    `cmd:"" help:"Make a new data folder for an office."`
	Backup  backupCmd  `cmd:"" help:"Save the state and the corpus of a data folder."`
	Restore restoreCmd `cmd:"" help:"Put a saved data folder back."`
	Version versionCmd `cmd:"" help:"Print the version."`
	Help    helpCmd    `cmd:"" help:"Print this help, or that of a command."`
}

// shared are the flags of every command.
type shared struct {
	Data      string `help:"Data folder; without it, the built-in corpus." env:"THIDUABOT_DATA" placeholder:"DIR"`
	NoBuiltin bool   `help:"Leave the built-in corpus out."`
	Home      string `help:"Home area." env:"THIDUABOT_HOME" placeholder:"AREA"`
	At        string `help:"Instant taken as now: RFC 3339, or a day." placeholder:"TIME"`
}

// streams are what a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// usageError is a wrong use of the command line: exit status 2.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// exitCode ends the program with a status without another word.
type exitCode int

func (e exitCode) Error() string { return fmt.Sprintf("exit status %d", int(e)) }

// run runs one command line and returns its exit status.
func run(ctx context.Context, args []string, in io.Reader, out, stderr io.Writer) int {
	err := dispatch(ctx, args, streams{in, out, stderr})
	var code exitCode
	var usage usageError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &code):
		return int(code)
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "thiduabot: %s (see 'thiduabot help')\n", oneLine(err))
		return 2
	default:
		fmt.Fprintf(stderr, "thiduabot: %s\n", oneLine(err))
		return 1
	}
}

func oneLine(err error) string { return strings.Join(strings.Fields(err.Error()), " ") }

func dispatch(ctx context.Context, args []string, s streams) (err error) {
	var c cli
	parser, err := newParser(&c, s)
	if err != nil {
		return err
	}
	if len(args) == 0 {
		args = []string{"help"}
	}
	defer stopAtHelp(&err)
	k, err := parser.Parse(args)
	if err != nil {
		return usageError{err}
	}
	if _, err := c.now(); err != nil {
		return usageError{err}
	}
	k.BindTo(ctx, (*context.Context)(nil))
	return k.Run(&c.shared, &s)
}

func newParser(c *cli, s streams) (*kong.Kong, error) {
	return kong.New(c,
		kong.Name("thiduabot"),
		kong.Description("Answers Vietnamese questions about emulation campaigns from published figures, finds announcements and sends reminders."),
		kong.Writers(s.out, s.err),
		kong.Exit(func(code int) { panic(exitCode(code)) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
	)
}

// stopAtHelp turns the exit that the parser asks for after --help into an error.
func stopAtHelp(err *error) {
	switch r := recover().(type) {
	case nil:
	case exitCode:
		*err = r
	default:
		panic(r)
	}
}

// now returns the instant taken as now, in the zone of the corpus.
func (s *shared) now() (time.Time, error) {
	if s.At == "" {
		return time.Now().In(corpus.Zone), nil
	}
	if day, err := time.ParseInLocation("2006-01-02", s.At, corpus.Zone); err == nil {
		return day, nil
	}
	t, err := time.Parse(time.RFC3339, s.At)
	if err != nil {
		return t, fmt.Errorf("--at %q: want a day or a time, as 2022-06-01 or 2022-06-01T08:00:00+07:00", s.At)
	}
	return t.In(corpus.Zone), nil
}

type helpCmd struct {
	Command []string `arg:"" optional:"" help:"Command to explain."`
}

// Run prints the help text of the program or of one command.
func (h *helpCmd) Run(s *streams) error {
	var c cli
	parser, err := newParser(&c, *s)
	if err != nil {
		return err
	}
	_, err = parser.Parse(append(h.Command, "--help"))
	if err != nil {
		return usageError{err}
	}
	return nil
}
