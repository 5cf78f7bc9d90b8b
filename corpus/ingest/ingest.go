// Package ingest brings outside formats into the data folder: files in, articles
// and records out, written so that a kill leaves each article wholly in or
// wholly out.
//
//	f, err := ingest.OpenFolder(dir)
//	err = ingest.Run(ctx, f, paths, ingest.Options{Write: true, Extract: x.Records}, report)
//
// # Design
//
// Read yields an Item for each file, or for each line of a .jsonl, and never
// holds more than one of them. Folder.Compare tells what an item would change;
// Folder.Write carries a batch of changes out through a journal: all new files
// are written aside and synced, then the journal names them, then they are moved
// into place. OpenFolder finishes or forgets what a killed process had begun.
//
// A table within a document (.docx, .html, .pdf) becomes lines of cells parted
// by bars, its heading joined to one line, so that package extract reads it as it
// reads a table in plain text; those of a PDF are found by the borders drawn on
// the page, or, without any, by what stands below each other, where that is beyond
// doubt. The sheets of a workbook (.xlsx, .csv) become an article of their rows
// in the same form; where the headings are those of records, the records are read
// from the cells, and of other sheets package extract reads what it can.
//
// # Errors
//
// A file that cannot be taken in is an Item with an Err that says why, naming
// the line where there is one; the others go in.
package ingest

import (
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"thiduabot/corpus"
)

// ErrNoDate says that neither the file nor the caller gave a date.
var ErrNoDate = errors.New("no date in the file; give one with --date")

// ErrSecret says that a document bears the stamp of a state secret.
var ErrSecret = errors.New("state secrets are not taken in")

// Item is what one file, or one line of a .jsonl, gave.
type Item struct {
	File    string
	Line    int // of a .jsonl, 1-based; 0 for a whole file
	Article corpus.Article
	Table   []corpus.Record // of a file of records
	Err     error           // why nothing can be taken in
}

// Place returns "file" or "file:line".
func (i Item) Place() string {
	if i.Line == 0 {
		return i.File
	}
	return fmt.Sprintf("%s:%d", i.File, i.Line)
}

// ReadOptions tell what a file itself does not.
type ReadOptions struct {
	// Date is taken where a file names none: 2021, 2021-12 or 2021-12-30.
	Date string
	// AskDate is asked where neither names one; nil: the file is rejected.
	AskDate func(file, title string) string
	// Undated lets articles without a date through.
	Undated bool
	// Area is that of records in a table that names none.
	Area string
	// Areas returns the areas that a title names; nil: none is known.
	Areas func(title string) []string
}

// Read yields the items of files and folders, in order of path. Folders are
// walked; hidden files and symbolic links in them are left out, the links with a
// reason.
func Read(paths []string, o ReadOptions) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for _, path := range paths {
			if !readPath(path, o, yield) {
				return
			}
		}
	}
}

func readPath(path string, o ReadOptions, yield func(Item) bool) bool {
	info, err := os.Lstat(path)
	if err != nil {
		return yield(Item{File: path, Err: errors.Unwrap(err)})
	}
	if info.Mode()&os.ModeSymlink != 0 {
		return yield(Item{File: path, Err: errors.New("symbolic link, not followed")})
	}
	if !info.IsDir() {
		return readFile(path, info.Size(), o, yield)
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return yield(Item{File: path, Err: err})
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if !readPath(filepath.Join(path, e.Name()), o, yield) {
			return false
		}
	}
	return true
}

// format reads one kind of file. It yields an item for each article.
type format struct {
	maxBytes int64 // larger files are rejected
	read     func(path string, o ReadOptions, yield func(Item) bool) bool
}

var formats = map[string]format{
	".md":    {4 << 20, whole(readMarkdown)},
	".txt":   {4 << 20, whole(readPlain)},
	".jsonl": {1 << 40, readJSONLines},
	".html":  {16 << 20, whole(readHTML)},
	".htm":   {16 << 20, whole(readHTML)},
	".docx":  {50 << 20, whole(readDocx)},
	".pdf":   {50 << 20, whole(readPDF)},
	".xlsx":  {50 << 20, whole(readXLSX)},
	".csv":   {50 << 20, whole(readCSV)},
}

