package viet

import "unicode/utf8"

// Scanner reads a text as words, digits and signs and matches the words of
// numerals, units and times in it. A text without marks is matched by its
// folded words, so one word may stand for several ("nam": năm; "sau": sáu or
// sau); a text with marks is matched exactly but for the place of the tone.
//
// Positions are indexes of tokens. A method that reads from position i returns
// the position after what it read, or i if nothing matched.
type Scanner struct {
	text  string
	toks  []scanToken
	loose bool
}

type scanKind uint8

const (
	scanWord scanKind = iota
	scanDigits
	scanSign
)

type scanToken struct {
	start, end int
	words      []string // what the token may stand for in the vocabulary
	fold       string   // words only, i for a final y after h k l m s t qu
	value      int      // digits only; -1 if there are more than 15
	kind       scanKind
	glued      bool // nothing stands between it and the token before
	fresh      bool // a line begins here
	bare       bool // a word without any mark
	upper      bool // begins with a capital
}

// NewScanner reads a text in any Unicode form.
func NewScanner(s string) *Scanner { return newScanner(s, false) }

// NewLooseScanner reads a text whose unmarked words may have lost their marks,
// although others kept theirs.
func NewLooseScanner(s string) *Scanner { return newScanner(s, true) }

func newScanner(s string, loose bool) *Scanner {
	sc := &Scanner{text: s, toks: make([]scanToken, 0, len(s)/4+4)}
	l := lexing{sc: sc, fresh: true}
	l.run()
	sc.loose = loose || l.marked*3 < l.words
	sc.resolve()
	return sc
}

// lexing is the state of one pass over the text.
type lexing struct {
	sc            *Scanner
	i             int
	glued, fresh  bool
	words, marked int
	key, fold     []byte
}

func (l *lexing) run() {
	s := l.sc.text
	for l.i < len(s) {
		r, size := utf8.DecodeRuneInString(s[l.i:])
		switch {
		case r == '\n' || r == '\r' || r == 0x2028 || r == 0x2029:
			l.i, l.glued, l.fresh = l.i+size, false, true
			continue
		case scanSpace(r):
			l.i, l.glued = l.i+size, false
			continue
		case scanInvisible(r):
			l.i += size
			continue
		}
		t := scanToken{start: l.i, glued: l.glued, fresh: l.fresh}
		l.fresh = false
		switch {
		case digitOf(r) >= 0:
			l.digits(&t)
		case scanLetter(r):
			l.word(&t)
		default:
			l.i += size
			t.end, t.kind = l.i, scanSign
			t.words = signWords(r)
		}
		l.sc.toks = append(l.sc.toks, t)
		l.glued = true
	}
}

func (l *lexing) digits(t *scanToken) {
	t.kind = scanDigits
	n := 0
	for l.i < len(l.sc.text) {
		r, size := utf8.DecodeRuneInString(l.sc.text[l.i:])
		d := digitOf(r)
		if d < 0 {
			break
		}
		if n++; n <= 15 {
			t.value = t.value*10 + d
		} else {
			t.value = -1
		}
		l.i += size
	}
	t.end = l.i
}

// word reads letters and the marks on them into the two forms that the
// vocabulary is keyed by.
func (l *lexing) word(t *scanToken) {
	s := l.sc.text
	var f wordForm
	f.key, f.fold = l.key[:0], l.fold[:0]
	first, _ := utf8.DecodeRuneInString(s[l.i:])
	t.upper = letterOf(first).upper
	for l.i < len(s) {
		r, size := utf8.DecodeRuneInString(s[l.i:])
		if !scanInvisible(r) && !f.add(r) {
			break
		}
		l.i += size
	}
	t.end = l.i
	f.finish()
	l.key, l.fold = f.key, f.fold
	t.bare = !f.marked
	l.words++
	if f.marked {
		l.marked++
	}
	if fold, ok := vocabulary.fold[string(f.fold)]; ok {
		t.fold = fold
	} else if len(f.fold) <= 24 {
		t.fold = string(f.fold)
	}
	if f.marked {
		t.words = vocabulary.exact[string(f.key)]
	}
}

// resolve looks unmarked words up, once it is known whether the text has lost
// its marks.
func (sc *Scanner) resolve() {
	table := vocabulary.plain
	if sc.loose {
		table = vocabulary.loose
	}
	for i := range sc.toks {
		if t := &sc.toks[i]; t.kind == scanWord && t.bare {
			t.words = table[t.fold]
		}
	}
}

// wordForm builds the keys of a word: key keeps shapes and the tone, wherever
// it was written; fold keeps the base letters.
type wordForm struct {
	key, fold []byte
	tone      Tone
	marked    bool
}

// add takes one more character; it reports false at one that ends the word.
func (f *wordForm) add(r rune) bool {
	if l := letterOf(r); l.base != 0 {
		f.key = append(f.key, l.base)
		if l.shape != bare {
			f.key = append(f.key, '0'+byte(l.shape))
		}
		f.fold = append(f.fold, l.base)
		f.mark(l.shape, l.tone)
		return true
	}
	if r == 'ð' || r == 'Ð' {
		f.key, f.fold, f.marked = append(f.key, 'd', '0'+byte(stroke)), append(f.fold, 'd'), true
		return true
	}
	if sh, tone, ok := combining(r); ok {
		if sh != bare {
			f.key = append(f.key, '0'+byte(sh))
		}
		f.mark(sh, tone)
		return true
	}
	if scanLetter(r) {
		f.key = utf8.AppendRune(f.key, r)
		f.fold = utf8.AppendRune(f.fold, r)
		return true
	}
	return r >= 0x300 && r <= 0x36F
}

