package query

import (
	"regexp"
	"strings"

	"thiduabot/corpus/viet"
)

// People wrap a question in talk: they greet, excuse themselves, say why they ask and
// thank in advance. None of it tells which figure is meant. The lists of this file are
// closed and chosen by hand from what officials write; a phrase stands in them only if
// it can narrow nothing.

const (
	// speaker is who asks or who is asked, also where the text has no marks.
	speaker = `(?:(?:các|toàn\s+thể|quý|cả)\s+)?(?:anh\s+chị\s+em|anh|chị|em|tôi|tớ|mình|cháu|bác|chú|sếp|bạn|bot|ad|admin|đ/c|đồng\s+chí|thủ\s+trưởng|lãnh\s+đạo|cơ\s+quan|quý\s+vị|mọi\s+người|nhà|mn|ace|trợ\s+lý|thư\s+ký|(?:bọn|tụi|chúng|phòng|bên|cơ\s+quan)\s+(?:em|tôi|mình|cháu|con))`
	// kin are further words for them, which stand for other things as well.
	kin     = `(?:con|cô|dì|ông|bà|thầy|a|c|e|b)`
	anybody = `(?:` + speaker + `|` + kin + `)`
	// everybody is several of them: "anh chị", "anh/chị", "em, anh".
	everybody = `(?:` + anybody + `(?:(?:\s+|\s*[/,]\s*)` + anybody + `){0,2})`
	givenName = `(?-i:[A-ZĐÂÁÀẢÃẠẤẦẨẪẬÉÈÊẾỀỆÍÌÓÒÔỐỒÚÙỤỨỪÝỲỶ])[^\s,.:;]*`
	rank      = `(?:\s+(?:phó\s+)?(?:bí\s+thư|chủ\s+tịch|trưởng\s+(?:phòng|ban)|chánh\s+văn\s+phòng|giám\s+đốc|lãnh\s+đạo|cán\s+bộ|phụ\s+trách))?`

	softener = `(?:\s+(?:ạ|nhé|nha|nhá|chút|một\s+chút|chút\s+xíu|tí|tý|xíu|tẹo|cái|với|là|rằng|luôn|nhanh|ngay|thật|gấp|trước|xíu|điều\s+này|câu\s+này))*`
	thanks   = `(?:` + everybody + `\s+)?(?:(?:xin|chân\s+thành|trân\s+trọng|rất|vô\s+cùng|thành\s+thật)\s+)*(?:cảm\s+ơn|cám\s+ơn|thank(?:s|\s+you)?|tks|đa\s+tạ|biết\s+ơn)(?:\s+` + everybody + `)?(?:\s+(?:nhiều|trước|lắm|rất\s+nhiều|ạ|nhé|nha|nhá|(?:về\s+)?câu\s+trả\s+lời|vừa\s+rồi))*`
	// paper is what somebody writes when he asks.
	paper = `(?:báo\s+cáo|tham\s+luận|slide|bài(?:\s+(?:viết|tập|phát\s+biểu|luận|thi|báo|giảng))?|luận\s+(?:văn|án)|tiểu\s+luận|khóa\s+luận|đồ\s+án|tờ\s+trình|biên\s+bản|hồ\s+sơ|đề\s+tài|bản\s+tin|công\s+văn|kịch\s+bản)`

	pause = `\s*(?:[,.:;!?…]+)\s*`
	gap   = `(?:` + pause + `|\s+)`
	end   = `[\s.!?…)]*$`
	start = `(?:\s*[,.;:!?…(]+\s*|\s+)`
)

