package reminder

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// groupWords say that a reminder is for everybody in the group.
var groupWords = []string{
	"cho cả nhóm", "cho nhóm", "cả nhóm", "nhóm mình", "nhóm", "cho mọi người", "mọi người", "các đồng chí", "cho chúng tôi", "chúng tôi", "chúng mình", "chúng em",
	"các đơn vị", "các phòng ban", "các thành viên", "cả phòng", "cho cả phòng", "anh em", "cho anh em", "các anh chị", "tất cả mọi người",
}

var selfWords = []string{
	"giúp cho tôi", "giúp tôi", "giúp mình", "giúp em", "giúp anh", "giúp chị", "hộ tôi", "hộ mình", "hộ em", "hộ anh", "hộ chị", "cho tôi", "cho mình", "cho em", "cho anh",
	"cho chị", "tôi", "mình", "em", "anh", "chị", "tớ", "giùm tôi", "giùm em", "dùm tôi", "dùm em", "dùm",
}

// recognize finds the words that ask for something about reminders, takes them
// out of the task and sets the intent; it reports false if there are none.
func (b *builder) recognize() bool {
	if b.commanded() || b.movedAlone() {
		return true
	}
	found := false
	for i := 0; i < b.Len(); i++ {
		j := b.trigger(i)
		if j == i {
			continue
		}
		if !found {
			b.trigger1 = i
		}
		from, end := b.politeBefore(i), b.addressed(j)
		for k := from; k < end; k++ {
			b.call[k] = true
		}
		b.take(from, end, false)
		found = true
		i = j - 1
	}
	if found {
		b.intent = Create
		b.courtesies()
	}
	return found
}

// trigger reads "nhắc", "nhắc nhở", "đặt lời nhắc", "hẹn ... nhắc", "báo thức".
func (b *builder) trigger(i int) int {
	if b.Is(i-1, "quên") && !b.Is(i-2, "đừng", "không", "có") {
		return i // "bot quên nhắc tôi rồi"
	}
	if b.Is(i-1, "được", "bị") && !(b.Is(i-1, "được") && b.wishes(i-2)) {
		return i
	}
	if j := b.ordered(i); j > i {
		return j
	}
	if j := b.SeqAny(i, "nhớ nhắc", "nhắc nhở", "nhắc lại"); j > i {
		return j
	}
	if b.weak && b.SeqAny(i, "gọi tôi dậy", "gọi mình dậy", "gọi em dậy", "gọi anh dậy", "gọi chị dậy") > i {
		return i + 3
	}
	if j := b.opener(i); j > i {
		return j
	}
	if b.Is(i, "nhắc") && (b.Is(i+1, "tôi") || !b.Is(i+1, "đến", "tới")) {
		return i + 1
	}
	if b.weak && b.Is(i, "báo") && b.Is(i+1, "trước") {
		if _, k := b.smallNumber(i + 2); k > i+2 {
			return i + 1 // "báo trước 15 phút"
		}
	}
	if b.Is(i, "báo") && b.Is(i+1, "tôi", "mình", "em", "anh", "chị") && !b.Is(i-1, "thông", "cảnh", "nộp") && b.weak {
		return i + 1
	}
	if f, _ := b.Word(i); f == "nhac" && b.Is(i+1, "tôi", "mình", "em", "nhở") {
		return i + 1 // "nhác tôi", "nhăc tôi"
	}
	return i
}

// ordered reads "đặt lời nhắc", "tạo lịch nhắc việc", "cài nhắc nhở", "đặt báo
// thức": a verb that makes something, and the reminder to be made.
func (b *builder) ordered(i int) int {
	f, _ := b.Word(i)
	verb := b.SeqAny(i, "đặt", "hẹn", "thêm", "lập", "cài đặt")
	if f == "tao" || f == "cai" && verb == i {
		verb = i + 1
	}
	j := b.SeqAny(verb, "lời", "lịch", "giờ", "hẹn", "việc", "một", "cho tôi lời", "cho em lời")
	k := b.SeqAny(j, "nhắc nhở", "nhắc hẹn", "nhắc việc", "nhắc lịch", "nhắc", "báo thức")
	if k == j || verb == i && !b.Is(j, "báo") {
		return i
	}
	return k
}

