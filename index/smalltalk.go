package index

import (
	"regexp"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
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

// calendarAsked is how the day or the hour itself is asked for, folded.
var calendarAsked = regexp.MustCompile(`^ ?(?:cho (?:toi |em )?hoi )?(hom nay|ngay mai|mai|hom qua|bay gio|gio)(?: dang)?(?: la)? (?:thu may|ngay (?:may|bao nhieu|gi|nao|bao nhieu thang may)|may gio)(?: (?:roi|a|nhi|vay|the|ha))*\W*$`)

// calendar answers a question for today's date or the hour. It reports false for
// any other.
func (d *deliberation) calendar() bool {
	if len(d.q.Indicators)+len(d.q.Areas) > 0 {
		return false
	}
	m := calendarAsked.FindStringSubmatch(strings.TrimSpace(viet.Fold(d.q.Text)))
	if m == nil {
		return false
	}
	now := d.asked.Now.In(corpus.Zone)
	d.answer.Kind = Smalltalk
	switch m[1] {
	case "bay gio", "gio":
		d.answer.Text = sayClock(now)
	case "mai", "ngay mai":
		d.answer.Text = sayCalendar("Ngày mai", now.AddDate(0, 0, 1))
	case "hom qua":
		d.answer.Text = sayCalendar("Hôm qua", now.AddDate(0, 0, -1))
	default:
		d.answer.Text = sayCalendar("Hôm nay", now)
	}
	return true
}

// turning are the folded words typed for a button below an answer.
var turning = []string{"trang sau", "trang truoc", "trang tiep", "trang tiep theo", "xem them", "xem tiep", "tiep theo", "them nua"}

// turns answers words typed for a button where no list stands open.
func (d *deliberation) turns() bool {
	if !slices.Contains(turning, strings.TrimSpace(d.said())) {
		return false
	}
	d.answer.Kind, d.answer.Text = Smalltalk, sayNoPage
	return true
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

// toldMe is how one asks to be told at a time without the word for reminding,
// folded: "9h mai báo tôi họp".
var toldMe = regexp.MustCompile(` bao (?:cho )?(?:toi|minh|em|anh|chi) `)

// unremind takes a text with "nhắc" that asks for no reminder as the question it
// is: "nhắc lại thu ngân sách 2021 là bao nhiêu".
func (d *deliberation) unremind() {
	if d.q.Intent != query.Remind && d.asked.ReadBack != nil && toldMe.MatchString(d.said()) {
		if _, ok := d.asked.ReadBack(d.asked.Text, d.asked.Now); ok {
			d.q.Intent = query.Remind
		}
		return
	}
	if d.q.Intent != query.Remind || d.asked.ReadBack == nil {
		return
	}
	if _, ok := d.asked.ReadBack(d.asked.Text, d.asked.Now); ok {
		return
	}
	d.q.Intent = query.None
	if len(d.q.Indicators) > 0 {
		d.q.Intent = query.Value
	}
}

// unnamed answers a question in which nothing is known: by what articles say,
// or not at all.
func (d *deliberation) unnamed() error {
	d.answer.Kind = Unknown
	text := d.said()
	switch {
	case d.unknownPlace():
		return nil
	case len(d.q.Left) == 0 && (strings.Contains(text, " so sanh ") || strings.Contains(text, " so voi ")):
		d.answer.Suggestions = examples[:2]
		d.answer.Text = "Anh/chị muốn so sánh chỉ tiêu nào?" + saySuggestions("Ví dụ:", examples[:2])
		return nil
	case d.about():
		return d.list()
	}
	left := clipText(d.leftText(), 80)
	if len(d.q.Words) == 0 || left == "" {
		return d.smalltalkOrNothing()
	}
	d.answer.Text = "Tôi chưa có số liệu về “" + clipText(d.aboutText(), 80) + "”."
	return d.offerArticles(nearHeld)
}

// about reports whether the question names an area or a period and nothing
// else: what is known of them is listed.
func (d *deliberation) about() bool {
	if len(d.q.Left) > 0 || d.q.Intent != query.None || d.q.Measure == query.PlanPct {
		return false
	}
	p := d.q.MainPeriods()
	if len(d.q.Words) == 0 && len(d.q.Areas) == 0 && !strings.Contains(d.said(), " so lieu ") {
		return false // a year alone asks for nothing
	}
	return len(p) > 0 && p[0].Kind != corpus.Day && p[0].Kind != corpus.Month || len(p) == 0 && len(d.q.Areas) > 0
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