// modal are the words before what one asks for; asking is the asking itself.
const (
	modal  = `(?:(?:lại|cũng|đang|rất|kính|xin|phép|muốn|cần|phải|có\s+việc|nhờ|mong|được|đề\s+nghị|yêu\s+cầu|làm\s+ơn|vui\s+lòng|phiền|làm\s+phiền|có\s+thể|có|tiện(?:\s+(?:thể|đây|thì))?|nếu\s+(?:được|tiện)(?:\s+thì)?|please|trân\s+trọng)\s+)`
	aid    = `(?:giúp(?:\s+đỡ)?|hộ|giùm|dùm|hỗ\s+trợ)`
	asking = `(?:(?:` + aid + `\s+|nói\s+)?cho\s+(?:phép\s+)?(?:` + everybody + `\s+)?(?:được\s+|xin\s+|phép\s+)*(?:hỏi|biết|xin|hay|rõ)` +
		`|(?:xin|muốn|cần|mong)\s+(?:được\s+|phép\s+)*(?:hỏi|biết)` +
		`|(?:tra(?:\s+cứu)?|kiểm\s+tra(?:\s+lại)?|kiểm|xem\s+lại|check)\s+` + aid + `(?:\s+` + speaker + `)?` +
		`|(?:tra(?:\s+cứu)?|kiểm\s+tra|check|trả\s+lời)\s+(?:cho|giúp|hộ)\s+` + speaker +
		`|` + aid + `\s+` + speaker + `(?:\s+(?:việc\s+này|tra(?:\s+cứu)?|trả\s+lời(?:\s+câu(?:\s+(?:hỏi\s+)?(?:này|sau))?)?))?)`
)

// A frame is talk at the start or the end of a question.
type frame struct {
	wording
	asks bool           // asks politely, so that "được không" may follow
	sure bool           // read in texts with marks only
	not  *regexp.Regexp // folded words before which it is no talk
	only *regexp.Regexp // folded words before which alone it is talk
}

func opening(pattern string) frame { return frame{wording: worded(`^\s*` + pattern)} }
func closing(pattern string) frame { return frame{wording: worded(start + pattern + end)} }
func (f frame) asking() frame      { f.asks = true; return f }
func (f frame) marked() frame      { f.sure = true; return f }

// unless leaves a text alone where the folded words follow.
func (f frame) unless(words string) frame {
	f.not = regexp.MustCompile(`^(?:` + words + `)\b`)
	return f
}

// before takes a frame for talk only where the folded words follow.
func (f frame) before(words string) frame {
	f.only = regexp.MustCompile(`^(?:` + words + `)\b`)
	return f
}

// fits reports whether the text behind the frame leaves it talk.
func (f frame) fits(behind string) bool {
	folded := viet.Fold(behind)
	return (f.not == nil || !f.not.MatchString(folded)) && (f.only == nil || f.only.MatchString(folded))
}

