package query

import (
	"regexp"
	"strings"

	"thiduabot/corpus/viet"
)

// Officials shorten a word of two syllables to the first letter of one and the whole of
// the other, "tlệ", "đtư", and pairs of words to their initials, "bl hh". What is a
// syllable of its own is left as it is; what may stand for several is decided by the
// words beside it. The lists are chosen by hand.

// halved are words that are shortened so.
const halved = `tỷ lệ, tỉ lệ, đầu tư, dịch vụ, doanh thu, doanh nghiệp, công nghiệp, nông nghiệp, sản xuất, sản lượng, xuất khẩu, nhập khẩu, hộ nghèo, ngân sách, đảng viên, bình quân, chỉ tiêu, dự toán,
	giá trị, diện tích, năng suất, lao động, bán lẻ, mục tiêu, phong trào, địa bàn, thu nhập, hoàn thành, thủy sản, việc làm, kết quả, dân số, chi bộ, tân binh, cử tri, tỷ trọng, tốc độ, thực hiện, nông thôn`

// halves maps the short forms to the words, those without marks too.
var halves = halvesOf(halved)

func halvesOf(list string) map[string]string {
	out := map[string]string{}
	for word := range strings.SplitSeq(list, ",") {
		first, second, _ := strings.Cut(strings.TrimSpace(word), " ")
		initial := string([]rune(first)[:1])
		if strings.HasPrefix(second, initial) {
			continue // "nnghiệp" is a slip
		}
		for _, form := range []string{initial + second, viet.Fold(initial + second)} {
			if out[form] == "" && !viet.ValidSyllable(viet.Fold(form)) {
				out[form] = first + " " + second
			}
		}
	}
	return out
}

// wholeWords writes halved words in full.
func wholeWords(s string, marked bool) string {
	return token.ReplaceAllStringFunc(s, func(w string) string {
		full, ok := halves[strings.ToLower(w)]
		switch {
		case !ok:
			return w
		case !marked:
			return viet.Fold(full)
		}
		return full
	})
}

var token = regexp.MustCompile(`\p{L}+`)

// initialsOf are pairs of words by their initials, read by the words beside them.
var initialsOf = []shorthand{
	short(`(^|\s)vcsh(\s|[?.,]|$)`, "${1}vốn chủ sở hữu$2"),
	short(`(^|\s)tn\s*(?:bq|b/q|bình\s+quân)(?:\s*/\s*(?:ng|người|đn|đầu\s+người)|\s+(?:đn|đầu\s+ng|đầu\s+người))?(\s|[?.,]|$)`, "${1}thu nhập bình quân đầu người$2"),
	short(`(^|\s)(?:bl|bán\s+lẻ)\s?hh(\s|[?.,]|$)`, "${1}bán lẻ hàng hóa$2"),
	short(`(^|\s)(tổng\s+mức|doanh\s+thu|mức)\s+bl(\s|[?.,]|$)`, "${1}$2 bán lẻ$3"),
	short(`(^|\s)(và\s+)?dt\s+(?:dv|dịch\s+vụ)(\s|[?.,]|$)`, "${1}${2}doanh thu dịch vụ$3"),
	short(`(^|\s)trg\s+(năm|tháng|quý|kỳ|giai\s+đoạn|tỉnh|huyện|cả|toàn|\d)`, "${1}trong $2"),
	short(`(^|\s)kq\s+(thu|chi|giao|thực\s+hiện|sản\s+xuất|xuất|xây|giải|giảm|huy|phong|kinh)`, "${1}kết quả $2"),
	short(`(^|\s)(trên|từ\s+kinh\s+tế|toàn)\s+(?:đb|địa\s+bàn)(\s+(?:tp|tỉnh|thành|huyện|phường|xã|năm|quý|tháng|\d)|[?.,]|$)`, "${1}$2 địa bàn$3"),
	short(`(^|\s)(tp|thành\s+phố|tỉnh|trung\s+ương|tw|địa\s+phương)\s+ql(\s|[?.,]|$)`, "${1}$2 quản lý$3"),
	short(`(^|\s)kn\s+xk(\s|[?.,]|$)`, "${1}kim ngạch xuất khẩu$2"),
	short(`(^|\s)kn\s+nk(\s|[?.,]|$)`, "${1}kim ngạch nhập khẩu$2"),
	short(`(^|\s)ds\s+(tp|thành\s+phố|tỉnh|huyện|phường|phg|xã|trung\s+bình|thành\s+thị)(\s)`, "${1}dân số $2$3"),
	short(`(^|\s)bp\s+(bhyt|bảo\s+hiểm|bhxh)`, "${1}bao phủ $2"),
	short(`(^|\s)slg?\s+(lúa|thóc|lương\s+thực|thủy\s+sản|thịt|muối|tôm|cá)`, "${1}sản lượng $2"),
	short(`(^|\s)cs\s?sxcn(\s|[?.,]|$)`, "${1}chỉ số sản xuất công nghiệp$2"),
	short(`(\d{1,2})\s?thg(\s|[?.,]|$)`, "$1 tháng$2"),
	short(`(^|\s)phg\s+`, "${1}phường "),
	short(`(^|\s)toàn\s+xh(\s|[?.,]|$)`, "${1}toàn xã hội$2"),
	short(`(^|\s)(mấy|bao\s+nhiêu|bn|số|nghìn)\s+lđ(\s|[?.,]|$)`, "${1}$2 lao động$3"),
	short(`(^|\s)(ntm|nông\s+thôn\s+mới)\s+km(\s|[?.,]|$)`, "${1}$2 kiểu mẫu$3"),
	short(`(^|\s)(ntm|nông\s+thôn\s+mới)\s+nc(\s|[?.,]|$)`, "${1}$2 nâng cao$3"),
	short(`(^|\s)gđ\s+((?:19|20)\d\d)`, "${1}giai đoạn $2"),
}
