package ingest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"

	"thiduabot/corpus"
)

// maxJSONLine is the longest line of a .jsonl that is read, in bytes.
const maxJSONLine = 4 << 20

// readJSONLines streams a .jsonl: one article a line, never more than one in
// memory.
func readJSONLines(path string, o ReadOptions, yield func(Item) bool) bool {
	f, err := os.Open(path)
	if err != nil {
		return yield(Item{File: path, Err: errors.Unwrap(err)})
	}
	defer f.Close()
	for item := range eachJSONLine(path, f, o) {
		if !yield(item) {
			return false
		}
	}
	return true
}

func jsonLines(name string, b []byte, o ReadOptions) iter.Seq[Item] {
	return eachJSONLine(name, bytes.NewReader(b), o)
}

func eachJSONLine(name string, r io.Reader, o ReadOptions) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		br := bufio.NewReaderSize(r, 64<<10)
		for n := 1; ; n++ {
			line, err := jsonLine(br)
			if len(bytes.TrimSpace(line)) == 0 && err == nil {
				continue
			}
			if errors.Is(err, io.EOF) {
				return
			}
			item := Item{File: name, Line: n}
			if err == nil {
				item.Article, err = parseJSONLine(line)
			}
			if err == nil {
				err = complete(&item, o)
			}
			item.Err = err
			if !yield(item) {
				return
			}
		}
	}
}

// errLongLine says that a line was passed over for its length.
var errLongLine = fmt.Errorf("line of more than %d MiB", maxJSONLine>>20)

// jsonLine returns the next line; io.EOF only where nothing is left.
func jsonLine(r *bufio.Reader) ([]byte, error) {
	var line []byte
	for {
		part, err := r.ReadSlice('\n')
		if len(line) <= maxJSONLine {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && len(line) == 0:
			return nil, err
		case len(line) > maxJSONLine:
			return nil, errLongLine
		default:
			return line, nil
		}
	}
}

func parseJSONLine(line []byte) (corpus.Article, error) {
	var a corpus.Article
	line = bytes.TrimPrefix(line, []byte("\ufeff"))
	if err := json.Unmarshal(line, &a); err != nil {
		return a, fmt.Errorf("not a JSON object of an article: %w", err)
	}
	a.Text = paragraphs(a.Text)
	return a, nil
}
