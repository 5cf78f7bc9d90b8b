package reminder

// leftovers say how often, until when or at what hour, and never what is to be
// done. The list was chosen by hand from what the grammar of times knows.
var leftovers = []string{"nào cũng", "đến hết", "cho đến", "cho tới", "tới hết", "áp chót", "giờ này", "ngày này", "một lần"}

// residue asks about words of time that nothing has read where they stand beside
// a time that was: a request of which half is understood must not be kept.
func (b *builder) residue() {
	for i := 0; i < b.Len() && b.doubt == ""; i++ {
		if b.used[i] {
			continue
		}
		if j := b.unread(i); j > i {
			text, _, _ := b.Text(i, j)
			b.ask(askUnread(text))
		}
	}
}

// unread returns the end of words of time at i that nothing has read, i if there
// are none.
func (b *builder) unread(i int) int {
	j := b.SeqAny(i, leftovers...)
	if _, _, ok := b.Digits(i); ok && b.Is(i+1, "-") {
		if _, _, ok := b.Digits(i + 2); ok && b.closed(i+3) {
			j = i + 3 // "8h 2-12"
		}
		if j > i && j < b.Len() && b.call[j] {
			return j // "2-12 nhắc tôi 8h"
		}
	}
	if _, k := b.smallNumber(i); k > i && b.Is(k, "lần") {
		j = k + 1
	}
	if j > i && (b.ofTime(i-1) || b.ofTime(j)) {
		return j
	}
	if b.Is(i, "sáng", "trưa", "chiều", "tối") && !b.Loose() && b.ofTime(i+1) && (i == 0 || b.used[i-1]) {
		return i + 1 // "chiều tối nay"
	}
	return i
}

// closed reports whether no word of the task goes on at token i.
func (b *builder) closed(i int) bool {
	_, word := b.Word(i)
	return i >= b.Len() || b.used[i] || !word
}

// ofTime reports whether token i was read as part of a time.
func (b *builder) ofTime(i int) bool {
	_, word := b.Word(i)
	_, _, figure := b.Digits(i)
	return i >= 0 && i < b.Len() && b.used[i] && !b.call[i] && (word || figure) && !b.Is(i, "nhé", "nha", "ạ", "với", "đi")
}