// opener reads "hẹn 9h mai", "đừng quên 9h mai": words that ask for a reminder at
// the beginning, before a time, where no "nhắc" stands.
func (b *builder) opener(i int) int {
	if !b.weak || b.trigger1 > 0 || b.politeAhead() < i {
		return i
	}
	j := b.SeqAny(i, "đặt lịch", "đặt hẹn", "lên lịch", "hẹn lịch", "ghi lịch", "ghi nhớ", "ghi chú", "note", "hẹn", "đừng quên", "nhớ")
	if k := b.SeqAny(j, "giúp tôi", "giúp mình", "giúp em", "cho tôi", "cho em", "cho mình", "tôi", "mình"); k > j {
		j = k
	}
	if b.Is(j, ":") && j > i {
		j++
	}
	if j > i && (b.timeAt(j) || b.Is(j, "lúc", "vào", "hồi") && b.timeAt(j+1)) {
		return j
	}
	return i
}

// wishes reports whether token i is a word of wishing: "cần", "muốn", "mong".
func (b *builder) wishes(i int) bool {
	f, _ := b.Word(i)
	return f == "can" || f == "muon" || f == "mong"
}

// politeBefore steps back over "hãy", "xin", "vui lòng", "bạn có thể", "mình cần
// được" before the trigger.
func (b *builder) politeBefore(i int) int {
	for i > 0 && b.Is(i-1, "hãy", "xin", "lòng", "vui", "giúp", "nhớ", "ơi", "bot", "hộ", "cho", "nhờ", "bạn") {
		i--
	}
	for at := i; ; at = i {
		f, _ := b.Word(i - 1)
		g, _ := b.Word(i - 2)
		switch {
		case f == "the" && g == "co", b.Is(i-1, "quên") && b.Is(i-2, "đừng"):
			i -= 2
		case b.Is(i-1, "được") && b.wishes(i-2), f == "phien", f == "lieu", f == "lam" && g == "on":
			i--
		case f == "on" && g == "lam":
			i -= 2
		case b.wishes(i - 1):
			i--
		}
		if i == at {
			return i
		}
		for i > 0 && b.Is(i-1, "bot", "bạn", "anh", "chị", "em", "tôi", "mình", "tớ", "ơi", "nhờ", "xin", "cho", ",") {
			i--
		}
	}
}

func (b *builder) addressed(j int) int {
	for range 3 {
		k := b.SeqAny(j, groupWords...)
		if k > j {
			b.group, b.toMe = true, b.toMe || !b.Is(j, "các")
		} else if k = b.selfAt(j); k > j {
			b.toMe = true
		} else {
			k = b.SeqAny(j, "là", "rằng", "nhớ", "phải", "giúp", "hộ", "về việc", "về", "việc", "để")
		}
		if k == j || k > b.Len() {
			return j
		}
		j = k
	}
	return j
}

// selfAt reads the one who asks: "tôi", "giúp em", "e". Before a name it is
// somebody else, whom the task is about: "nhắc anh Tuấn họp".
func (b *builder) selfAt(i int) int {
	j := b.SeqAny(i, selfWords...)
	if f, _ := b.Word(i); j == i && (f == "a" || f == "e" || f == "c" || f == "tui") {
		j = i + 1
	}
	if j == i || j < b.Len() && b.Is(j-1, "anh", "chị", "em") && b.nameAt(j) {
		return i
	}
	return j
}

// nameAt reports whether a capital begins token i in a text that is not all in
// capitals.
func (b *builder) nameAt(i int) bool {
	word, _, _ := b.Text(i, i+1)
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) && strings.ToUpper(b.text) != b.text
}

// courtesies takes "nhé", "ạ", "bot ơi" at the edges out of the task.
func (b *builder) courtesies() {
	for i := b.Len(); i > 0; {
		j := b.politeEnd(i)
		if j == i {
			break
		}
		for i > j {
			i--
			b.used[i] = true
		}
	}
	if j := b.SeqAny(0, "đồng chí", "đ/c"); j > 0 && j < b.Len() && (b.call[j] || b.Is(j, "ơi", ",")) {
		b.take(0, j, false)
	}
	for i := 0; i < b.Len() && (b.Is(i, "bot", "ơi", "em", "anh", "chị", "này", ",", "xin", "vui", "lòng", "nhờ", "alo", "bạn") || b.used[i]) && i < 6; i++ {
		if b.Is(i, "em", "anh", "chị") && !b.Is(i+1, "ơi") {
			break
		}
		b.used[i] = true
	}
}

// closing are phrases of politeness that a request ends with.
var closing = []string{
	"được không", "được chứ", "có được không", "không", "nhé", "nha", "ạ", "với", "đi", "giúp tôi", "giúp mình", "giúp em", "giúp anh", "giúp chị", "giúp", "giùm", "dùm", "hộ tôi", "hộ mình", "hộ em", "hộ",
	"cảm ơn bot", "cảm ơn", "xin cảm ơn", "bot", "bot ơi", "!", ".", "?", ",",
}

