package ingest

import (
	"regexp"
	"strings"
	"unicode"

	"thiduabot/corpus/viet"
)

// uncapped writes a heading printed in capitals as prose would: each word as the
// text below it writes it in the middle of a sentence, other words small. What
// has a small letter in it stays as it is.
func uncapped(heading, text string) string {
	if !inCapitals(heading) {
		return heading
	}
	forms := wordForms(text)
	words := strings.Fields(heading)
	for i, word := range words {
		core := strings.TrimFunc(word, notLetter)
		if core == "" {
			continue
		}
		form := forms[strings.ToLower(viet.Normalize(core))]
		place := namesPlace(words[:i]) && !noPlace[strings.ToLower(core)]
		if form == "" || place {
			form = plainForm(core)
		}
		if place {
			form = viet.Capital(form)
		}
		words[i] = strings.Replace(word, core, form, 1)
	}
	return viet.Capital(strings.Join(words, " "))
}

// namesPlace reports whether the word behind these is one of the first two of a
// place's name: "HUYỆN ĐÔNG KHÊ".
func namesPlace(before []string) bool {
	for i := len(before) - 1; i >= 0 && i >= len(before)-2; i-- {
		if placeKind.MatchString(strings.ToLower(viet.Normalize(strings.Join(before[max(0, i-1):i+1], " ")))) {
			return i == len(before)-1 || !noPlace[strings.ToLower(before[i+1])]
		}
		if strings.TrimFunc(before[i], notLetter) != before[i] {
			return false
		}
	}
	return false
}

// placeKind ends in the kind of an area, with its marks or without any: "tình" and
// "phương" are no kinds.
var placeKind = regexp.MustCompile(`(^|\s)(tỉnh|thành phố|tp|thị xã|huyện|quận|phường|xã|thị trấn|tinh|thanh pho|thi xa|huyen|quan|phuong|xa|thi tran)$`)

// inCapitals reports whether the letters of a heading are capitals, at least
// three of them.
func inCapitals(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters >= 3 && s == strings.ToUpper(s)
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// wordForms returns how a text writes its words, by the word in small letters,
// where it is written so at least as often as otherwise. Words that open a
// sentence and headings in capitals tell nothing.
func wordForms(text string) map[string]string {
	type form struct{ written, word string }
	count := map[form]int{}
	for paragraph := range strings.Lines(text) {
		if inCapitals(paragraph) {
			continue
		}
		opens := true
		for _, field := range strings.Fields(paragraph) {
			core := viet.Normalize(strings.TrimFunc(field, notLetter))
			if core != "" && !opens {
				count[form{core, strings.ToLower(core)}]++
			}
			opens = strings.ContainsAny(field[len(field)-1:], ".!?:;|") || core == "" && opens
		}
	}
	best, most := map[string]string{}, map[string]int{}
	for f, n := range count {
		if n > most[f.word] || n == most[f.word] && f.written < best[f.word] {
			best[f.word], most[f.word] = f.written, n
		}
	}
	return best
}

// plainForm writes a word that the text does not use small, unless it is no
// syllable but an abbreviation: "UBND", "HĐND", "II".
func plainForm(word string) string {
	small := strings.ToLower(word)
	if strings.Trim(word, "IVXLC") == "" || !viet.ValidSyllable(small) {
		return word
	}
	return small
}
