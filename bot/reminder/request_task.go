package reminder

import "strings"

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
		task = trimTask(strings.TrimPrefix(strings.TrimPrefix(task, "hạn "), "han "))
	}
	if task == "" && b.handIn != "" {
		return b.handIn
	}
	return task
}

// trimTask takes joining words and signs off the edges of a task.
func trimTask(s string) string {
	for {
		t := strings.Trim(s, " \t\r\n,.;:-–—!?\"“”()")
		for _, w := range []string{"là ", "la ", "rằng ", "để ", "thì ", "và ", "việc ", "về việc "} {
			t = strings.TrimPrefix(t, w)
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