// politeEnd returns where the politeness that ends before token end begins. A
// lone "không" is polite only where the request began as a question ("bạn có thể
// nhắc ... không").
func (b *builder) politeEnd(end int) int {
	best := end
	for _, p := range closing {
		n := len(strings.Fields(p))
		if end-n < 0 || end-n >= best || b.Seq(end-n, p) != end || end-n <= b.trigger1 {
			continue
		}
		if p == "không" && !b.offered() {
			continue
		}
		best = end - n
	}
	if best == end && b.used[end-1] && end-1 > b.trigger1 {
		best--
	}
	return best
}

// offered reports whether the request began with "có thể".
func (b *builder) offered() bool {
	for i := range b.trigger1 {
		if f, _ := b.Word(i); b.Is(i, "có") && i+1 < b.trigger1 {
			g, _ := b.Word(i + 1)
			return f == "co" && g == "the"
		}
	}
	return false
}

// commands are the beginnings of requests about reminders that exist.
var commands = []struct {
	phrase string
	intent Intent
}{
	{"xóa", Delete}, {"hủy", Delete}, {"hủy bỏ", Delete}, {"bỏ", Delete}, {"tắt", Delete}, {"đổi", Change}, {"sửa", Change}, {"dời", Change}, {"lùi", Change}, {"đẩy", Change}, {"chuyển", Change},
	{"đừng", Delete}, {"không", Delete}, {"không cần", Delete}, {"thôi", Delete}, {"thôi không", Delete}, {"khỏi", Delete}, {"khỏi cần", Delete}, {"thôi đừng", Delete}, {"tạm dừng", Pause}, {"tạm ngừng", Pause}, {"tạm hoãn", Pause}, {"dừng", Pause}, {"ngừng", Pause}, {"hoãn", Pause}, {"trì hoãn", Pause},
	{"bật lại", Resume}, {"tiếp tục", Resume}, {"bật", Resume},
	{"xem", List}, {"liệt kê", List}, {"danh sách", List}, {"cho xem", List}, {"cho tôi xem", List}, {"có những", List}, {"có", List}, {"những", List}, {"các", List},
}

// commanded reads "xóa nhắc nộp báo cáo", "xem các lời nhắc tuần này".
func (b *builder) commanded() bool {
	i := b.politeAhead()
	for _, c := range commands {
		j := b.Seq(i, c.phrase)
		if j == i {
			continue
		}
		k := b.SeqAny(j, "cho tôi", "giúp tôi", "giúp em", "cho em", "hộ tôi")
		k = b.SeqAny(k, "lại", "lùi")
		named := b.SeqAny(k, "nội dung của", "nội dung", "tên của", "tên", "việc của")
		b.renames, k = named > k && c.intent == Change, named
		k = b.SeqAny(k, "các", "những", "tất cả các", "tất cả", "hết tất cả", "hết các", "hết", "toàn bộ các", "toàn bộ", "lịch", "giờ")
		n := b.SeqAny(k, "lời nhắc nhở", "lời nhắc", "lịch nhắc", "nhắc nhở", "nhắc lại", "nhắc", "báo thức", "các lời nhắc", "việc nhắc")
		if n == k || c.intent == List && b.Is(n-1, "nhắc") && n-k == 1 && c.phrase != "xem" && c.phrase != "liệt kê" && c.phrase != "danh sách" {
			continue
		}
		b.intent = c.intent
		b.take(0, b.SeqAny(n, "về việc", "việc", "tôi", "về"), false)
		b.orderOf(n, c.phrase)
		for i := b.Len() - 1; i >= n && b.Is(i, "nữa", "đâu", "nhé", "ạ", "."); i-- {
			b.used[i] = true
		}
		b.courtesies()
		return true
	}
	return false
}

// orderOf reads what an order about a reminder, whose own words end before token
// n, wants: a length to move it by, or what it is to be changed to.
func (b *builder) orderOf(n int, verb string) {
	pause := verb == "tạm dừng" || verb == "tạm ngừng"
	if (b.intent == Change || pause || strings.HasSuffix(verb, "hoãn")) && !b.renames && b.postponed(n, pause) {
		b.intent = Change
		return
	}
	for i := n; b.intent == Change && i < b.Len(); i++ {
		if b.Is(i, "sang", "thành") {
			if b.renameAt == 0 && i > n {
				b.renameAt = i
			}
			b.used[i] = true
		}
	}
	if b.renames && b.renameAt > 0 {
		b.take(b.renameAt, b.Len(), false)
	}
}

func (b *builder) politeAhead() int {
	i := 0
	for i < b.Len() && i < 6 && b.Is(i, "bot", "ơi", "xin", "vui", "lòng", "hãy", "giúp", ",", "em", "tôi", "mình", "anh", "chị") {
		i++
	}
	return i
}
