package ingest

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Letters of the TCVN 5712:1993 (VN3, "ABC") fonts, each seen as Latin-1, beside
// what they stand for. Capitals with a tone are typed in a capital font with the
// codes of the small letters.
const (
	tcvnFrom = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦"
	tcvnTo   = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ"
)

var tcvn3 = pairs(tcvnFrom, tcvnTo)

func pairs(from, to string) *strings.Replacer {
	a, b := []rune(from), []rune(to)
	if len(a) != len(b) {
		panic("ingest: letter tables of different length")
	}
	var list []string
	for i := range a {
		list = append(list, string(a[i]), string(b[i]))
	}
	return strings.NewReplacer(list...)
}

// fromTCVN3 reads letters of a TCVN3 font, given as Latin-1.
func fromTCVN3(s string) string { return norm.NFC.String(tcvn3.Replace(s)) }

// vni reads letters of a VNI-Windows font, given as windows-1252: a base letter
// and behind it one sign for shape and tone together.
var vni = vniTable()

func vniTable() *strings.Replacer {
	const (
		grave, acute, hook, tilde, dot = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
		circumflex, breve              = "\u0302", "\u0306"
	)
	signs := map[string]string{
		"ø": grave, "ù": acute, "û": hook, "õ": tilde, "ï": dot,
		"â": circumflex, "à": circumflex + grave, "á": circumflex + acute, "å": circumflex + hook, "ã": circumflex + tilde, "ä": dot + circumflex,
		"ê": breve, "è": breve + grave, "é": breve + acute, "ú": breve + hook, "ü": breve + tilde, "ë": dot + breve,
	}
	var list []string
	add := func(from, to string) {
		to = norm.NFC.String(to)
		list = append(list, from, to, strings.ToUpper(from), strings.ToUpper(to))
	}
	for sign, mark := range signs {
		for _, base := range "aeouy" {
			add(string(base)+sign, string(base)+mark)
		}
		for from, to := range map[string]string{"ô": "ơ", "ö": "ư"} {
			add(from+sign, to+mark)
		}
	}
	for from, to := range map[string]string{"ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ"} {
		add(from, to)
	}
	return strings.NewReplacer(longestFirst(list)...)
}

// longestFirst orders the pairs of a replacer by falling length of what is
// replaced: at one place the first that fits wins.
func longestFirst(list []string) []string {
	var long, short []string
	for i := 0; i < len(list); i += 2 {
		if len([]rune(list[i])) > 1 {
			long = append(long, list[i], list[i+1])
		} else {
			short = append(short, list[i], list[i+1])
		}
	}
	return append(long, short...)
}

func fromVNI(s string) string { return norm.NFC.String(vni.Replace(s)) }

// fromFont reads text set in a font by its name: ".VnTime" is TCVN3, a name
// ending in "H" its capitals, "VNI-Times" is VNI-Windows.
func fromFont(font, s string) string {
	switch {
	case strings.HasPrefix(font, ".Vn"):
		s = fromTCVN3(s)
		if strings.HasSuffix(font, "H") {
			s = strings.ToUpper(s)
		}
	case strings.HasPrefix(font, "VNI-"):
		s = fromVNI(s)
	}
	return s
}
