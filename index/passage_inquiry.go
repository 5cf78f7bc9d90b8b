package index

import (
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

// inquiry is what a sentence is looked for with.
type inquiry struct {
	ask      query.Ask
	text     string     // the question, spelled out
	words    []string   // those that a sentence should hold
	left     [][]string // runs that nothing else accounts for
	ordinals []ordinal  // of the session, term or congress meant
	terms    []string   // spans of years: " 2016 2021 "
	number   string     // of a document, between blanks
	head     string     // what is asked for: " khau hieu " of "khẩu hiệu … là gì"
}

// maxSought bounds the words that a sentence is looked for with.
const maxSought = 40

// Folded words of questions that a sentence need not hold: what asks, and what
// only says that something took place.
var (
	asking    = strings.Fields("khi nao ngay luc may gio bao gio o dau noi ai nhung gi the ra sao ai do la co duoc va voi tim bai noi ve hom thang thong tin dia diem")
	happening = strings.Fields("dien ra to chuc hop vao bua thuc hien trien khai")
)

// inquire reads the question as one that a sentence answers.
func (d *deliberation) inquire() *inquiry {
	in := &inquiry{ask: d.q.Ask, text: spelled(d.q.Text)}
	if d.q.Number != "" {
		in.number = foldedWords(d.q.Number)
	}
	in.ordinals = slices.DeleteFunc(ordinalsIn(strings.Fields(in.text)), func(o ordinal) bool { return o.of == "place" })
	for _, w := range withoutOrdinals(strings.Fields(spelled(strings.Join(d.q.Words, " ")))) {
		if slices.Contains(in.words, w) || d.onlyAsks(w) || in.ask != query.AskWho && slices.Contains(happening, w) ||
			in.number != "" && (w == "ban" || w == "hanh") || len(in.ordinals) > 0 && (w == "thu" || w == "lan" || w == "khoa") {
			continue
		}
		in.words = append(in.words, w)
	}
	for _, n := range d.q.Periods {
		switch n.Kind {
		case corpus.Year:
			in.words = append(in.words, n.Period.String())
		case corpus.Span:
			if strings.Contains(viet.Fold(n.Text), "nhiem ky") {
				in.terms = append(in.terms, foldedWords(strings.ReplaceAll(n.Period.String(), "/", " ")))
			}
		}
	}
	in.words = in.words[:min(len(in.words), maxSought)]
	in.head = d.headAsked(in)
	for _, l := range d.q.Left {
		if run := in.run(l.Text); len(run) > 0 {
			in.left = append(in.left, run)
		}
	}
	return in
}

// run returns the folded words of a run that nothing accounts for, without
// ordinals, question words and what is asked for itself.
func (in *inquiry) run(text string) []string {
	said := spelled(text)
	if in.head != "" {
		if _, after, ok := strings.Cut(said, in.head); ok {
			said = after
		}
	}
	words := slices.DeleteFunc(withoutOrdinals(strings.Fields(said)), func(w string) bool { return len(in.ordinals) > 0 && w == "lan" })
	if !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(asking, w) }) {
		return nil
	}
	return words
}

// askingMarked are the words of asking that others become without their marks:
// "nơi" and "nói" beside "nổi", "giờ" beside "giỏ".
var askingMarked = strings.Fields("khi nào ngày lúc mấy giờ bao ở đâu nơi nói ai những gì thế ra sao đó là có được và với tìm bài về hôm tháng thông tin địa điểm")

// onlyAsks reports whether a folded word of the question is one of asking, by its
// marks where it has any.
func (d *deliberation) onlyAsks(w string) bool {
	if !slices.Contains(asking, w) || !d.q.Marked {
		return slices.Contains(asking, w)
	}
	return !slices.ContainsFunc(query.Marked(d.q.Text), func(m string) bool {
		return m != w && viet.Fold(m) == w && !slices.Contains(askingMarked, m)
	})
}

// headAsked returns the name of what "gì" or "nào" asks for: "khó khăn" of "gặp
// khó khăn gì khi …", "khẩu hiệu" of "khẩu hiệu năm 2022 là gì".
func (d *deliberation) headAsked(in *inquiry) string {
	words := strings.Fields(in.text)
	at := slices.Index(words, "gi")
	if at < 0 {
		at = slices.Index(words, "nao")
	}
	if at < 0 {
		return ""
	}
	if at > 0 && (words[at-1] == "la" || words[at-1] == "nhung" || words[at-1] == "gom") {
		at = min(2, len(words))
		for at > 0 && !slices.Contains(in.words, words[at-1]) {
			at--
		}
	}
	from := max(0, at-2)
	for from < at && !slices.Contains(in.words, words[from]) {
		from++
	}
	if at-from < 2 {
		return ""
	}
	return " " + strings.Join(words[from:at], " ") + " "
}
