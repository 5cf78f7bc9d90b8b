package ingest

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"thiduabot/corpus/viet"
)

// The date line of an official document: "…, ngày 30 tháng 12 năm 2021".
var dateLine = regexp.MustCompile(`ngay\s+(\d{1,2})\s+thang\s+(\d{1,2})\s+nam\s+(\d{4})`)

// dateIn returns the date that the heading of a document names, or "".
func dateIn(text string) string {
	lines := strings.SplitN(text, "\n", head+1)
	lines = lines[:min(head, len(lines))]
	if m := dateLine.FindStringSubmatch(viet.Fold(strings.Join(lines, "\n"))); m != nil {
		return calendarDate(m[3], m[2], m[1])
	}
	if m := annexDate.FindStringSubmatch(viet.Fold(strings.Join(lines, "\n"))); m != nil {
		return calendarDate(m[3], m[2], m[1])
	}
	for _, line := range lines {
		if m := onlyDate.FindStringSubmatch(viet.Fold(strings.TrimSpace(line))); m != nil {
			return calendarDate(m[3], m[2], m[1])
		}
	}
	return ""
}

// annexDate is the day of the document that a table is an annex of, folded.
var annexDate = regexp.MustCompile(`kem theo [^\n]{0,150}?ngay (\d{1,2})[/.-](\d{1,2})[/.-](\d{4})`)

// onlyDate is a line that tells nothing but a date, with the weekday and the
// clock as newspapers print them, folded: "Thu ba, 20/12/2022 | 08:15".
var onlyDate = regexp.MustCompile(`^\(?(?:(?:ngay|dang|dang ngay|cap nhat|cap nhat luc|ngay dang|thoi gian|thu (?:hai|ba|tu|nam|sau|bay)|chu nhat|\d{1,2}[:hg]\d{0,2}'?)[\s,:|-]*)*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[\s,:|-]*(?:luc|gmt ?\+7|\(gmt ?\+7\)|\d{1,2}[:hg]\d{0,2}'?(?: ?[ap]m)?))*\)?\.?$`)

// calendarDate returns the day as YYYY-MM-DD, or "" if there is no such day.
func calendarDate(year, month, day string) string {
	date := fmt.Sprintf("%s-%02s-%02s", year, month, day)
	if _, err := time.Parse("2006-01-02", date); err != nil {
		return ""
	}
	return date
}

// documentKinds are the first words of an official document's title, folded,
// with the kind of article it is.
var documentKinds = []struct{ words, kind string }{
	{"bao cao", "report"}, {"thong bao", "announcement"}, {"ke hoach", "plan"}, {"quyet dinh", "decision"},
	{"nghi quyet", "decision"}, {"chi thi", "decision"}, {"ket luan", "announcement"}, {"cong van", "announcement"},
	{"to trinh", "report"}, {"chuong trinh", "plan"}, {"huong dan", "announcement"}, {"giay moi", "announcement"},
}

// titleIn returns title and kind of an official document from its paragraphs: a
// line in capitals such as "BÁO CÁO" with the line below it, otherwise the first
// paragraph.
func titleIn(text string) (title, kind string) {
	lines := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' })
	for i, line := range lines[:min(head, len(lines))] {
		line = strings.TrimSpace(line)
		folded := viet.Fold(line)
		for _, k := range documentKinds {
			if !strings.HasPrefix(folded, k.words) || line != strings.ToUpper(line) {
				continue
			}
			if folded == k.words && i+1 < len(lines) {
				return uncapped(line, text) + " " + viet.Uncapital(uncapped(strings.TrimSpace(lines[i+1]), text)), k.kind
			}
			return uncapped(line, text), k.kind
		}
	}
	for _, line := range lines {
		line = strings.TrimSpace(line)
		if line != "" && !isLetterhead(line) && !onlyDate.MatchString(viet.Fold(line)) {
			return uncapped(line, text), "report"
		}
	}
	return "", ""
}

// letterhead are words that open or fill the lines above the title of an
// official document, folded.
var letterhead = regexp.MustCompile(`cong hoa xa hoi chu nghia|doc lap - tu do|dang cong san viet nam|^so: ?[\d.…/-]|^(ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|thanh uy|tinh uy|huyen uy|dang uy) [^,.]{0,80}$|^[^.|]{0,40}, ngay .{0,12}thang .{0,6}nam \d{4}`)

// isLetterhead reports whether a line belongs to the heading of an official
// document: issuer, national motto, number, place and date.
func isLetterhead(line string) bool {
	folded := viet.Fold(line)
	if !letterhead.MatchString(folded) {
		return false
	}
	return line == strings.ToUpper(line) || strings.Contains(folded, "doc lap") || strings.Contains(folded, "so:") || strings.Contains(folded, "ngay")
}

// issuer opens the name of an authority in capitals, folded.
var issuer = regexp.MustCompile(`^(ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|thanh uy|tinh uy|huyen uy|dang uy|so|phong|ban|cuc thong ke|chi cuc thong ke|lien doan lao dong) \S`)

// council is an authority whose area stands in the line below, folded.
var council = regexp.MustCompile(`^(ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan)$`)

// issuerIn returns the authority that the heading of an official document names
// in capitals, the lower of two, or "".
func issuerIn(text string) string {
	name, above := "", ""
	lines := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '|' || r == '\t' })
	for _, line := range lines[:min(head/3, len(lines))] {
		line = strings.Join(strings.Fields(line), " ")
		if line == "" || line != strings.ToUpper(line) || len(line) > 120 {
			above = ""
			continue
		}
		if issuer.MatchString(viet.Fold(above)+" "+viet.Fold(line)) && council.MatchString(viet.Fold(above)) {
			line = above + " " + line
		}
		if above = line; issuer.MatchString(viet.Fold(line)) {
			name = line
		}
	}
	return name
}
