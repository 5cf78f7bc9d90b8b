package query

import (
	"regexp"
	"strings"

	"thiduabot/corpus/viet"
)

// A shorthand is replaced by its whole form, in a text with marks and in one
// without.
type shorthand struct {
	wording
	long string
	not  *regexp.Regexp // folded words of which the short form may be part
}

func short(pattern, long string) shorthand { return shorthand{wording: worded(pattern), long: long} }

// in writes the short form in full in a text.
func (h shorthand) in(s string, marked bool) string {
	long := h.long
	if !marked {
		long = viet.Fold(long)
	}
	if strings.ToUpper(s) == s {
		long = strings.ToUpper(long)
	}
	return h.of(marked).ReplaceAllString(s, long)
}

// A wording is a pattern of words, as they stand in texts with marks and in those
// without.
type wording struct{ marked, bare *regexp.Regexp }

// worded reads a pattern; one with a class of a capital letter, \S, would mean another
// when it is folded, and is refused.
func worded(pattern string) wording {
	if capitalClass.MatchString(pattern) {
		panic("query: class of a capital letter in " + pattern)
	}
	return wording{regexp.MustCompile(`(?i)` + pattern), regexp.MustCompile(`(?i)` + viet.Fold(pattern))}
}

var capitalClass = regexp.MustCompile(`\\[A-Z]`)

func (w wording) of(marked bool) *regexp.Regexp {
	if marked {
		return w.marked
	}
	return w.bare
}

// unless leaves texts alone that hold the folded words: "cạnh tranh" sets nothing
// beside anything.
func (h shorthand) unless(words string) shorthand {
	h.not = regexp.MustCompile(`\b` + words)
	return h
}

