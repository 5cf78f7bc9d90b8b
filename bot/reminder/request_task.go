package reminder

import (
	"slices"
	"strings"

	"thiduabot/corpus/viet"
)

// task returns the words that belong to no time, as typed.
func (b *builder) task() string {
	var parts []string
	for i := 0; i < b.Len(); {
		if b.used[i] {
			i++
			continue
		}
		j := i
		for j < b.Len() && !b.used[j] {
			j++
		}
		text, _, _ := b.Text(i, j)
		if text = trimTask(text); text != "" {
			parts = append(parts, text)
		}
		i = j
	}
	task := trimTask(strings.Join(strings.Fields(strings.Join(parts, " ")), " "))
	if len(b.offsets) > 0 || b.due {
		for _, due := range []string{"tới hạn ", "toi han ", "đến hạn ", "den han ", "hạn ", "han "} {
			task = strings.TrimPrefix(task, due)
		}
		task = trimTask(task)
	}
	if task == "" && b.handIn != "" {
		return b.handIn
	}
	return task
}

// wholes are words of two syllables of which the second looks like one that
// only joins; folded. The list was chosen by hand.
var wholes = []string{"chung tu", "thu tu", "dau vao", "ra vao", "loi vao", "cong vao", "ben trong", "ca ngay", "trong ngay", "hang ngay", "thuong ngay", "gop y voi"}

func endsWhole(s string) bool {
	f := viet.Fold(s)
	return slices.ContainsFunc(wholes, func(w string) bool { return strings.HasSuffix(f, w) && len(f) > len(w) })
}

// trimTask takes joining words and signs off the edges of a task.
func trimTask(s string) string {
	for {
		t := strings.Trim(s, " \t\r\n,.;:-–—!?\"“”()")
		for _, w := range []string{"là ", "la ", "rằng ", "để ", "thì ", "và ", "việc ", "về việc "} {
			t = strings.TrimPrefix(t, w)
		}
		if endsWhole(t) {
			return t
		}
		for _, w := range []string{" vào", " lúc", " và", " thì", " là", " nhé", " nha", " ạ", " được không", " duoc khong", " được chứ", " với", " của", " ngày", " từ", " trong"} {
			t = strings.TrimSuffix(t, w)
		}
		switch t {
		case "vào", "đến", "lúc", "và", "thì", "là", "để", "nhé", "ạ", "từ", "của", "trong":
			t = ""
		}
		if t == s {
			return s
		}
		s = t
	}
}
