package corpus

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"thiduabot/corpus/viet"
)

// AreasIn returns the table names of the areas that a text names in full, with
// their kind ("huyện Đông Khê", in any case), in the order of the table. An area
// is left out where the text also names one within it: "tỉnh … huyện …" speaks
// of the district.
func (c *Corpus) AreasIn(text string) []string {
	text = strings.ToLower(viet.Normalize(text))
	found := map[string]bool{}
	for _, n := range c.lookup().inFull {
		if rest, ok := cutWords(text, n.text); ok {
			text, found[c.Areas[n.area].Name] = rest, true
		}
	}
	return c.innermost(found)
}

// fullName is a name of an area with its kind, as texts are compared with it.
type fullName struct {
	area int
	text string
}

// fullNames returns the names that tell their kind and have their marks, the
// longest first.
func fullNames(areas []Area) []fullName {
	var all []fullName
	for i, a := range areas {
		for _, s := range append([]string{a.Name}, a.Aliases...) {
			if levelOf(s) != "" && viet.HasMarks(s) {
				all = append(all, fullName{i, strings.ToLower(viet.Normalize(s))})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b fullName) int { return cmp.Compare(len(b.text), len(a.text)) })
	return all
}

// cutWords takes whole words out of a text wherever they stand.
func cutWords(text, words string) (string, bool) {
	ok := false
	for from := 0; ; {
		i := strings.Index(text[from:], words)
		if i < 0 {
			return text, ok
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(words):])
		if unicode.IsLetter(before) || unicode.IsLetter(after) {
			from = i + len(words)
			continue
		}
		text, ok = text[:i]+" | "+text[i+len(words):], true
		from = i + 1
	}
}

// innermost returns the found areas that hold no other found one.
func (c *Corpus) innermost(found map[string]bool) []string {
	holds := map[string]bool{}
	for name := range found {
		a, ok := c.AreaNamed(name)
		for depth := 0; ok && a.Parent != "" && depth < 5; depth++ {
			holds[a.Parent] = true
			a, ok = c.AreaNamed(a.Parent)
		}
	}
	var names []string
	for _, a := range c.Areas {
		if found[a.Name] && !holds[a.Name] && !slices.Contains(names, a.Name) {
			names = append(names, a.Name)
		}
	}
	return names
}
