package reminder

import (
	"iter"
	"strings"
	"sync"
	"time"

	"thiduabot/corpus/viet"
)

// timeWords are the words whose typing slips are mended in a request. The list was
// chosen by hand from the grammar of times: words of three letters and more, for
// a slip in a shorter one leaves too little.
const timeWords = "nhắc thứ hai nhật chủ bảy sáu ngày mai kia hôm nay tuần tháng quý sáng trưa chiều tối đêm giờ phút tiếng hàng hằng mỗi cuối đầu lần trước hạn nửa nữa lúc trong " +
	"năm sau mùng đến định tới"

// words is the vocabulary of the mender.
type words struct {
	marked  map[string]string // folded -> with marks
	whole   map[string]bool   // with marks
	speller *viet.Speller
}

var mended = sync.OnceValue(func() words {
	w := words{marked: map[string]string{}, whole: map[string]bool{}}
	for m := range strings.FieldsSeq(timeWords) {
		w.whole[m] = true
		if f := viet.Fold(m); w.marked[f] == "" {
			w.marked[f] = m
		}
	}
	var seq iter.Seq2[string, float64] = func(yield func(string, float64) bool) {
		for f := range w.marked {
			if !yield(f, 1) {
				return
			}
		}
	}
	w.speller = viet.NewSpeller(seq)
	return w
})

// Bounds of mending: longer requests are left as they are, and no more words of
// one are tried.
const (
	maxMended = 300 // bytes
	maxTries  = 24
)

// read reads a request; ok is false if it asks for nothing about reminders. Words
// that are no Vietnamese, or stand together as no Vietnamese words do, are tried
// as slips of a word of time: such a reading counts only if the word is then part
// of the time, and the likeliest slip alone.
func read(text string, now time.Time, cal Calendar) (*builder, bool) {
	b, ok := scanned(text, now, cal)
	if len(text) > maxMended {
		return b, ok
	}
	tries := maxTries
	for i := 0; i < b.Len() && tries > 0; i++ {
		if b.used[i] && ok {
			continue
		}
		for _, slip := range b.slips(i) {
			tries--
			if c, done := b.mend(i, slip, ok); done {
				b, ok = c, true
				break
			}
		}
	}
	return b, ok
}

func scanned(text string, now time.Time, cal Calendar) (*builder, bool) {
	b := newBuilder(text, now, cal)
	ok := b.recognize()
	b.scan()
	if !ok {
		w := newBuilder(text, now, cal)
		w.weak = true
		if w.recognize(); w.intent == Create {
			w.scan()
			if w.hasTime() && (w.request().Clarify == "" || w.gone && len(w.clocks) > 0) {
				return scannedWeak(text, now, cal)
			}
		}
	}
	return b, ok
}

// scannedWeak reads a text in which "báo tôi" asks to be reminded.
func scannedWeak(text string, now time.Time, cal Calendar) (*builder, bool) {
	b := newBuilder(text, now, cal)
	b.weak = true
	ok := b.recognize()
	b.scan()
	return b, ok
}

// mend reads the text with another word for token i; it reports whether that word
// is then part of a time, or the "nhắc" that was missing.
func (b *builder) mend(i int, word string, asked bool) (*builder, bool) {
	_, start, end := b.Text(i, i+1)
	c, ok := scanned(b.text[:start]+word+b.text[end:], b.now, b.cal)
	switch {
	case !ok || c.intent != Create && c.intent != Change:
		return nil, false
	case viet.Fold(word) == "nhac":
		return c, !asked && c.trigger1 == i && c.hasTime()
	}
	n := len(strings.Fields(word))
	for k := i; k < i+n; k++ {
		if k >= c.Len() || !c.used[k] {
			return nil, false
		}
	}
	return c, asked && (n > 1 || c.timeBeside(i)) && (c.clear() || !b.clear())
}

// clear reports whether the request leaves nothing to ask.
func (b *builder) clear() bool {
	c, ok := scanned(b.text, b.now, b.cal)
	return ok && c.request().Clarify == ""
}

