package render

import (
	"net/url"
	"slices"
	"sort"
	"strings"

	"thiduabot/bot/message"
	"thiduabot/corpus"
	"thiduabot/index"
)

// Answer returns the text of an answer as parts: the figure of the first line
// bold, the titles of sources as links. The words are those of a.Text, without
// the list of suggestions where buttons show them whole.
func Answer(a index.Answer) []message.Part {
	lines := strings.Split(strings.TrimSpace(Clean(a.Text)), "\n")
	if whole(a.Suggestions) {
		lines = slices.DeleteFunc(lines, func(l string) bool {
			said, ok := strings.CutPrefix(l, "• ")
			return ok && slices.Contains(a.Suggestions, said)
		})
	}
	links := linksOf(a)
	headline := 0
	if a.Fallback != "" && len(lines) > 1 {
		headline = 1
	}
	var parts []message.Part
	for i, line := range lines {
		if i > 0 {
			parts = append(parts, message.Part{Text: "\n"})
		}
		if i == headline && bolds(a.Kind) {
			head, rest := splitHeadline(line)
			parts = append(parts, message.Part{Text: head, Style: message.Bold})
			line = rest
		}
		parts = append(parts, linked(line, links)...)
	}
	return join(parts)
}

// MaxKey is how much of a text a button shows on a phone, in UTF-16 units, and
// MaxKeys how many suggestions become buttons.
const (
	MaxKey  = 60
	MaxKeys = 6
)

// whole reports whether buttons can show all suggestions uncut.
func whole(suggestions []string) bool {
	for _, s := range suggestions {
		if Units(s) > MaxKey {
			return false
		}
	}
	return len(suggestions) <= MaxKeys
}

func bolds(k index.Kind) bool {
	switch k {
	case index.Figure, index.Comparison, index.List, index.Due:
		return true
	}
	return false
}

// splitHeadline parts the figure from what it is a figure of.
func splitHeadline(line string) (head, rest string) {
	if i := strings.Index(line, " · "); i > 0 {
		return line[:i], line[i:]
	}
	return line, ""
}

// link is a title and where it leads.
type link struct{ title, url string }

// linksOf returns the titles of an answer's sources, the longest first.
func linksOf(a index.Answer) []link {
	seen := map[string]bool{}
	var links []link
	add := func(title, address string) {
		title = Line(title)
		if title == "" || seen[title] || !Web(address) {
			return
		}
		seen[title] = true
		links = append(links, link{title, address})
	}
	for _, list := range [][]corpus.Record{a.Records, a.Variants} {
		for _, r := range list {
			add(r.Source.Title, r.Source.URL)
		}
	}
	for _, f := range a.Articles {
		add(f.Title, f.URL)
	}
	sort.SliceStable(links, func(i, j int) bool { return len(links[i].title) > len(links[j].title) })
	return links
}

// Web reports whether address is one that a person may be sent to: http or
// https with a host.
func Web(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && u.User == nil && len(address) <= 1000
}

// linked turns the titles within a line into links.
func linked(line string, links []link) []message.Part {
	if line == "" {
		return nil
	}
	for i, l := range links {
		at := strings.Index(line, l.title)
		if at < 0 {
			continue
		}
		parts := linked(line[:at], links[i+1:])
		parts = append(parts, message.Part{Text: l.title, URL: l.url})
		return append(parts, linked(line[at+len(l.title):], links[i:])...)
	}
	return []message.Part{{Text: line}}
}

// join melts neighbours of one look into one part.
func join(parts []message.Part) []message.Part {
	var out []message.Part
	for _, p := range parts {
		if n := len(out); n > 0 && out[n-1].Style == p.Style && out[n-1].URL == p.URL {
			out[n-1].Text += p.Text
			continue
		}
		if p.Text != "" {
			out = append(out, p)
		}
	}
	return out
}
