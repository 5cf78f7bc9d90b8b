package viet

import "strings"

// method is a way of typing Vietnamese on a plain keyboard.
type method uint8

const (
	telex method = iota
	vni
)

// state is what has been typed of a syllable so far. A key may mean several
// things, so decoding follows several states at once.
type state struct {
	w    word
	tone Tone
	cost uint8 // unusual readings cost
	prev byte  // the key before, in lower case
	late bool  // a circumflex key came after other keys
}

// maxStates bounds the readings followed for one token.
const maxStates = 32

// maxKeys is the length of the longest token worth decoding: seven letters, a
// key for each shape, one for the tone, and corrections.
const maxKeys = 13

// decodeKeys returns the syllables that the keys may mean, best first. A token
// that types nothing but its own letters has none.
func decodeKeys(token string, m method) []state {
	if len(token) > maxKeys || len(token) < 2 {
		return nil
	}
	states := []state{{}}
	for i := range len(token) {
		var next []state
		for _, s := range states {
			next = s.step(token[i], m, next)
		}
		if states = next; len(states) == 0 {
			return nil
		}
		states = states[:min(len(states), maxStates)]
		for k := range states {
			states[k].prev = token[i] | 0x20
		}
	}
	var done []state
	for _, s := range states {
		s.closeUO()
		if s.w.valid(s.tone) && s.typed(token) {
			done = insertState(done, s)
		}
	}
	return done
}

// insertState keeps states by cost, each spelling once.
func insertState(states []state, s state) []state {
	for i, t := range states {
		if key(t.w.l[:t.w.n]) == key(s.w.l[:s.w.n]) && t.tone == s.tone {
			states[i].cost = min(t.cost, s.cost)
			return states
		}
	}
	i := len(states)
	states = append(states, s)
	for ; i > 0 && states[i-1].cost > s.cost; i-- {
		states[i] = states[i-1]
	}
	states[i] = s
	return states
}

// typed reports whether any key of the token was a mark.
func (s *state) typed(token string) bool {
	return s.tone != Ngang || s.w.n != len(token) || s.shaped()
}

func (s *state) shaped() bool {
	for _, l := range s.w.l[:s.w.n] {
		if l.shape != bare {
			return true
		}
	}
	return false
}

// text spells the syllable.
func (s *state) text() string {
	w := s.w
	w.placeTone(s.tone)
	return w.text()
}

// closeUO makes ươ of ưo: few typists give the second key.
func (s *state) closeUO() {
	for i := 0; i+1 < s.w.n; i++ {
		u, o := &s.w.l[i], &s.w.l[i+1]
		if u.base == 'u' && u.shape == horn && o.base == 'o' && o.shape == bare {
			o.shape = horn
		}
	}
}

// step adds to next every state that the key leads to.
func (s state) step(c byte, m method, next []state) []state {
	lower := c | 0x20
	isLetter := lower >= 'a' && lower <= 'z'
	if isLetter {
		t := s
		if m == telex && lower == 'o' && t.endsInO() {
			t.cost += 2 // oo is ô for nearly all
		}
		if t.w.push(letter{base: lower, upper: c != lower}) && strings.IndexByte("fjwz", lower) < 0 {
			next = append(next, t)
		}
	}
	if m == vni {
		if c >= '0' && c <= '9' {
			next = s.vniKey(c, next)
		}
		return next
	}
	if isLetter {
		next = s.telexKey(lower, c != lower, next)
	}
	return next
}

func (s *state) endsInO() bool {
	return s.w.n > 0 && s.w.l[s.w.n-1].base == 'o' && s.w.l[s.w.n-1].shape == bare
}

func (s *state) hasVowel() bool {
	for _, l := range s.w.l[:s.w.n] {
		if l.vowel() {
			return true
		}
	}
	return false
}

var telexTones = map[byte]Tone{'s': Sac, 'f': Huyen, 'r': Hoi, 'x': Nga, 'j': Nang}

