package extract

import "strings"

// A span is a stretch of bytes of the text.
type span struct{ from, to int }

// paragraphs cuts a text at its empty lines; a text without any is cut at every
// line end. Spans hold no blanks at their ends.
func paragraphs(text string) []span {
	var out []span
	add := func(from, to int) {
		for from < to && isBlank(text[from]) {
			from++
		}
		for to > from && isBlank(text[to-1]) {
			to--
		}
		if to > from {
			out = append(out, span{from, to})
		}
	}
	lines := !hasEmptyLine(text)
	from, blank := 0, false
	for i := 0; i < len(text); i++ {
		if text[i] != '\n' {
			blank = blank && isBlank(text[i])
			continue
		}
		if blank || lines {
			add(from, i)
			from = i
		}
		blank = true
	}
	add(from, len(text))
	return out
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

func hasEmptyLine(text string) bool {
	t := strings.TrimSpace(text)
	for i := 0; i < len(t); i++ {
		if t[i] != '\n' {
			continue
		}
		for i+1 < len(t) && (t[i+1] == ' ' || t[i+1] == '\t' || t[i+1] == '\r') {
			i++
		}
		if i+1 < len(t) && t[i+1] == '\n' {
			return true
		}
	}
	return false
}

// sentences cuts tokens into sentences: at . ! ? … before a new beginning, and
// at line ends where a new line begins an item of its own.
func sentences(text string, toks []token) [][]token {
	var out [][]token
	from := 0
	for i := range toks {
		if i > from && lineBreak(text, toks, i) || i > from && stop(toks, i-1) {
			out = append(out, toks[from:i])
			from = i
		}
	}
	if from < len(toks) {
		out = append(out, toks[from:])
	}
	return out
}

// stop reports whether token i ends a sentence, given that one more follows.
func stop(toks []token, i int) bool {
	t := &toks[i]
	if t.kind != signToken {
		return false
	}
	next := &toks[i+1]
	switch t.word {
	case "!", "?", "…":
		return !next.glued || next.upper
	case ".":
	default:
		return false
	}
	if i > 0 && abbreviated(&toks[i-1]) {
		return false
	}
	if i > 0 && toks[i-1].kind == numberToken && i == 1 {
		return false // "1. Về kinh tế"
	}
	if next.glued {
		return next.kind == wordToken && next.upper
	}
	return next.upper || next.kind != wordToken
}

// abbreviated reports whether the word before a full stop is an abbreviation.
func abbreviated(t *token) bool {
	switch t.word {
	case "tp", "ts", "ths", "pgs", "gs", "tx", "tt", "ubnd", "hđnd", "q", "p", "h", "x", "đ", "tr", "st", "ng":
		return t.kind == wordToken && (t.word != "đ" && t.word != "tr" && t.word != "ubnd" && t.word != "hđnd")
	}
	return t.kind == wordToken && t.upper && t.end-t.start == 1
}

// lineBreak reports whether a new item begins at token i on a new line.
func lineBreak(text string, toks []token, i int) bool {
	gap := text[toks[i-1].end:toks[i].start]
	if strings.IndexByte(gap, '\n') < 0 {
		return false
	}
	t, last := &toks[i], &toks[i-1]
	if t.kind == signToken && t.word != "(" && t.word != "," && t.word != "%" && i+1 < len(toks) && toks[i+1].kind == wordToken && toks[i+1].upper {
		return true // "✅ Thu ngân sách"
	}
	if t.word == "-" || t.word == "•" || t.word == "|" || t.upper || last.word == "|" {
		return true
	}
	return last.kind == signToken && strings.Contains(".;:!?", last.word) || t.kind == numberToken && i+1 < len(toks) && (toks[i+1].word == "." || toks[i+1].word == ")")
}
