package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"thiduabot/corpus"
	"thiduabot/corpus/extract"
	"thiduabot/corpus/ingest"
	"thiduabot/index"
)

type ingestCmd struct {
	Write     bool     `help:"Carry the changes out; without it they are only shown."`
	NoRecords bool     `help:"Take in the articles only, not their figures."`
	Date      string   `help:"Date of files that name none: 2021, 2021-12 or 2021-12-30."`
	Paths     []string `arg:"" help:"Files, folders, a .jsonl of articles, or an .ics of deadlines."`
}

// checkUse refuses a date that no article can have, and to write into nowhere.
func (c *ingestCmd) checkUse(sh *shared) error {
	if c.Write && sh.Data == "" {
		return errors.New("ingest --write needs --data DIR, the folder to take the articles into")
	}
	if p, err := corpus.ParsePeriod(c.Date); err != nil || !p.IsZero() && p.Kind != corpus.Year && p.Kind != corpus.Month && p.Kind != corpus.Day {
		return fmt.Errorf("--date %q: want 2021, 2021-12 or 2021-12-30", c.Date)
	}
	return nil
}

// Run shows what taking the files in would change and, with --write, does it.
func (c *ingestCmd) Run(ctx context.Context, sh *shared, s *streams) error {
	if err := c.checkUse(sh); err != nil {
		return usageError{err}
	}
	due, paths := calendars(c.Paths)
	if len(due) > 0 {
		if err := takeCalendars(sh.Data, due, c.Write, s.out); len(paths) == 0 {
			return err
		}
	}
	f, tables, err := c.open(sh)
	if err != nil {
		return err
	}
	defer f.Close()
	t := &tally{out: s.out, bar: progress(s.err)}
	items := ingest.Read(paths, ingest.ReadOptions{Date: c.Date, AskDate: askDate(s), Area: tables.Home, Areas: tables.AreasIn})
	options := ingest.Options{Write: c.Write, Wrote: func(ids []string) error { return index.Touch(sh.Data, ids) }}
	if !c.NoRecords {
		options.Records = bySurety(extract.New(tables))
	}
	if err := ingest.Run(ctx, f, items, options, t.add); err != nil {
		return err
	}
	return t.end(c.Write)
}

// open opens the data folder with its tables; to look only, it need not be there.
func (c *ingestCmd) open(sh *shared) (*ingest.Folder, *corpus.Corpus, error) {
	open := ingest.LookFolder
	if c.Write {
		open = ingest.OpenFolder
	}
	f, err := open(sh.Data)
	if err != nil {
		return nil, nil, err
	}
	if _, err := os.Stat(sh.Data); errors.Is(err, fs.ErrNotExist) {
		return f, sh.base(), nil
	}
	tables, err := sh.tables()
	return f, tables, err
}

// askDate asks for the date of an article where standard input is a terminal.
func askDate(s *streams) func(file, title string) string {
	in, ok := s.in.(*os.File)
	if !ok || !term.IsTerminal(int(in.Fd())) {
		return nil
	}
	r := bufio.NewReader(in)
	return func(file, title string) string {
		fmt.Fprintf(s.err, "%s: %s\n  date (2021, 2021-12 or 2021-12-30; empty to skip): ", file, title)
		line, _ := r.ReadString('\n')
		return strings.TrimSpace(line)
	}
}

// progress returns a bar on a terminal and nothing elsewhere.
func progress(w io.Writer) *progressbar.ProgressBar {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	return progressbar.NewOptions64(-1, progressbar.OptionSetWriter(w), progressbar.OptionShowCount(), progressbar.OptionSetDescription("articles"), progressbar.OptionClearOnFinish())
}

// maxListed is how many articles are listed one by one; of more only the count
// is told, and all that are refused.
const maxListed = 200

// tally prints the changes as they come and counts them.
type tally struct {
	out     io.Writer
	bar     *progressbar.ProgressBar
	count   map[ingest.State]int
	records int
	doubted int
}

func (t *tally) add(c ingest.Change) {
	if t.count == nil {
		t.count = map[ingest.State]int{}
	}
	t.count[c.State]++
	t.records += len(c.Records)
	t.doubted += len(c.Doubted)
	if t.bar != nil {
		_ = t.bar.Add(1) // a bar that cannot be drawn is no failure
	}
	if c.Err != nil {
		fmt.Fprintf(t.out, "%s: %s: %v\n", c.Place(), c.State, c.Err)
		return
	}
	if t.total() > maxListed {
		return
	}
	fmt.Fprintf(t.out, "%s: %s %s: %s, %d records\n", c.Place(), c.State, c.Article.ID, c.Article.Title, len(c.Records))
	for _, r := range c.Doubted {
		fmt.Fprintf(t.out, "%s: doubted, not taken in: %s: %s\n", c.Place(), describe(r), r.Doubt)
	}
}

func (t *tally) total() int {
	n := 0
	for _, k := range t.count {
		n += k
	}
	return n
}

func (t *tally) end(wrote bool) error {
	if t.bar != nil {
		_ = t.bar.Finish()
	}
	fmt.Fprintf(t.out, "%d new, %d changed, %d equal, %d conflicting, %d rejected; %d records, %d doubted",
		t.count[ingest.New], t.count[ingest.Changed], t.count[ingest.Equal], t.count[ingest.Conflicting], t.count[ingest.Rejected], t.records, t.doubted)
	if !wrote {
		fmt.Fprint(t.out, " (nothing written; add --write to carry this out)")
	}
	fmt.Fprintln(t.out)
	switch left := t.count[ingest.Rejected] + t.count[ingest.Conflicting]; left {
	case 0:
		return nil
	case t.total():
		return errNothingTaken
	default:
		return fmt.Errorf("%d of %d could not be taken in; the others were not held up", left, t.total())
	}
}

// bySurety returns a function that finds the records of an article, parted into
// those without and those with a doubt.
func bySurety(x *extract.Extractor) func(corpus.Article) (sure, doubted []corpus.Record) {
	return func(a corpus.Article) (sure, doubted []corpus.Record) {
		for _, c := range x.Records(a) {
			if c.Doubt == "" {
				sure = append(sure, c.Record)
			} else {
				doubted = append(doubted, c.Record)
			}
		}
		return sure, doubted
	}
}
