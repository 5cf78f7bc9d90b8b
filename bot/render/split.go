package render

import "thiduabot/bot/message"

// Limits of one message, in UTF-16 units.
const (
	MaxText    = 4096
	MaxCaption = 1024
	MaxNotice  = 200
	maxParts   = 90 // Telegram shows about 100 entities a message
)

// Split returns the reply as messages that each keep to the limits. Buttons and
// the table go with the last one; an edit changes the first and sends the rest
// anew. A part is cut between letters, never within one.
func Split(r message.Reply) []message.Reply {
	r.Notice = Short(r.Notice, MaxNotice)
	limit := MaxText
	if r.Media != nil {
		limit = MaxCaption
	}
	tail := Units(message.PlainText(r.Tail))
	if r.Table != nil {
		tail += Units(r.Table.Text(message.PhoneColumns)) + 2
	}
	if tail > limit/2 {
		return splitTail(r, limit)
	}
	pages := pages(r.Parts, limit, limit-tail)
	if len(pages) <= 1 {
		return []message.Reply{r}
	}
	return spread(r, pages)
}

// pages lays parts into pages of limit units, the last of last units.
func pages(parts []message.Part, limit, last int) [][]message.Part {
	var all [][]message.Part
	var page []message.Part
	left := limit
	turn := func() { all, page, left = append(all, page), nil, limit }
	for _, p := range parts {
		for p.Text != "" {
			if len(page) >= maxParts {
				turn()
			}
			n := Units(p.Text)
			if n <= left {
				page, left = append(page, p), left-n
				break
			}
			if len(page) > 0 && left < 200 {
				turn()
				continue
			}
			head, rest := Cut(p.Text, left)
			if head != "" {
				page = append(page, message.Part{Text: head, Style: p.Style, URL: p.URL})
			}
			p.Text = rest
			turn()
		}
	}
	if left < limit-last {
		turn()
	}
	if len(page) > 0 || len(all) == 0 {
		all = append(all, page)
	}
	return all
}

// spread makes one reply of each page: the first keeps what the reply answers
// or edits, the last its buttons and table.
func spread(r message.Reply, pages [][]message.Part) []message.Reply {
	out := make([]message.Reply, len(pages))
	for i, parts := range pages {
		p := message.Reply{Chat: r.Chat, Parts: parts, Ephemeral: r.Ephemeral, Silent: r.Silent}
		if i == 0 {
			p.Edit, p.ReplyTo, p.Callback, p.Notice, p.Media, p.Replaces = r.Edit, r.ReplyTo, r.Callback, r.Notice, r.Media, r.Replaces
		}
		if i == len(pages)-1 {
			p.Table, p.Tail, p.Keys = r.Table, r.Tail, r.Keys
		}
		out[i] = p
	}
	return out
}

// splitTail handles the reply whose table or tail is long: the table is given
// as text, and all of it is laid into pages.
func splitTail(r message.Reply, limit int) []message.Reply {
	parts := append([]message.Part(nil), r.Parts...)
	if r.Table != nil {
		parts = append(parts, message.Part{Text: "\n"}, message.Part{Text: r.Table.Text(message.PhoneColumns), Style: message.Pre}, message.Part{Text: "\n"})
	}
	parts = append(parts, r.Tail...)
	r.Table, r.Tail = nil, nil
	all := pages(parts, limit, limit)
	if len(all) <= 1 {
		r.Parts = parts
		return []message.Reply{r}
	}
	return spread(r, all)
}
