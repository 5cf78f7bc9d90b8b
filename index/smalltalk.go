package index

import (
	"strings"

	"thiduabot/index/query"
)

// examples are the questions that a greeting and a refusal without better ones
// offer.
var examples = []string{"Thu ngân sách năm 2021 đạt bao nhiêu?", "Xuất khẩu 2021 tăng bao nhiêu?", "Những chỉ tiêu nào đạt năm 2021?"}

func (d *deliberation) smalltalk() error {
	d.answer.Kind = Smalltalk
	d.answer.Suggestions = examples
	d.answer.Text = "Chào anh/chị! Tôi trả lời số liệu thi đua đã công bố, kèm nguồn; tìm bài và thông báo; nhắc việc và nhắc hạn." +
		saySuggestions("Anh/chị có thể hỏi:", examples)
	if strings.Contains(strings.ToLower(d.q.Text), "ơn") {
		d.answer.Text = "Không có gì, rất vui được giúp anh/chị."
		d.answer.Suggestions = nil
	}
	return nil
}

// reminder reads back a request to be reminded. Nothing is stored here.
func (d *deliberation) reminder() error {
	d.answer.Kind = Reminder
	d.answer.Text = "Tôi hiểu anh/chị muốn được nhắc việc. Anh/chị nói rõ việc gì và lúc nào, ví dụ: “nhắc tôi nộp báo cáo 8h sáng thứ hai hàng tuần”."
	if d.asked.ReadBack == nil {
		return nil
	}
	if said, ok := d.asked.ReadBack(d.asked.Text, d.asked.Now); ok && said != "" {
		d.answer.Text = said
	}
	return nil
}

// unnamed answers a question in which nothing is known: by what articles say,
// or not at all.
func (d *deliberation) unnamed() error {
	d.answer.Kind = Unknown
	if len(d.q.Words) == 0 && !(d.about() && strings.Contains(foldedWords(d.q.Text), " so lieu ")) {
		return d.smalltalkOrNothing()
	}
	if d.unknownPlace() {
		return nil
	}
	if d.about() {
		return d.list()
	}
	left := clipText(d.leftText(), 80)
	if left == "" {
		return d.smalltalkOrNothing()
	}
	d.answer.Text = "Tôi chưa có số liệu về “" + left + "”."
	return d.offerArticles(nearHeld)
}

// about reports whether the question names an area or a period and nothing
// else: what is known of them is listed.
func (d *deliberation) about() bool {
	return len(d.q.Left) == 0 && (len(d.q.Areas) > 0 || len(d.q.MainPeriods()) > 0) && d.q.Intent == query.None
}

func (d *deliberation) smalltalkOrNothing() error {
	d.answer.Suggestions = examples
	d.answer.Text = "Tôi chưa hiểu câu hỏi." + saySuggestions("Anh/chị có thể hỏi:", examples)
	return nil
}

// clipText cuts a text to n runes at most.
func clipText(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i] + "…"
		}
		n--
	}
	return s
}