// shorthands are ways to write periods that leave out a word, where a year follows,
// and to ask for a share, with the form that the grammar reads.
var shorthands = []shorthand{
	short(`(^|\s)(\d{1,2})\s?(?:t|th)(?:\s+|\s?[/.-]\s?|)(?:(?:đầu|dau)\s+(?:năm|nam)|(?:đầu|dau|năm|nam)|)\s*(\d{4})\b`, "$1$2 tháng đầu năm $3"),
	short(`(^|\s)so\s+(?:vs|v|w|vơi)\.?\s+`, "${1}so với "),
	short(`(^|\s)(?:bình\s+quân|trung\s+bình)\s+(?:(?:mỗi|hằng|hàng|một|1|từng)\s+năm\s+)?(tăng|giảm)(\s)`, "${1}$2 bình quân$3").unless(`(?:thu nhap|nang suat|luong|dau nguoi|gia ban|gia vang|muc song|diem|tieu chi)\b`),
	short(`(mấy|bao\s+nhiêu)\s+(chỉ\s+tiêu|tiêu\s+chí)\s+(?:trên|trong|/)\s*(?:tổng\s+(?:số\s+)?)?(?:\d{1,3})(?:\s+(?:chỉ\s+tiêu|tiêu\s+chí))?(\s|[?.,]|$)`, "$1 $2$3"),
	short(`(\s)(?:được\s+)?(?:thành\s+lập|hình\s+thành|ra\s+đời|mới\s+lập)\s+(?:từ\s+|hồi\s+|vào\s+)?(?:tháng\s+)?\d{1,2}\s?[/-]\s?\d{4}(\s)`, "$1"),
	short(`(^|\s)(?:sau\s+khi\s+)?(?:sáp\s+)?nhập\s+(.{3,24}?)\s+xong(?:\s+rồi)?(?:\s+thì)?(\s)`, "${1}sau khi nhập $2$3"),
	short(`(^|\s)(?:lúc|khi|hồi|trước\s+khi|thời\s+điểm|thời)\s+(?:còn\s+)?(?:chưa\s+)?(?:sáp\s+)?nhập\s+(?:vào|về|với|vô)\s+(?:tp|thành\s+phố)\.?(?:\s+nam\s+định)?`, "${1}trước khi sáp nhập"),
	short(`(^|\s)(có|được|đã)\s+nhắc\s+(?:đến\s+|tới\s+)?(những|các|dự\s+án|chuyện|việc|ai|gì|nội\s+dung)`, "${1}$2 nêu $3"),
	short(`(tăng|giảm|nhích)\s+(thêm\s+)?(mấy|bao\s+nhiêu)\s+(?:chấm|phẩy)(\s|[?.,]|$)`, "$1 ${2}bao nhiêu %$4"),
	short(`(mấy|bao\s+nhiêu|vài)\s+(?:chục|trăm)\s+(triệu|tỷ|nghìn|ngàn|người|hộ|con|cái|căn|vụ)(\s|[?.,]|$)`, "$1 $2$3"),
	short(`(sắp\s+xếp|sáp\s+nhập|hợp\s+nhất)\s+(?:từ\s+|hồi\s+)?(?:ngày\s+)?\d{1,2}\s?[/-]\s?\d{1,2}\s?[/-]\s?(\d{4})`, "$1 năm $2"),
	short(`(^|\s)(?:mỗi|từng)\s+(?:cái|chỉ\s+tiêu|thứ|loại)\s+(?:là\s+)?(?:mấy|bao\s+nhiêu)(?:\s*(?:%|phần\s+trăm))?(\s|[?.,]|$)`, "$1$2"),
	short(`(tháng|thang|nửa|nua)\s+(đầu|dau|cuối|cuoi)\s+(\d{4})\b`, "$1 $2 năm $3"),
	short(`đạt\s+(?:từ\s+)?100\s?(?:%|phần\s+trăm)\s+(?:kế\s+hoạch|chỉ\s+tiêu)\s+trở\s+lên`, "đạt và vượt kế hoạch"),
	short(`(^|\s)(?:mấy|bao\s+nhiêu)\s+trên\s+(?:tổng\s+số\s+)?\d{1,3}\s+chỉ\s+tiêu`, "${1}mấy chỉ tiêu"),
	short(`(bằng|đạt|được)\s+(mấy|bao\s+nhiêu)\s*(%|phần\s+trăm)\s+(?:so\s+với\s+|của\s+)?(?:mục\s+tiêu|chỉ\s+tiêu|nghị\s+quyết)`, "$1 $2 $3 kế hoạch"),
	short(`(?:bằng|được)\s+(mấy|bao\s+nhiêu)\s*(%|phần\s+trăm)\s+(?:so\s+với\s+|của\s+)?(toàn|cả)\s+tỉnh`, "chiếm $1 $2 $3 tỉnh"),
	short(`(^|\s)(?:hơn|cao\s+hơn|nhiều\s+hơn)\s+((?:so\s+với\s+)?(?:năm\s+trước|năm\s+ngoái|cùng\s+kỳ(?:\s+năm\s+trước)?|(?:năm\s+)?\d{4}))\s+(?:là\s+|được\s+)?(mấy|bao\s+nhiêu)\s*(%|phần\s+trăm)`, "${1}tăng $3 $4 so với $2"),
	short(`(^|\s)(?:đặt|để)\s+(.{3,60}?)\s+(?:bên\s+cạnh|cạnh)\s+`, "${1}so sánh $2 và ").unless(`canh\s+(?:tranh|tac|dong|giac|sat|quan|bao|cao|ve|phong)\b`),
	short(`(^|\s)(?:cho\s+)?(?:tới|đến)\s+(?:giờ|bây\s+giờ|hiện\s+giờ|nay)(\s|[?.,]|$)`, "${1}đến nay$2"),
	short(`(^|\s)mới\s+(thu|chi|giải\s+ngân|xuất\s+khẩu|huy\s+động|thực\s+hiện)(\s)`, "$1$2$3"),
	short(`(^|\s)(?:cả\s+)?(?:hai|2)\s+năm\s+((?:19|20)\d\d\s?(?:,|và|với))`, "${1}năm $2"),
	short(`(tăng(?:\s+trưởng)?\s+(?:.{0,40}?\s)?)chậm\s+nhất`, "${1}thấp nhất").unless(`(?:nop|han|gui|xong|hoan thanh)\b`),
	short(`(^|\s)diễn\s+biến\s+(thế\s+nào|ra\s+sao|như\s+thế\s+nào)`, "${1}xu hướng $2"),
	short(`(\s)(?:rồi|r)\s*([?.!]*)$`, "$2"),
	short(`(?:được\s+giao|đề\s+ra|đặt\s+ra|phát\s+động|có)\s+(?:bao\s+nhiêu|mấy)\s+chỉ\s+tiêu\s*(?:và|thì|,)?\s*(?:đã\s+)?(?:đạt|hoàn\s+thành|làm)\s*(?:dc|đc|được)?\s*(?:mấy|bao\s+nhiêu)(\s|[?.,]|$)`, "đạt và vượt mấy chỉ tiêu$1"),
	short(`\(\s*(?:thuộc|nay\s+là|nay\s+thuộc|trước\s+là|tức\s+là|tức)\s[^)]{0,40}\)`, " "),
	short(`,?\s*(?:sao|vì\s+sao|tại\s+sao)\s+(?:lại\s+)?có\s+(?:tới\s+|đến\s+)?(?:\d|hai|ba|bốn|nhiều|mấy)\s+(?:con\s+)?số(?:\s+khác\s+nhau)?(?:\s*,?\s*nguồn\s+nào\s+nói\s+(?:sao|gì))?(\s|[?.,]|$)`, "$1"),
	short(`(^|\s)(từ|đến|hết|trong|kể\s+từ)\s+(1[0-2]|0?[1-9])\s?[-/]\s?(20\d\d)\b`, "$1$2 tháng $3/$4"),
	short(`(^|\s)(quý|tháng)\s+([ivx]{1,3}|\d{1,2})\s+(?:của\s+)?(?:các|mấy|những|cả\s+(?:hai|ba|2|3))\s+năm\s+(20\d\d)\s*(?:,|\s(?:và|với))\s*(20\d\d)(?:\s*(?:,|\s(?:và|với))\s*(20\d\d))(\s|[?.,]|$)`, "${1}$2 $3 năm $4, $2 $3 năm $5 và $2 $3 năm $6$7"),
	short(`(^|\s)(quý|tháng)\s+([ivx]{1,3}|\d{1,2})\s+(?:của\s+)?(?:các|hai|2|cả\s+(?:hai|2))\s+năm\s+(20\d\d)\s*(?:,|\s(?:và|với))\s*(20\d\d)(\s*[?.]|\s*$)`, "${1}$2 $3 năm $4 và $2 $3 năm $5$6"),
	short(`(^|\s)so\s+(?:với\s+)?(dự\s+toán|kế\s+hoạch|chỉ\s+tiêu)((?:\s+(?:tỉnh|trung\s+ương|cấp\s+trên|được|năm|cả\s+năm|đề\s+ra|giao))*)\s+(?:thì\s+)?(?:được|đạt|bằng|là)?\s*(mấy|bao\s+nhiêu)\s*(%|phần\s+trăm)`, "${1}đạt $4 $5 $2$3"),
	short(`^\s*so\s+(?:với\s+)?(năm\s+trước|năm\s+ngoái|cùng\s+kỳ(?:\s+năm\s+(?:trước|ngoái))?)(?:\s+thì|\s*,)\s+(.+?)(\s*[?.!]*)$`, "$2 so với $1$3"),
	short(`(^|\s)(?:tính\s+(?:theo\s+|trên\s+)?|mỗi\s+|trên\s+|chia\s+(?:cho\s+|theo\s+)?)đầu\s+(?:người|ng)(\s|[?.,]|$)`, "${1}bình quân đầu người$2"),
	short(`((?:19|20)\d\d)\s+(?:rồi|xong)\s+(?:đến\s+|tới\s+|sang\s+)?((?:19|20)\d\d)(?:\s+(?:rồi|xong)\s+(?:đến\s+|tới\s+|sang\s+)?((?:19|20)\d\d))(\s|[?.,]|$)`, "$1, $2 và $3$4"),
	short(`((?:19|20)\d\d)\s+(?:rồi|xong)\s+(?:đến\s+|tới\s+|sang\s+)?((?:19|20)\d\d)(\s|[?.,]|$)`, "$1 và $2$3"),
	short(`(?:bằng|được)\s+(mấy|bao\s+nhiêu)\s*(%|phần\s+trăm)\s+(?:của\s+)?(?:[^\s,?]+\s+){1,4}(toàn|cả)\s+tỉnh`, "chiếm $1 $2 $3 tỉnh"),
	short(`(^|\s)(?:tính\s+)?(?:lũy|luỹ)\s+kế\s+(?:trong\s+|của\s+)?(\d{1,2}\s+tháng)`, "${1}$2"),
	short(`(\d{1,2}\s+tháng(?:\s+đầu\s+năm)?(?:\s+(?:năm\s+)?(?:19|20)\d\d)?)\s+(?:lũy|luỹ)\s+kế(\s|[?.,]|$)`, "$1$2"),
	short(`(^|\s)vốn\s+c\.?s\.?h(\s|[?.,]|$)`, "${1}vốn chủ sở hữu$2"),
	short(`^(.{0,40}?)(^|\s)(?:bình\s+quân|trung\s+bình)\s+(?:giai\s+đoạn\s+)?((?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d)\s+(.{3,60}?)\s+(tăng|giảm)\s+(mấy|bao\s+nhiêu)\s*(%|phần\s+trăm)(?:\s+(?:mỗi|một|1|hằng|hàng)\s+năm)?(\s|[?.,]|$)`, "$1$2$4 giai đoạn $3 $5 bình quân $6 $7$8"),
	short(`(^|\s)(?:cái\s+)?phần\s+(tp|thành\s+phố|tỉnh|trung\s+ương)\s+quản\s+lý`, "${1}$2 quản lý"),
	short(`(^|\s)tỷ\s+trọng\s+(?:của\s+)?(?:từng|các|mỗi|mấy|3|ba)\s+(ngành|khu\s+vực|lĩnh\s+vực|khối)(\s|[?.,]|$)`, "${1}cơ cấu kinh tế từng $2$3"),
	short(`bán\s+lẻ\s+với\s+(?:dv|dịch\s+vụ)(\s)`, "bán lẻ và dịch vụ$1"),
	short(`(mấy|bao\s+nhiêu)\s+phần\s+(dự\s+toán|kế\s+hoạch|chỉ\s+tiêu)(\s|[?.,]|$)`, "$1 % $2$3"),
	short(`(^|\s)(?:nửa|nữa)\s+năm\s+((?:19|20)\d\d)(\s|[?.,]|$)`, "${1}6 tháng đầu năm $2$3"),
	short(`(^|\s)bình\s+quân\s+((?:giai\s+đoạn\s+)?(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d)\s+(?:mỗi|hằng|hàng|một|1|từng)\s+năm\s+(tăng|giảm)(\s)`, "${1}$2 $3 bình quân$4"),
	short(`(^|\s)(quý|tháng)\s+([ivx]{1,3}|\d{1,2})\s*(?:/\s*|\s+(?:năm\s+)?)(20\d\d)\s*(?:,|\s(?:và|với))\s*(20\d\d)(\s*[?.]|\s*$|\s+(?:của|thì|bằng|là|hơn|tăng|giảm)\s)`, "${1}$2 $3 năm $4 và $2 $3 năm $5$6"),
}

