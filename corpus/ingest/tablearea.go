package ingest

import (
	"cmp"
	"regexp"
	"strings"

	"thiduabot/corpus/viet"
)

// placed gives the records of a table that name no area the one that its title
// or its issuer names, and without one the home area. Where the title speaks of
// an area that is not known, or of several, the records are doubted.
func (o ReadOptions) placed(item *Item) {
	area, why := o.areaOf(item.Article.Publisher, item.Article.Title)
	for i := range item.Table {
		rec := &item.Table[i]
		switch {
		case rec.Area != "":
			continue
		case why != "" && rec.Doubt != "":
			rec.Doubt += "; " + why
		case why != "":
			rec.Doubt = why
		}
		rec.Area = area
	}
}

func (o ReadOptions) areaOf(issuer, title string) (area, doubt string) {
	area = cmp.Or(councilArea(issuer), o.Area)
	title = strings.TrimSpace(issuer + " " + title)
	if o.Areas != nil {
		switch found := o.Areas(title); len(found) {
		case 0:
		case 1:
			area = found[0]
		default:
			return area, "tiêu đề bảng nêu nhiều địa bàn"
		}
	}
	known := strings.ToLower(viet.Normalize(area))
	for _, m := range placeInTitle.FindAllStringSubmatch(viet.Normalize(title), -1) {
		word := strings.ToLower(m[2])
		if !noPlace[word] && !strings.Contains(known, word) && !o.knows(m[1]+" "+m[2], title) {
			return area, "tiêu đề bảng nêu địa bàn khác"
		}
	}
	return area, ""
}

// councilArea returns the area whose people's committee or council the issuer is,
// as it is named: "UBND huyện Đông Khê" is that of "Huyện Đông Khê".
func councilArea(issuer string) string {
	m := ofCouncil.FindStringSubmatch(viet.Normalize(issuer))
	if m == nil {
		return ""
	}
	return viet.Capital(strings.ToLower(m[1]) + " " + m[2])
}

var ofCouncil = regexp.MustCompile(`^(?i:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân) ((?i:tỉnh|thành phố|thị xã|huyện|quận|phường|xã|thị trấn)) (\p{Lu}[^,;:.()]*)$`)

// knows reports whether the place that begins with the words is an area of the
// table: then it holds the one that was found.
func (o ReadOptions) knows(words, title string) bool {
	title = viet.Normalize(title)
	i := strings.Index(title, words)
	if o.Areas == nil || i < 0 {
		return false
	}
	rest := strings.Fields(title[i:])
	for n := 2; n <= min(6, len(rest)); n++ {
		if len(o.Areas(strings.Join(rest[:n], " "))) > 0 {
			return true
		}
	}
	return false
}

// placeInTitle is the kind of an area with the first word of its name.
var placeInTitle = regexp.MustCompile(`(?:^|[^\p{L}])((?i:tỉnh|thành phố|tp\.?|thị xã|huyện|quận|phường|xã|thị trấn))\s+(\p{Lu}\p{L}*)`)

// noPlace are words that follow such a kind in titles in capitals and begin no
// name.
var noPlace = map[string]bool{
	"hội": true, "ủy": true, "uỷ": true, "đạo": true, "thị": true, "phường": true, "xã": true, "thuộc": true, "trực": true, "đạt": true,
	"năm": true, "quý": true, "tháng": true, "các": true, "và": true, "huyện": true, "quận": true, "thành": true, "đội": true, "nông": true,
}