// Formats returns the file endings that Read knows, sorted.
func Formats() []string {
	var names []string
	for ext := range formats {
		names = append(names, ext)
	}
	slices.Sort(names)
	return names
}

func readFile(path string, size int64, o ReadOptions, yield func(Item) bool) bool {
	f, ok := formats[strings.ToLower(filepath.Ext(path))]
	switch {
	case !ok:
		return yield(Item{File: path, Err: unknownFormat(path)})
	case size > f.maxBytes:
		return yield(Item{File: path, Err: fmt.Errorf("%d MiB is more than the %d MiB read of such a file", size>>20, f.maxBytes>>20)})
	case size == 0:
		return yield(Item{File: path, Err: errors.New("empty file")})
	}
	return f.read(path, o, yield)
}

// whole makes a format of a function that reads a file's bytes into one item.
func whole(read func(name string, b []byte) (Item, error)) func(string, ReadOptions, func(Item) bool) bool {
	return func(path string, o ReadOptions, yield func(Item) bool) bool {
		b, err := os.ReadFile(path)
		if err != nil {
			return yield(Item{File: path, Err: errors.Unwrap(err)})
		}
		return yield(readBytes(path, b, o, read))
	}
}

func unknownFormat(name string) error {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".doc", ".xls":
		return fmt.Errorf("unknown format: %w", ErrOldOffice)
	}
	return fmt.Errorf("unknown format; known are %s", strings.Join(Formats(), " "))
}

// Bytes reads one file from memory, its format told by the ending of name.
func Bytes(name string, b []byte, o ReadOptions) []Item {
	f, ok := formats[strings.ToLower(filepath.Ext(name))]
	if !ok {
		return []Item{{File: name, Err: unknownFormat(name)}}
	}
	if int64(len(b)) > f.maxBytes {
		return []Item{{File: name, Err: fmt.Errorf("%d MiB is more than the %d MiB read of such a file", len(b)>>20, f.maxBytes>>20)}}
	}
	if read, ok := inMemory[strings.ToLower(filepath.Ext(name))]; ok {
		return []Item{readBytes(name, b, o, read)}
	}
	var items []Item
	for item := range jsonLines(name, b, o) {
		items = append(items, item)
	}
	return items
}

var inMemory = map[string]func(string, []byte) (Item, error){
	".md": readMarkdown, ".txt": readPlain, ".html": readHTML, ".htm": readHTML,
	".docx": readDocx, ".pdf": readPDF, ".xlsx": readXLSX, ".csv": readCSV,
}

func readBytes(name string, b []byte, o ReadOptions, read func(string, []byte) (Item, error)) Item {
	item, err := read(name, b)
	item.File = name
	if err == nil {
		err = complete(&item, o)
	}
	item.Err = err
	return item
}

// Article checks an article that did not come from a file and completes it.
func Article(a corpus.Article) Item {
	item := Item{Article: a}
	item.Err = complete(&item, ReadOptions{})
	return item
}

// complete fills in what the file left open and refuses what may not go in.
func complete(item *Item, o ReadOptions) error {
	a := &item.Article
	for _, s := range []*string{&a.Title, &a.Text, &a.Publisher, &a.Author} {
		*s = strings.ToValidUTF8(*s, "")
	}
	a.Title = strings.Join(strings.Fields(a.Title), " ")
	if a.Title == "" {
		return errors.New("no title")
	}
	if strings.TrimSpace(a.Text) == "" && len(item.Table) == 0 {
		return errors.New("no text")
	}
	if level := secrecy(a.Title + "\n" + a.Text); level != "" {
		return fmt.Errorf("stamped %s: %w", level, ErrSecret)
	}
	if a.Date == "" {
		a.Date = o.Date
	}
	if a.Date == "" && o.AskDate != nil {
		a.Date = o.AskDate(item.File, a.Title)
	}
	if a.Date == "" && !o.Undated {
		return ErrNoDate
	}
	if _, err := corpus.ParsePeriod(a.Date); err != nil {
		return fmt.Errorf("date %q: want 2021, 2021-12 or 2021-12-30", a.Date)
	}
	if a.ID == "" {
		a.ID = NewID(*a)
	}
	o.placed(item)
	return checkID(a.ID)
}