func (f *wordForm) mark(sh shape, tone Tone) {
	if tone != Ngang {
		f.tone = tone
	}
	f.marked = f.marked || sh != bare || tone != Ngang
}

func (f *wordForm) finish() {
	n := len(f.fold)
	if n >= 2 && f.fold[n-1] == 'y' && takesEither(f.fold[:n-1]) {
		f.fold[n-1] = 'i'
		f.key[len(f.key)-1] = 'i'
	}
	if f.tone != Ngang {
		f.key = append(f.key, ' ', '0'+byte(f.tone))
	}
}

// takesEither reports whether i and y are one after the onset.
func takesEither(onset []byte) bool {
	switch string(onset) {
	case "h", "k", "l", "m", "s", "t", "qu":
		return true
	}
	return false
}

func scanSpace(r rune) bool {
	return r == ' ' || r == '\t' || r == 0xA0 || r == '\v' || r == '\f' || r == 0x85 ||
		r >= 0x2000 && r <= 0x200A || r == 0x202F || r == 0x205F || r == 0x3000
}

func scanInvisible(r rune) bool {
	return r == 0xAD || r >= 0x200B && r <= 0x200D || r == 0x2060 || r == 0xFEFF
}

func scanLetter(r rune) bool {
	return 'a' <= r|0x20 && r|0x20 <= 'z' || letterOf(r).base != 0 || r == 'ð' || r == 'Ð' ||
		r >= 0xC0 && r < 0x250 && r != 0xD7 && r != 0xF7 || r >= 0x300 && r <= 0x36F || r >= 0x1E00 && r < 0x1F00
}

// digitOf returns the value of a decimal digit, full-width ones too, or -1.
func digitOf(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r >= '０' && r <= '９':
		return int(r - '０')
	}
	return -1
}

// Len returns the number of tokens.
func (sc *Scanner) Len() int { return len(sc.toks) }

// Text returns what tokens i..j-1 cover in the text as given, with its byte
// offsets; i must be less than j.
func (sc *Scanner) Text(i, j int) (text string, start, end int) {
	start, end = sc.toks[i].start, sc.toks[j-1].end
	return sc.text[start:end], start, end
}

// Is reports whether token i may stand for one of the words.
func (sc *Scanner) Is(i int, words ...string) bool {
	if i < 0 || i >= len(sc.toks) {
		return false
	}
	for _, w := range sc.toks[i].words {
		for _, v := range words {
			if w == v {
				return true
			}
		}
	}
	return false
}

// Seq reads a phrase: vocabulary words and signs parted by single spaces.
func (sc *Scanner) Seq(i int, phrase string) int {
	j := i
	for from := 0; from <= len(phrase); j++ {
		to := from
		for to < len(phrase) && phrase[to] != ' ' {
			to++
		}
		if !sc.Is(j, phrase[from:to]) || j > i && sc.toks[j].fresh {
			return i
		}
		from = to + 1
	}
	return j
}

// SeqAny reads the first of the phrases that matches.
func (sc *Scanner) SeqAny(i int, phrases ...string) int {
	for _, p := range phrases {
		if j := sc.Seq(i, p); j > i {
			return j
		}
	}
	return i
}

// Loose reports whether unmarked words are matched by their folded form.
func (sc *Scanner) Loose() bool { return sc.loose }

// Word reports whether token i is a word, and returns its folded form.
func (sc *Scanner) Word(i int) (fold string, ok bool) {
	if i < 0 || i >= len(sc.toks) || sc.toks[i].kind != scanWord {
		return "", false
	}
	return sc.toks[i].fold, true
}

// Digits returns the value of a run of digits and its length.
func (sc *Scanner) Digits(i int) (value, length int, ok bool) {
	if i < 0 || i >= len(sc.toks) || sc.toks[i].kind != scanDigits || sc.toks[i].value < 0 {
		return 0, 0, false
	}
	t := sc.toks[i]
	return t.value, runeLen(sc.text[t.start:t.end]), true
}

func runeLen(s string) int { return utf8.RuneCountInString(s) }

// sign reports whether token i is the given sign, glued to the token before.
func (sc *Scanner) gluedSign(i int, signs ...string) bool {
	return sc.Is(i, signs...) && sc.toks[i].glued && sc.toks[i].kind == scanSign
}

// gluedDigits reports whether token i is digits that follow without a space.
func (sc *Scanner) gluedDigits(i int) bool {
	return i < len(sc.toks) && i >= 0 && sc.toks[i].kind == scanDigits && sc.toks[i].glued
}

// fresh reports whether a line begins at token i, or the text ends there.
func (sc *Scanner) fresh(i int) bool { return i >= len(sc.toks) || sc.toks[i].fresh }