// firstQuarters are the first quarters of a year: one, or as many as the word
// before them counts.
var firstQuarters = regexp.MustCompile(`(?i)(^|\s)(?:(\d|hai|ba|các|cac|mấy|may|những|nhung|vài|vai|bốn|bon)\s+)?(?:quý|quy)\s+(?:đầu|dau)(?:\s+(?:tiên|tien))?(?:\s+(?:của|cua))?(?:\s+(?:năm|nam))?\s+(\d{4})\b`)

// inMonths writes the first quarters of a year as a period, unless nobody knows how
// many they are.
func inMonths(s string) string {
	return firstQuarters.ReplaceAllStringFunc(s, func(found string) string {
		m := firstQuarters.FindStringSubmatch(found)
		long := "quý 1 năm "
		switch strings.ToLower(m[2]) {
		case "", "1":
		case "2", "hai":
			long = "6 tháng đầu năm "
		case "3", "ba":
			long = "9 tháng đầu năm "
		default:
			return found
		}
		if !viet.HasMarks(found) {
			long = viet.Fold(long)
		}
		return m[1] + long + m[3]
	})
}

// listed are months or quarters in a row of which the last alone bears the year:
// "quý I, II năm 2022", "tháng 11 và 12/2021".
var listed = regexp.MustCompile(`(?i)(^|\s)(quý|quy|tháng|thang)\s+([ivx]{1,3}|\d{1,2})((?:\s*(?:,|&|\s(?:và|va|với|voi)\s)\s*(?:(?:quý|quy|tháng|thang)\s+)?(?:[ivx]{1,3}|\d{1,2}))+)(?:\s*/\s*|\s+(?:năm|nam)\s+)(\d{4})\b`)