// timeBeside reports whether a word beside token i belongs to a time: a lone
// "chiếu" at the end is no "chiều".
func (b *builder) timeBeside(i int) bool {
	for _, k := range [...]int{i - 1, i + 1} {
		if k >= 0 && k < b.Len() && b.used[k] && !b.call[k] && !b.Is(k, "nhé", "nha", "ạ", ",", ".", "!", "?", "với", "đi") {
			return true
		}
	}
	return false
}

// slips returns the words of time that token i may be a slip of, likeliest first.
func (b *builder) slips(i int) []string {
	folded, ok := b.Word(i)
	if !ok || len(folded) < 3 || len(folded) > 9 {
		return nil
	}
	typed, _, _ := b.Text(i, i+1)
	typed = strings.ToLower(viet.Normalize(typed))
	foreign := b.foreign(i, typed, folded)
	if !foreign && (mended().whole[typed] && viet.HasMarks(b.text) || !b.strange(i, typed, folded)) {
		return nil
	}
	w := mended()
	if m := w.marked[folded]; m != "" && m != typed && viet.HasMarks(b.text) {
		if partDefault[m] != (TimeOfDay{}) && !b.partPlace(i) {
			return nil // "chuyển sang thứ tư", "máy chiếu 9h"
		}
		return []string{m}
	}
	var swapped, near []string
	for _, c := range w.speller.Candidates(folded) {
		switch {
		case anagrams(c.Term, folded) && c.Cost > 0:
			swapped = append(swapped, b.spelled(c.Term))
		case foreign && c.Cost > 0 && (c.Cost < 1 || len(c.Term) > 3):
			near = append(near, b.spelled(c.Term))
		}
	}
	if !foreign {
		return swapped
	}
	if decoded, ok := viet.Decode(typed); ok {
		near = append([]string{decoded}, near...)
	}
	if two, ok := b.glued(folded); ok {
		near = append(near, two)
	}
	return append(swapped, near...)
}

// partPlace reports whether token i stands where only a part of the day does:
// before "mai", or behind an hour.
func (b *builder) partPlace(i int) bool {
	if b.Is(i+1, "mai", "nay") {
		return true
	}
	for k := max(0, i-4); k < i; k++ {
		if c, e := b.Clock(k); e == i && c.Named {
			return true
		}
	}
	return false
}

// spelled returns a word of time as the text writes: with its marks or without.
func (b *builder) spelled(folded string) string {
	if viet.HasMarks(b.text) {
		return mended().marked[folded]
	}
	return folded
}

// foreign reports whether a token is no Vietnamese syllable.
func (b *builder) foreign(i int, typed, folded string) bool {
	if viet.HasMarks(typed) {
		return !viet.InUse(typed)
	}
	return len(viet.Candidates(folded)) == 0
}

// strange reports whether a token stands beside no word that it is known to stand
// beside.
func (b *builder) strange(i int, typed, folded string) bool {
	bare := !viet.HasMarks(b.text)
	for _, k := range [...]int{i - 1, i + 1} {
		other, ok := b.Word(k)
		if !ok {
			continue
		}
		if !bare {
			other, _, _ = b.Text(k, k+1)
			other = strings.ToLower(viet.Normalize(other))
			folded = typed
		}
		if k < i && viet.Follows(other, folded, bare) || k > i && viet.Follows(folded, other, bare) {
			return false
		}
	}
	return true
}

// glued parts two words of time written as one: "hangtuan", "ngaymai".
func (b *builder) glued(folded string) (string, bool) {
	w := mended()
	for n := 2; n <= len(folded)-2; n++ {
		if first, second := folded[:n], folded[n:]; w.marked[first] != "" && w.marked[second] != "" {
			return b.spelled(first) + " " + b.spelled(second), true
		}
	}
	return "", false
}

func anagrams(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	var count [256]int
	for i := range len(a) {
		count[a[i]]++
		count[b[i]]--
	}
	return count == [256]int{}
}