// openings begin a question, closings end it.
var (
	openings = []frame{
		opening(`(?:cho\s+)?(?:` + speaker + `\s+)?hỏi\s+(?:cái|câu|việc|điều)\s+này` + softener + gap),
		opening(`(?:dạ\s+)?(?:kính\s+)?(?:chào|thưa|gửi)\s+` + speaker + `\s+` + givenName + pause),
		opening(`(?:dạ\s+)?(?:` + everybody + `\s+)?` + modal + `*(?:` + everybody + `\s+)?` + modal + `*` + asking + softener + gap).asking().unless(`tin|bai|link|anh|lich`),
		opening(`(?:dạ\s+vâng|dạ|alo|a\s+lô|hi|hello|hey|helo|xin\s+chào|chào)(?:\s+` + speaker + `)?(?:\s+ạ)?` + pause),
		opening(`(?:dạ(?:\s+vâng)?|vâng(?:\s+ạ)?|ờ|ừ|ừm|à|này|à\s+này|ê|ok|oke|thôi|ơ|ôi|ối|khẩn|khẩn\s+cấp|gấp|gấp\s+lắm|hỏi\s+(?:nhanh|gấp|ngu|chút|tí))` + pause).marked(),
		opening(`(?:khẩn|gấp|gấp\s+lắm)` + pause),
		opening(`(?:khẩn\s+cấp|hỏi\s+(?:nhanh|gấp)|dạ\s+vâng|alo|hello|pls|plz|please|(?:can|could)\s+(?:you|u)(?:\s+please)?)` + gap),
		opening(`(?:(?:dạ|vâng)\s+)?(?:` + everybody + `\s+)?(?:xin\s+|kính\s+)*(?:chào|thưa|gửi)\s+` + everybody + rank + softener + gap),
		opening(`(?:kính\s+)?chào\s+buổi\s+(?:sáng|trưa|chiều|tối)(?:\s+` + everybody + `)?` + gap),
		opening(speaker + `(?:\s+[^\s,.:;]+)?\s+(?:ơi|à|ạ)` + pause),
		opening(anybody + `(?:\s+[^\s,.:;]+)?\s+ơi` + gap),
		opening(`bạn\s+(?:thư\s+ký|trợ\s+lý)\s+ơi` + gap),
		opening(`(?:` + everybody + `\s+)?(?:(?:thành\s+thật\s+)?xin\s+lỗi|thứ\s+lỗi|xin\s+phép|mạn\s+phép)(?:\s+` + everybody + `)?(?:\s+vì)?(?:\s+(?:đã\s+)?(?:làm\s+phiền(?:\s+` + everybody + `)?|hỏi\s+(?:muộn|nhiều|lại)))?` + softener + gap),
		opening(`(?:trước\s+(?:hết|tiên)\s+|đầu\s+tiên\s+)` + thanks + gap),
		opening(thanks + gap),
		opening(`(?:` + everybody + `\s+)?` + modal + `+(?:` + everybody + `\s+)?` + modal + `*(?:(?:` + aid + `\s+)?cung\s+cấp|báo|thông\s+tin|trả\s+lời|giải\s+đáp)(?:\s+(?:lại|ngay|sớm|nhanh))*\s+(?:cho|giúp)\s+` + speaker + `(?:\s+(?:được\s+)?(?:biết|rõ))?` + softener + gap).asking(),
		opening(`(?:` + everybody + `\s+)?(?:(?:xin|đề\s+nghị|kính|yêu\s+cầu|nhờ|mong)\s+)+(?:` + everybody + `\s+)?(?:vui\s+lòng\s+)?cung\s+cấp(?:\s+(?:ngay|sớm))?\s+`).unless(`nuoc|dien|dich vu|thong tin`).asking(),
		opening(`(?:rất\s+|kính\s+)?mong\s+(?:` + everybody + `\s+)?(?:được\s+)?(?:giúp\s+đỡ|giải\s+đáp|hỗ\s+trợ|chỉ\s+giáo|trả\s+lời)(?:\s+(?:sớm|giúp))?` + pause),
		opening(`(?:` + everybody + `\s+)?(?:cho\s+hỏi|hỏi)(?:\s+(?:thật|chút|tí|tý|nhanh|cái))` + softener + gap),
		opening(`(?:xin\s+)?(?:vui\s+lòng|làm\s+ơn)` + gap),
		opening(`(?:để\s+kịp\s+` + paper + `(?:\s+(?:chiều\s+nay|sáng\s+nay|sáng\s+mai|chiều\s+mai|ngày\s+mai|hôm\s+nay|cuối\s+ngày))?|để\s+(?:có\s+)?(?:cơ\s+sở|căn\s+cứ)\s+(?:làm|viết|lập|soạn)\s+` + paper + `)` + gap),
		opening(`(?:` + everybody + `\s+)?(?:(?:đang|phải|sắp|chuẩn\s+bị|vừa|mới|lo|ngồi)\s+)+(?:làm|viết|soạn|hoàn\s+thiện|nộp|chuẩn\s+bị|lập|rà\s+soát)\s+` + paper + `(?:\s+(?:tổng\s+kết|cần\s+gấp|gấp|cho\s+sếp|trình\s+sếp|cho\s+lãnh\s+đạo|cho\s+hội\s+nghị|nên|mà|thì|chiều\s+nay|sáng\s+mai|ngày\s+mai))*` + gap),
		opening(`(?:nhân\s+tiện|tiện\s+(?:đây|thể)|sẵn\s+(?:đây|tiện))` + gap),
		opening(`(?:(?:câu\s+)?hỏi\s*:\s*|câu\s+hỏi(?:\s+của\s+` + speaker + `)?\s+là\s*:?\s+)`),
		opening(`(?:` + everybody + `\s+)?(?:thắc\s+mắc(?:\s+(?:là|rằng|không\s+biết))?|(?:không|chả|chẳng)\s+(?:biết|rõ|nhớ))` + gap).unless(`lam|gi`),
		opening(`(?:(?:có\s+)?ai|` + speaker + `(?:\s+có)?)\s+(?:biết|nhớ|rõ)` + gap).asking(),
		opening(`theo\s+(?:bạn|bot|anh|chị|em|sếp)` + gap).marked(),
		opening(`(?:ủa|ơ|ơ\s+kìa)` + gap).marked(),
		opening(`(?:tốt|hay|giỏi|chuẩn|được)\s+(?:lắm|rồi|quá)` + pause),
		opening(`(?:con\s+số|số\s+liệu|số)\s+(?:về\s+)?`).before(`ty le|ti le|tong|gia tri|toc do|muc|chi so|ty trong|ti trong|nang suat|san luong|thu nhap|dien tich|kim ngach|grdp`),
		opening(`báo\s+cáo\s+` + speaker + pause),
	}
	closings = []frame{
		closing(thanks),
		closing(`(?:trân\s+trọng|xin\s+trân\s+trọng)\s+cảm\s+ơn`),
		closing(`(?:rất\s+|kính\s+)?(?:mong|nhờ|xin|đề\s+nghị|làm\s+ơn|phiền|vui\s+lòng)\s+(?:` + everybody + `\s+)?(?:sớm\s+)?(?:giúp(?:\s+đỡ)?|hỗ\s+trợ|trả\s+lời|phản\s+hồi|giải\s+đáp|hồi\s+âm|xem|tra|kiểm\s+tra|cho\s+biết)(?:\s+(?:giúp|hộ|lại|sớm|nhanh|gấp|luôn|ngay|giùm|với|nhé|ạ|` + speaker + `))*`),
		closing(`(?:giúp|giùm|dùm|(?:xem|tra|tìm|kiểm\s+tra)\s+hộ|nói(?:\s+nhanh)?\s+(?:giúp|cho)|cho)\s+` + speaker + `(?:\s+(?:với|cái|nhanh|gấp|luôn|ngay|nhé|nha|ạ|đi|tí|chút|biết|xin|hỏi))*`),
		closing(`(?:(?:hả|vậy|thế|nhỉ|nhé|nha|ạ|à|ha|ơi|đấy|nhá|thưa)\s+)+` + speaker + `(?:\s+(?:ạ|nhé|ơi|nhỉ|nha|hả|à))*`),
		closing(`(?:please|pls|plz|(?:` + speaker + `\s+)?(?:đang\s+)?cần\s+(?:quá|gấp|lắm))`),
		closing(`(?:rất\s+)?mong\s+(?:sớm\s+)?nhận\s+được\s+(?:phản\s+hồi|hồi\s+âm|câu\s+trả\s+lời|sự\s+giúp\s+đỡ|giải\s+đáp)(?:\s+(?:sớm|từ|của|` + speaker + `))*`),
		closing(`(?:và\s+)?(?:kính\s+)?chúc\s+(?:` + everybody + `\s+)?(?:một\s+)?(?:ngày|tuần|buổi\s+(?:sáng|chiều|tối)|sức\s+khỏe)(?:\s+(?:mới|làm\s+việc|tốt\s+lành|vui\s+vẻ|vui|hiệu\s+quả|dồi\s+dào|thành\s+công))*`),
		closing(speaker + `\s+(?:ơi|nhé|nhỉ|ạ|hả|nha|nhá)`),
		closing(`(?:để|hỏi\s+để|đặng)\s+(?:` + speaker + `|con)(?:\s+(?:còn|kịp|đi|đem|lấy))?\s+(?:viết|làm|báo\s+cáo|nộp|đưa|điền|trình|họp|biết|tổng\s+hợp|chuẩn\s+bị)(?:\s+(?:` + paper + `|` + speaker + `|vào|cho|kịp|họp|trên|chiều\s+nay|sáng\s+mai|luôn|ạ|nhé))*`),
		closing(`(?:` + speaker + `|con)\s+(?:đang\s+)?(?:cần|hỏi|dùng|lấy)\s+(?:(?:ngay|gấp|lắm|để|cho|chắc|viết|làm|đưa|điền|nộp|vào|chiều\s+nay|sáng\s+mai|báo\s+cáo|` + paper + `|` + speaker + `|ạ|nhé|đi|với|luôn)(?:\s+|$))+`),
		closing(`(?:(?:ấy|ý|vậy|thế|đấy|đó)\s+)?(?:ạ|với|nhé|nha|nhá|nhỉ|vậy\s+ta|nhỉ\s+ta)`).marked(),
	}
	// granted ends a question that was politely asked: "được không ạ".
	granted = closing(`(?:(?:có\s+)?được\s+(?:không|ko|k|hông|hem|chứ)|không|ko)(?:\s+(?:ạ|nhỉ|vậy|thế|` + speaker + `))*`)
)

