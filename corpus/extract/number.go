package extract

import (
	"strconv"
	"strings"
)

// parseNumber reads a number as Vietnamese reports print it: "." groups
// thousands and "," is the decimal sign. odd reports a form that may mean
// something else ("1.765" before "tỷ USD" is left to the caller).
func parseNumber(s string) (v float64, ok, odd bool) {
	s = strings.Map(func(r rune) rune {
		if isSpace(r) {
			return -1
		}
		return r
	}, s)
	if len(s) > 24 {
		return 0, false, false
	}
	dot, comma := strings.Count(s, "."), strings.Count(s, ",")
	switch {
	case dot > 0 && comma > 0:
		return mixedNumber(s)
	case comma > 1:
		return grouped(s, ",")
	case comma == 1:
		return decimal(s, ",")
	case dot > 1:
		return grouped(s, ".")
	case dot == 1:
		head, tail, _ := strings.Cut(s, ".")
		if len(tail) == 3 && head != "0" && len(head) <= 3 {
			return decimal(head+tail, "")
		}
		return decimal(s, ".")
	}
	return decimal(s, "")
}

func mixedNumber(s string) (float64, bool, bool) {
	group, point := ".", ","
	if strings.LastIndexByte(s, '.') > strings.LastIndexByte(s, ',') {
		group, point = ",", "."
	}
	if strings.Count(s, point) > 1 {
		return 0, false, false
	}
	head, tail, _ := strings.Cut(s, point)
	if _, ok, _ := grouped(head, group); !ok {
		return 0, false, false
	}
	v, ok, _ := decimal(strings.ReplaceAll(head, group, "")+"."+tail, ".")
	return v, ok, point == "."
}

// grouped reads digits in groups of three.
func grouped(s, sep string) (float64, bool, bool) {
	for i, g := range strings.Split(s, sep) {
		if i > 0 && len(g) != 3 || len(g) > 3 || g == "" {
			return 0, false, false
		}
	}
	return decimal(strings.ReplaceAll(s, sep, ""), "")
}

func decimal(s, point string) (float64, bool, bool) {
	if point == "," {
		s = strings.Replace(s, ",", ".", 1)
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil, false
}

// plainInt reads a number without signs, at most max digits.
func plainInt(s string, max int) (int, bool) {
	if len(s) == 0 || len(s) > max {
		return 0, false
	}
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}
