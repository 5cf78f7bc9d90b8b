package ingest

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// levels of the Law on the protection of state secrets (No. 29/2018/QH14,
// article 8), as they are stamped on documents, longest first.
var levels = []string{"TUYỆT MẬT", "TỐI MẬT", "MẬT"}

// head is how much of a document is looked at for a stamp inside a line, in
// lines: stamps stand in the heading of a document.
const head = 30

// secrecy returns the level of secrecy that a text is stamped with, or "". A
// stamp is a line of its own ("MẬT", "Độ mật: Tối mật", "M Ậ T"), or capital
// letters in a line of the heading that is not itself in capitals.
func secrecy(text string) string {
	for i, line := range strings.Split(norm.NFC.String(text), "\n") {
		if !strings.ContainsAny(line, "ậẬ") {
			continue // no level is written without
		}
		if level := stamp(line); level != "" {
			return level
		}
		if i < head {
			if level := stampWithin(line); level != "" {
				return level
			}
		}
	}
	return ""
}

// stamp returns the level if the line says nothing but that. "MẬT" alone counts
// in capitals only: "Mật" may be honey.
func stamp(line string) string {
	words := strings.Join(letters(line), " ")
	upper := strings.ToUpper(words)
	said := strings.TrimPrefix(strings.TrimPrefix(upper, "MỨC "), "ĐỘ MẬT ")
	for _, level := range levels {
		if said != level && strings.ReplaceAll(said, " ", "") != strings.ReplaceAll(level, " ", "") {
			continue
		}
		if level != "MẬT" || said != upper || words == upper {
			return level
		}
	}
	return ""
}

// stampWithin returns the level that stands in capitals by itself in a line of
// mixed case, or in a line whose other parts are set off by tabs, bars or wide
// gaps.
func stampWithin(line string) string {
	for _, cell := range strings.FieldsFunc(strings.ReplaceAll(line, "    ", "\t"), func(r rune) bool { return r == '\t' || r == '|' }) {
		if level := stamp(cell); level != "" {
			return level
		}
	}
	if strings.ToUpper(line) == line {
		return ""
	}
	for _, run := range capitals(letters(line)) {
		if slices.Contains(levels, run) {
			return run
		}
	}
	return ""
}

// capitals returns the longest runs of words in capitals.
func capitals(words []string) []string {
	var runs []string
	open := false
	for _, w := range words {
		is := strings.ToUpper(w) == w
		switch {
		case is && open:
			runs[len(runs)-1] += " " + w
		case is:
			runs = append(runs, w)
		}
		open = is
	}
	return runs
}

// sheetSecrecy returns the level that a cell of a sheet is stamped with.
func sheetSecrecy(rows [][]string) string {
	for i, row := range rows {
		for _, cell := range row {
			level := stamp(cell)
			if level == "" && i < head {
				level = stampWithin(cell)
			}
			if level != "" {
				return level
			}
		}
	}
	return ""
}

// letters returns the words of a line without signs and digits.
func letters(line string) []string {
	return strings.FieldsFunc(line, func(r rune) bool { return !unicode.IsLetter(r) })
}