// remindWords are folded words with which one asks to be reminded: such a text is left
// as it is, for its words are the task.
var remindWords = regexp.MustCompile(`\b(?:nhac|hen|bao thuc|dung quen|ghi nho|ghi chu|note|goi (?:toi|em|minh|anh|chi) day)\b`)

// WithoutTalk returns a question without the talk around it, or the text as it is if
// there is none, or nothing else.
func WithoutTalk(text string, t *Terms) string {
	s := viet.Normalize(clip(text))
	if remindWords.MatchString(viet.Fold(s)) {
		return text
	}
	marked, asked := viet.HasMarks(s), false
	rest := s
	for range maxFrames {
		before := rest
		rest, asked = trimOpenings(rest, marked, asked)
		rest = withoutAsides(rest, t)
		rest = trimClosings(rest, marked, asked)
		if rest == before {
			break
		}
	}
	if rest == s || !tellsAnything(rest, marked) {
		return text
	}
	return rest
}

// maxFrames bounds how often talk is taken off.
const maxFrames = 12

// trimOpenings takes the talk off the start of a text; asked is whether any of it asked
// politely.
func trimOpenings(s string, marked, asked bool) (rest string, polite bool) {
	for _, f := range openings {
		if f.sure && !marked {
			continue
		}
		m := f.of(marked).FindStringIndex(s)
		if m == nil {
			continue
		}
		behind := s[m[1]:]
		if tellsAnything(behind, marked) && f.fits(behind) {
			s, asked = behind, asked || f.asks
		}
	}
	return s, asked
}

// trimClosings takes the talk off the end of a text.
func trimClosings(s string, marked, asked bool) string {
	all := closings
	if asked {
		all = append(all[:len(all):len(all)], granted)
	}
	for _, f := range all {
		if f.sure && !marked {
			continue
		}
		if m := f.of(marked).FindStringIndex(s); m != nil && tellsAnything(s[:m[0]], marked) {
			s = s[:m[0]]
		}
	}
	return s
}

// tellsAnything reports whether a text has two words or more that are no talk, one if
// it has no marks and many words may be others.
func tellsAnything(s string, marked bool) bool {
	n, words := 0, strings.Fields(strings.ToLower(s))
	for _, w := range words {
		if w = strings.Trim(w, `.,;:!?…()"“”`); w != "" && !talkWords.of(marked)[w] {
			n++
		}
	}
	return n >= 2 || n == 1 && !marked && len(words) > 2
}
