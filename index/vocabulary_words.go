package index

import (
	"sync"

	"thiduabot/index/analysis"
)

// wordList knows the words of a view's texts, numbers left out, and in how many
// documents each is. It is read from the dictionaries when it is first needed.
type wordList struct {
	once  sync.Once
	df    map[string]uint32
	total float64
	err   error
}

// load reads the list once.
func (w *wordList) load(v *view) error {
	w.once.Do(func() {
		w.df = map[string]uint32{}
		for _, p := range v.parts {
			if w.err = w.read(p.lookup()); w.err != nil {
				return
			}
		}
	})
	return w.err
}

func (w *wordList) read(l *lookup) error {
	d, err := l.dict(analysis.Once)
	if err != nil {
		return err
	}
	it := d.AutomatonIterator(nil, []byte("a"), nil) // numbers sort before letters
	for {
		e, err := it.Next()
		if err != nil || e == nil {
			return err
		}
		w.df[e.Term] += uint32(e.Count)
		w.total += float64(e.Count)
	}
}

func (w *wordList) has(folded string) bool { return w.df[folded] > 0 }

// share is the part that a word has of all words, never 0.
func (w *wordList) share(folded string) float64 {
	return (float64(w.df[folded]) + 1e-3) / (w.total + 1)
}

// near calls f for every word of the list that is one slip of a finger away: a
// letter too many or too few, another one, or two exchanged.
func (w *wordList) near(folded string, f func(string)) {
	n := len(folded)
	if n < 2 || n > 16 {
		return
	}
	var buf [24]byte
	try := func(b []byte) {
		if w.df[string(b)] > 0 && string(b) != folded {
			f(string(b))
		}
	}
	for i := range n {
		try(append(append(buf[:0], folded[:i]...), folded[i+1:]...))
		if i+1 < n {
			try(append(append(buf[:0], folded[:i]...), folded[i+1:i+2]+folded[i:i+1]+folded[i+2:]...))
		}
	}
	for c := byte('a'); c <= 'z'; c++ {
		for i := range n + 1 {
			try(append(append(append(buf[:0], folded[:i]...), c), folded[i:]...))
			if i < n {
				try(append(append(append(buf[:0], folded[:i]...), c), folded[i+1:]...))
			}
		}
	}
}
