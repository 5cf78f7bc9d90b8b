package index

import (
	"slices"
	"strings"

	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

// sameDeeds are wordings of one deed or thing, as questions and articles have them; the
// first stands for all. Chosen by hand; what undoes a deed stands in another row.
var sameDeeds = [][]string{
	{"sáp nhập", "nhập về", "nhập vào", "nhập", "gộp", "gộp vào", "gộp lại", "hợp nhất", "hợp lại", "hợp thành", "ghép", "ghép vào", "ghép lại"},
	{"hạ xuống", "tụt xuống", "rớt xuống", "chuyển thành", "hạ cấp xuống", "hạ cấp", "hạ bậc"},
	{"công nhận", "được công nhận", "được công nhận là", "công nhận là", "đạt", "đạt chuẩn", "lên thành", "trở thành", "nâng lên", "được nâng lên", "nâng cấp lên", "về đích"},
	{"thanh niên", "tân binh"},
	{"nhập ngũ", "tòng quân", "đi bộ đội", "quân số", "nhận quân", "giao quân"},
	{"nêu", "được nêu", "nhắc", "nhắc đến", "nhắc tới", "đề cập", "nói đến", "kể ra"},
	{"nông thôn mới", "ntm"},
	{"đầu tiên", "trước tiên", "sớm nhất"},
	{"phát động", "mở phong trào"},
	{"tổng kết", "khép lại"},
	{"gặp mặt", "gặp", "gặp gỡ"},
	{"đại biểu", "đại biểu dự", "đại biểu tham dự"},
	{"cũ", "trước đây"},
	{"có hiệu lực", "bắt đầu có hiệu lực", "chính thức có hiệu lực"},
	{"lần 1", "lần nhất", "lần đầu", "khóa đầu"},
}

// deedRow is one wording as words, with what stands for it.
type deedRow struct {
	words []string
	deed  string
}

// deedRows are the wordings with and without marks, longest first.
var deedRows = map[bool][]deedRow{true: deedsOf(true), false: deedsOf(false)}

func deedsOf(marked bool) []deedRow {
	var out []deedRow
	for _, group := range sameDeeds {
		for _, wording := range group {
			words, deed := query.Marked(wording), "="+group[0]
			if !marked {
				words = foldAll(words)
			}
			out = append(out, deedRow{words, deed})
		}
	}
	slices.SortStableFunc(out, func(a, b deedRow) int { return len(b.words) - len(a.words) })
	return out
}

func foldAll(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = viet.Fold(w)
	}
	return out
}

// wordsCompared returns the words of a text as questions and sentences are compared by:
// abbreviations spelled out, ordinals as digits, one wording for each deed; without
// marks if the question has none.
func (d *deliberation) wordsCompared(text string) []string {
	if spelledProse(text) == spelled(text) { // abbreviations of prose are written in capitals
		text = viet.ExpandAll(text)
	}
	words := query.Marked(text)
	if !d.q.Marked {
		words = foldAll(words)
	}
	var out []string
	for i := 0; i < len(words); i++ {
		f := viet.Fold(words[i])
		if f == "thu" && i > 0 && viet.Fold(words[i-1]) == "lan" {
			continue // "lần thứ ba" is "lần 3"
		}
		if n := len(out); n > 0 && numberedBy[viet.Fold(out[n-1])] && ordinalDigits[f] != "" {
			out = append(out, ordinalDigits[f])
			continue
		}
		out = append(out, words[i])
	}
	return asDeeds(out, deedRows[d.q.Marked])
}

// asDeeds puts one wording for each deed.
func asDeeds(words []string, rows []deedRow) []string {
	var out []string
	for i := 0; i < len(words); {
		at := slices.IndexFunc(rows, func(r deedRow) bool {
			return len(r.words) <= len(words)-i && slices.Equal(words[i:i+len(r.words)], r.words)
		})
		if at < 0 {
			out = append(out, words[i])
			i++
			continue
		}
		out = append(out, rows[at].deed)
		i += len(rows[at].words)
	}
	return out
}

// numberedBy are folded words behind which Roman numerals and numbers in words are
// ordinals, ordinalDigits these.
var (
	numberedBy    = map[string]bool{"loai": true, "lan": true, "thu": true, "khoa": true, "hang": true, "dot": true}
	ordinalDigits = map[string]string{
		"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10", "xi": "11", "xii": "12", "xiii": "13", "xiv": "14", "xv": "15",
		"xvi": "16", "xvii": "17", "xviii": "18", "xix": "19", "xx": "20", "nhat": "1", "dau": "1", "hai": "2", "ba": "3", "tu": "4", "nam": "5",
	}
)

// sayNoDeed are words that say nothing of what a sentence must tell.
var sayNoDeed = query.NewWordSet(`khi nào ngày lúc giờ bao ở đâu nơi ai những gì thế ra sao đó là có được và với về hôm tháng bị đã do của cho thì mà năm từ đến vào trong tại các một nhiêu hồi vậy ạ nhỉ bài lại cái xem diễn tổ chức bữa buổi cuộc việc vừa rồi qua
	đang sẽ theo số sau trước đc dc mấy này kia chính như để người lễ nay hiện thuộc gồm bằng bởi em anh chị tôi vì tại mốc bắt đầu khoảng chừng mọi cùng`)

// saysSomething reports whether a word of the question must be accounted for.
func (d *deliberation) saysSomething(w string) bool {
	if strings.HasPrefix(w, "=") {
		return true
	}
	if d.q.Marked {
		return !sayNoDeed.Marked[w]
	}
	return !sayNoDeed.Bare[w]
}
