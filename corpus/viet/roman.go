package viet

var romanWords = map[string]int{
	"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12, "xiii": 13,
	"xiv": 14, "xv": 15, "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20,
}

// roman reads a Roman numeral from I to XX.
func (sc *Scanner) roman(i int) (int, int) {
	if i < 0 || i >= len(sc.toks) || !sc.toks[i].bare {
		return 0, i
	}
	if v, ok := romanWords[sc.toks[i].fold]; ok && sc.toks[i].kind == scanWord {
		return v, i + 1
	}
	return 0, i
}

// romanHere reads a Roman numeral where one is expected: after a word that
// takes an ordinal, or after another Roman numeral and a dash or comma.
func (sc *Scanner) romanHere(i int) (int, int) {
	v, j := sc.roman(i)
	if j == i {
		return 0, i
	}
	if sc.Is(i-1, "quý", "khóa", "hội", "thứ", "chương", "phần", "cấp", "hạng", "loại", "vùng", "đoạn", "kỳ", "tập", "mục", "bậc", "đợt",
		"vòng", "lần", "cụm", "lục", "bài", "nhóm") || sc.bareQuarter(i-1) {
		return v, j
	}
	if sc.Is(i-1, "-", ",", "và", "đến", "tới", "hoặc") {
		if _, k := sc.roman(i - 2); k == i-1 {
			return v, j
		}
	}
	return 0, i
}

// bareQuarter reports whether "quy" without its mark stands before a quarter.
func (sc *Scanner) bareQuarter(i int) bool {
	if f, ok := sc.Word(i); !ok || f != "qui" {
		return false
	}
	v, _, ok := sc.Digits(i + 1)
	r, j := sc.roman(i + 1)
	return ok && v >= 1 && v <= 4 || j > i+1 && r <= 4
}
