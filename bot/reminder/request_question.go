package reminder

import (
	"strings"

	"thiduabot/corpus/viet"
)

// asking are the words that close a question.
var asking = []string{
	"bao nhiêu", "bao giờ", "bao lâu", "gì", "nào", "mấy", "đâu", "ai", "tại sao", "vì sao", "thế nào", "sao", "phải không", "đúng không", "hay không", "không", "chưa", "hả",
}

// courteous close requests that only look like questions.
var courteous = []string{"được không", "được chứ", "nhé", "nha", "với"}

// when are the questions for a time; before anything else they name a condition
// ("khi nào có số liệu thì nhắc tôi").
var when = []string{"bao giờ", "khi nào", "lúc nào", "mấy giờ", "hôm nào", "ngày nào", "tại sao", "vì sao", "sao"}

// isQuestion reports whether the text asks about reminding, or about something
// else, instead of asking to be reminded: "ai nhắc tôi họp hôm qua", "nhắc lại
// thu ngân sách 2021 là bao nhiêu". A time speaks for a request, unless the
// question stands before the "nhắc".
func (b *builder) isQuestion() bool {
	switch {
	case b.asksAhead(), b.admonished():
		return true
	case b.hasTime():
		return b.goneBy() && b.asksAtEnd()
	}
	return b.told() || b.asksHow() || b.asksAtEnd()
}

// wantsList reports whether the text asks what there is to be reminded of: "hôm
// nay nhắc gì", "mai có nhắc việc gì không".
func (b *builder) wantsList() bool {
	if b.intent != Create {
		return false
	}
	switch task := viet.Fold(b.task()); task {
	case "gi", "nhung gi", "viec gi", "nhung viec gi", "co gi", "co gi khong", "co viec gi", "co viec gi khong":
		return b.hasTime()
	default: // "tuần này có lời nhắc nào"
		return strings.HasSuffix(task, "co loi nao") || strings.HasSuffix(task, "co nhung loi nao")
	}
}

// goneBy reports whether every day that is named is past.
func (b *builder) goneBy() bool {
	for _, d := range b.days {
		if d.Date.IsZero() || !d.Date.Before(b.today) {
			return false
		}
	}
	return len(b.days) > 0 && !b.recurring
}

// asksHow reports whether the words before "nhắc" ask what the bot can do: "làm
// sao để đặt lời nhắc", "bot có nhắc được không".
func (b *builder) asksHow() bool {
	for i := range b.trigger1 {
		if b.SeqAny(i, "làm sao", "làm thế nào", "cách", "có cách nào") > i {
			return true
		}
	}
	return b.Is(b.trigger1-1, "có") && !b.toMe && b.task() == "có"
}

// asksAhead reports whether the words before "nhắc" ask: "bao giờ bot nhắc tôi",
// "ai nhắc".
func (b *builder) asksAhead() bool {
	if b.Is(b.trigger1-1, "đã", "từng") || b.SeqAny(0, "sao", "tại sao", "vì sao") > 0 {
		return true
	}
	for i := range b.trigger1 {
		if b.Is(i, "thì", ",", ".", ":", ";") {
			return false
		}
	}
	for i := range b.trigger1 {
		if b.Is(i, "ai") && !b.Loose() {
			return true
		}
		if f, _ := b.Word(i); f == "ai" {
			return true
		}
		if j := b.SeqAny(i, when...); j > i && b.onlySubject(j, b.trigger1) {
			return true
		}
	}
	return false
}

// onlySubject reports whether tokens i..j-1 name no more than who is to remind.
func (b *builder) onlySubject(i, j int) bool {
	for ; i < j; i++ {
		if f, _ := b.Word(i); !b.Is(i, "bot", "bạn", "anh", "chị", "em", "cậu", "không") && f != "se" && f != "moi" {
			return false
		}
	}
	return true
}

// hasTime reports whether anything was read that says when.
func (b *builder) hasTime() bool {
	return len(b.days)+len(b.dates)+len(b.clocks)+len(b.offsets) > 0 || b.recurring || b.after.n > 0 || b.due || b.before || b.part != "" || b.edge != "" || b.doubt != ""
}

// admonished reports whether somebody else does the reminding: "thành phố nhắc
// nhở các xã".
func (b *builder) admonished() bool {
	return b.SeqAny(b.trigger1, "nhắc nhở") > b.trigger1 && !b.toMe && b.wordsBefore(b.trigger1)
}

// told reports whether "nhắc lại" wants something said again.
func (b *builder) told() bool {
	return b.SeqAny(b.trigger1, "nhắc lại") > b.trigger1 && !b.Is(b.trigger1+2, "việc") && (!b.toMe || b.figureWanted())
}

// figureNouns begin what "nhắc lại cho tôi" wants to be told rather than to be
// reminded of, folded. The list was chosen by hand.
var figureNouns = []string{"so", "con so", "ty le", "ti le", "chi so", "chi tieu", "muc tieu", "ket qua", "tong", "thu ngan sach", "tang truong", "grdp", "lich", "thong tin", "noi dung", "thoi han", "han"}

// figureWanted reports whether what is left of the text names a figure, or a
// period gone by.
func (b *builder) figureWanted() bool {
	task := viet.Fold(b.task()) + " "
	for _, n := range figureNouns {
		if strings.HasPrefix(task, n+" ") {
			return true
		}
	}
	for i := 0; i < b.Len(); i++ {
		if t, j := b.Period(i, b.now); j > i && !t.To.IsZero() && !t.To.After(b.now) {
			return true
		}
	}
	return false
}

// wordsBefore reports whether a word that was not read stands before token i.
func (b *builder) wordsBefore(i int) bool {
	for i--; i >= 0; i-- {
		if _, ok := b.Word(i); ok && !b.used[i] {
			return true
		}
	}
	return false
}

// asksAtEnd reports whether the text closes as a question does.
func (b *builder) asksAtEnd() bool {
	end := b.Len()
	for end > 0 && b.Is(end-1, "?", "!", ".", "ạ", "vậy", "thế", "nhỉ", "ư") {
		end--
	}
	return !b.endsIn(end, courteous) && b.endsIn(end, asking)
}

func (b *builder) endsIn(end int, phrases []string) bool {
	for _, p := range phrases {
		if n := len(strings.Fields(p)); end >= n && b.Seq(end-n, p) == end {
			return true
		}
	}
	return false
}
