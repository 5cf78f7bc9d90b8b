package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"strings"
)

// maxLine is the longest line read from standard input, in bytes; the rest of a
// longer one is dropped.
const maxLine = 1 << 20

// eachText calls f with the text of the command line or, for "-", with each
// line of standard input before the next one is read.
func eachText(words []string, in io.Reader, f func(text string) error) error {
	if len(words) != 1 || words[0] != "-" {
		return f(strings.Join(words, " "))
	}
	r := bufio.NewReader(in)
	for {
		line, err := readLine(r)
		if errors.Is(err, io.EOF) && line == "" {
			return nil
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		if err := f(line); err != nil {
			return err
		}
	}
}

func readLine(r *bufio.Reader) (string, error) {
	var b strings.Builder
	for {
		part, err := r.ReadSlice('\n')
		if b.Len() < maxLine {
			b.Write(part)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		line := b.String()
		if err == nil && line == "\n" {
			return "", nil
		}
		return strings.TrimRight(line, "\r\n"), err
	}
}

// printJSON writes v as one line, Vietnamese letters and signs as they are.
func printJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}
