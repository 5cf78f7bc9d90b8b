package render

import (
	"strings"
	"unicode"

	"thiduabot/bot/message"
	"thiduabot/corpus/viet"
)

// Mark returns text as parts in which the words of query are bold. Words are
// matched without marks and case; words of one letter are left alone.
func Mark(text, query string) []message.Part {
	want := map[string]bool{}
	for _, w := range words(query) {
		if f := viet.Fold(query[w.from:w.to]); len(f) > 1 {
			want[f] = true
		}
	}
	var parts []message.Part
	add := func(s string, style message.Style) {
		if s == "" {
			return
		}
		if n := len(parts); n > 0 && parts[n-1].Style == style {
			parts[n-1].Text += s
			return
		}
		parts = append(parts, message.Part{Text: s, Style: style})
	}
	last := 0
	for _, w := range words(text) {
		if !want[viet.Fold(text[w.from:w.to])] {
			continue
		}
		between := text[last:w.from]
		if strings.TrimSpace(between) == "" && len(parts) > 0 {
			add(between, message.Bold)
		} else {
			add(between, message.Plain)
		}
		add(text[w.from:w.to], message.Bold)
		last = w.to
	}
	add(text[last:], message.Plain)
	return parts
}

type span struct{ from, to int }

// words returns the runs of letters, digits and marks of s.
func words(s string) []span {
	var out []span
	from := -1
	for i, r := range s {
		inside := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
		if inside && from < 0 {
			from = i
		}
		if !inside && from >= 0 {
			out, from = append(out, span{from, i}), -1
		}
	}
	if from >= 0 {
		out = append(out, span{from, len(s)})
	}
	return out
}