// listedPart is one of the row behind the first.
var listedPart = regexp.MustCompile(`(?i)(?:,|&|\s(và|va|với|voi)\s)\s*(?:(?:quý|quy|tháng|thang)\s+)?([ivx]{1,3}|\d{1,2})`)

// withYear gives each of the months or quarters in a row the year of the last.
func withYear(s string) string {
	return listed.ReplaceAllStringFunc(s, func(found string) string {
		m := listed.FindStringSubmatch(found)
		year, and := " năm "+m[5], " và "
		if !viet.HasMarks(found) {
			year, and = " nam "+m[5], " va "
		}
		out := m[1] + m[2] + " " + m[3] + year
		for _, part := range listedPart.FindAllStringSubmatch(m[4], -1) {
			out += and + m[2] + " " + part[2] + year
		}
		return out
	})
}

// spellOut writes the shorthands in full, without marks in a text that
// has none.
func spellOut(s string) string {
	marked := viet.HasMarks(s)
	s = wholeWords(s, marked)
	for _, list := range [][]shorthand{initialsOf, everyday, shorthands} {
		for _, h := range list {
			if h.not != nil && h.not.MatchString(viet.Fold(s)) {
				continue
			}
			s = h.in(s, marked)
		}
	}
	return withYear(inMonths(s))
}
