package message

import "strings"

// Plain returns the text of the reply without styles, its table as aligned
// columns, as a terminal prints it.
func (r Reply) Plain() string {
	var b strings.Builder
	write := func(s string) {
		if s == "" {
			return
		}
		if b.Len() > 0 && !strings.HasSuffix(b.String(), "\n") && r.Table != nil {
			b.WriteByte('\n')
		}
		b.WriteString(s)
	}
	write(PlainText(r.Parts))
	if r.Table != nil {
		write(r.Table.Text(0))
	}
	write(PlainText(r.Tail))
	return b.String()
}

// Empty reports whether the reply shows nothing in the chat: it only answers a
// button or an inline query.
func (r Reply) Empty() bool {
	return len(r.Parts) == 0 && len(r.Tail) == 0 && r.Table == nil && r.Media == nil
}

// PlainText returns the text of parts without styles.
func PlainText(parts []Part) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p.Text)
	}
	return b.String()
}
