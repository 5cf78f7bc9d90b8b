package extract

// beforePerson returns where the name of a place at toks[from:to] ends, whose kind
// stands at toks[at], if it belongs to the title of an official: his own name is no
// part of it, and where nothing else follows the kind there is no place. "Chủ tịch
// UBND huyện Kim Sơn Trần Văn Lam", "Chủ tịch UBND tỉnh Vũ Đức Hòa".
func beforePerson(toks []token, at, from, to int) int {
	if to-from < 3 || !inTitle(toks, at) {
		return to
	}
	for i := from; i+2 < to+1; i++ {
		if !surnames[toks[i].word] || i > from && i < from+2 {
			continue
		}
		street := toks[at].word == "phường" || toks[at].word == "phuong"
		if i == from && (to-from > 4 || street) {
			continue // "phường Trần Hưng Đạo"
		}
		return i
	}
	return to
}

// inTitle reports whether the words right before toks[at] open the title of an
// official: "Phó Bí thư Thường trực Huyện ủy, Chủ tịch UBND".
func inTitle(toks []token, at int) bool {
	for i := at - 1; i > 0 && i >= at-5; i-- {
		if toks[i].kind != wordToken {
			return false
		}
		if second, ok := officials[toks[i-1].word]; ok && second == toks[i].word {
			return true
		}
	}
	return false
}

// officials are the two syllables that open the titles of officials.
var officials = map[string]string{
	"chủ": "tịch", "bí": "thư", "giám": "đốc", "chánh": "án", "trưởng": "phòng", "viện": "trưởng",
	"chu": "tich", "bi": "thu", "giam": "doc", "chanh": "an", "truong": "phong", "vien": "truong",
}

// surnames are the common family names, chosen by hand.
var surnames = map[string]bool{
	"nguyễn": true, "trần": true, "lê": true, "phạm": true, "hoàng": true, "huỳnh": true, "phan": true, "vũ": true, "võ": true, "đặng": true, "bùi": true, "đỗ": true,
	"hồ": true, "ngô": true, "dương": true, "lý": true, "trương": true, "đinh": true, "đoàn": true, "trịnh": true, "lương": true, "tạ": true, "đào": true,
	"nguyen": true, "tran": true, "pham": true, "huynh": true, "vu": true, "bui": true, "ngo": true, "trinh": true,
}