// setTone gives the tone, once; a second tone key corrects the first at a cost.
func (s state) setTone(t Tone, next []state) []state {
	if !s.hasVowel() || s.tone == t {
		return next
	}
	if s.tone != Ngang {
		s.cost += 3
	}
	s.tone = t
	return append(next, s)
}

func (s state) telexKey(c byte, upper bool, next []state) []state {
	if t, ok := telexTones[c]; ok {
		return s.setTone(t, next)
	}
	switch c {
	case 'z':
		if s.tone != Ngang {
			s.tone = Ngang
			s.cost++
			next = append(next, s)
		}
	case 'd':
		next = s.shapeFirst('d', stroke, next)
	case 'a', 'e', 'o':
		next = s.shapeLast(c, circumflex, next)
		next = s.literalOO(c, next)
	case 'w':
		next = s.hook(next)
		if t := s; t.w.push(letter{base: 'u', shape: horn, upper: upper}) {
			t.cost++
			next = append(next, t)
		}
	}
	return next
}

// literalOO reads the third o of "xooong": a true oo.
func (s state) literalOO(c byte, next []state) []state {
	if c != 'o' || s.w.n == 0 {
		return next
	}
	last := &s.w.l[s.w.n-1]
	if last.base != 'o' || last.shape != circumflex {
		return next
	}
	last.shape = bare
	if s.w.push(letter{base: 'o', upper: last.upper}) {
		next = append(next, s)
	}
	return next
}

// shapeFirst shapes the first letter of the word.
func (s state) shapeFirst(base byte, sh shape, next []state) []state {
	if s.w.n == 0 || s.w.l[0].base != base || s.w.l[0].shape != bare {
		return next
	}
	s.w.l[0].shape = sh
	return append(next, s)
}

// shapeLast shapes the last letter with that base.
func (s state) shapeLast(base byte, sh shape, next []state) []state {
	for i := s.w.n - 1; i >= 0; i-- {
		l := &s.w.l[i]
		if l.base != base {
			continue
		}
		if l.shape != bare {
			return next
		}
		l.shape = sh
		s.late = s.late || sh == circumflex && s.prev != base
		return append(next, s)
	}
	return next
}

// hook reads w after its vowel: ươ for uo, ơ and ư, ă.
func (s state) hook(next []state) []state {
	next = s.hornUO(next)
	next = s.shapeLast('a', breve, next)
	next = s.shapeLast('o', horn, next)
	return s.hornU(next)
}

// hornU makes ư of a u, of the first one in "uu".
func (s state) hornU(next []state) []state {
	for i := s.w.n - 1; i >= 0; i-- {
		l := s.w.l[i]
		if l.base != 'u' || l.shape != bare || i > 0 && s.w.l[i-1].base == 'u' {
			continue
		}
		s.w.l[i].shape = horn
		return append(next, s)
	}
	return next
}

// hornUO makes ươ of uo at once.
func (s state) hornUO(next []state) []state {
	for i := s.w.n - 2; i >= 0; i-- {
		u, o := &s.w.l[i], &s.w.l[i+1]
		if u.base == 'u' && u.shape == bare && o.base == 'o' && o.shape == bare {
			u.shape, o.shape = horn, horn
			return append(next, s)
		}
	}
	return next
}

func (s state) vniKey(c byte, next []state) []state {
	switch c {
	case '0':
		if s.tone != Ngang {
			s.tone = Ngang
			s.cost++
			next = append(next, s)
		}
	case '1', '2', '3', '4', '5':
		if s.tone == Ngang {
			next = s.setTone([]Tone{Sac, Huyen, Hoi, Nga, Nang}[c-'1'], next)
		}
	case '6':
		for _, base := range []byte("aeo") {
			next = s.shapeLast(base, circumflex, next)
		}
	case '7':
		next = s.hornUO(next)
		next = s.shapeLast('o', horn, next)
		next = s.hornU(next)
	case '8':
		next = s.shapeLast('a', breve, next)
	case '9':
		next = s.shapeFirst('d', stroke, next)
	}
	return next
}
