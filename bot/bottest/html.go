package bottest

import (
	"fmt"
	"strings"
)

// taken are the tags of the HTML mode (Bot API, "HTML style").
var taken = map[string]bool{"b": true, "strong": true, "i": true, "em": true, "u": true, "ins": true, "s": true, "strike": true, "del": true,
	"tg-spoiler": true, "a": true, "code": true, "pre": true, "blockquote": true, "tg-time": true}

var named = map[string]string{"lt": "<", "gt": ">", "amp": "&", "quot": `"`}

// plainOf returns the text of an HTML message, or the error that the server
// would name: tags unknown, unclosed or crossed, an unknown entity.
func plainOf(html string) (string, error) {
	var out strings.Builder
	var open []string
	for html != "" {
		i := strings.IndexAny(html, "<&")
		if i < 0 {
			out.WriteString(html)
			break
		}
		out.WriteString(html[:i])
		var err error
		if html[i] == '&' {
			html, err = entity(&out, html[i+1:])
		} else {
			html, open, err = tag(html[i+1:], open)
		}
		if err != nil {
			return "", err
		}
	}
	if len(open) > 0 {
		return "", fmt.Errorf("can't find end tag corresponding to start tag %q", open[len(open)-1])
	}
	return out.String(), nil
}

func entity(out *strings.Builder, s string) (rest string, err error) {
	name, rest, ok := strings.Cut(s, ";")
	if text, known := named[name]; ok && known {
		out.WriteString(text)
		return rest, nil
	}
	if strings.HasPrefix(name, "#") {
		return rest, nil
	}
	out.WriteByte('&') // an unknown name stands for itself
	return s, nil
}

func tag(s string, open []string) (rest string, still []string, err error) {
	body, rest, ok := strings.Cut(s, ">")
	if !ok {
		return "", nil, fmt.Errorf("unclosed start tag")
	}
	if name, closing := strings.CutPrefix(body, "/"); closing {
		if len(open) == 0 || open[len(open)-1] != name {
			return "", nil, fmt.Errorf("unexpected end tag %q", name)
		}
		return rest, open[:len(open)-1], nil
	}
	name, _, _ := strings.Cut(body, " ")
	if !taken[name] {
		return "", nil, fmt.Errorf("unsupported start tag %q", name)
	}
	for _, o := range open {
		if o == "blockquote" && name == "blockquote" {
			return "", nil, fmt.Errorf("nested blockquote")
		}
	}
	return rest, append(open, name), nil
}
