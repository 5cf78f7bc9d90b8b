package query

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"thiduabot/corpus/viet"
)

// An aside is a clause in which the asker speaks of himself or of the occasion: "em là
// sinh viên", "sếp đang giục". It is dropped if all its words are words of talk, or if it
// says who asks and names nothing that is measured, no place, no time and nothing that
// narrows a figure.

// talkWords are the words of such clauses, and anchors those of which one must stand in
// a clause of nothing but talk. Each alone narrows no figure.
var (
	talkWords = NewWordSet(`em anh chị tôi tớ mình cháu con bác cô chú dì ông bà thầy sếp bạn bot ad admin đồng chí đ/c thủ trưởng lãnh đạo quý vị mọi người nhà vợ chồng bọn tụi chúng mẹ bố
		dạ vâng ạ à ơi này ê ờ ừ alo hi hello chào kính thưa xin lỗi phiền nhờ giúp hộ giùm dùm với nhé nha nhá nhỉ hả đi thôi luôn ngay gấp khẩn cấp vội lắm quá rồi mất mà nên thì là vì do cứ đã cũng chả chẳng lại
		đang vừa mới sắp phải bị chưa không ko quên nhớ rõ biết nghi lo thấy hỏi giục chờ đợi họp nộp viết soạn làm tìm mãi ra ngồi đứng bận rảnh kẹt cần muốn mong đọc nghe bảo yêu cầu trả lời sớm nhanh kịp ngại đau đầu loay hoay
		báo cáo tham luận slide bài tập luận văn tờ trình hồ sơ lát tí chút chiều sáng tối hôm qua nay mai cuộc hội nghị trên tự nhiên có ai việc nghề nhận cơ quan văn phòng đây đó khổ cứu trời đẹp nóng mưa lạnh ôi cảm ơn cám thanks thank trân trọng chân thành nhiều
		già hay kém mắt tuổi gửi cho xem tra được nếu tiện vui lòng ở lúng túng bí khó chuyện số-là nữa máy điện thoại chắc nói nhắn tin file hỗ trợ đỡ please pls you can để đưa vào điền nộp trình đi hoàn thiện chuẩn bị gọi các câu muộn ngu`)
	anchors = NewWordSet(`em tôi tớ mình cháu con anh chị bác bạn bot sếp lãnh trưởng gấp khẩn cứu bận rảnh khổ trời ơi cảm cám ơn thanks thank mong nhờ phiền vợ chồng hỏi lát`)
)

// saysWho and worksAt are how a clause begins that says who asks; noAside are folded words that may
// narrow a figure, wherever they stand.
var (
	saysWho = worded(`^(?:dạ\s+)?(?:` + speaker + `|con)\s+(?:(?:đang|vốn|hiện|chỉ|mới)\s+)?(?:là|làm)\s+(?:một\s+|1\s+)?(?:sinh\s+viên|học\s+sinh|học\s+viên|cán\s+bộ|nhân\s+viên|công\s+chức|viên\s+chức|phóng\s+viên|nhà\s+báo|giáo\s+viên|chuyên\s+viên|kế\s+toán|lính\s+mới|thực\s+tập(?:\s+sinh)?|thư\s+ký|người\s+mới|cử\s+tri|trưởng\s+(?:thôn|phòng|ban)|phó\s+phòng|nghiên\s+cứu\s+sinh|cộng\s+tác\s+viên)(?:\s+mới)?(?:\s|$)`)
	worksAt = worded(`^(?:dạ\s+)?` + speaker + `\s+(?:đang\s+)?(?:công\s+tác\s+|làm\s+việc\s+|làm\s+)?(?:ở|tại|bên)\s+(?:ban|phòng|văn\s+phòng|báo|đài|đoàn|cơ\s+quan|trường|đảng\s+ủy|sở)(?:\s|$)`)
	noAside = regexp.MustCompile(`\b(?:rieng|phan|chi|tru|ngoai|ke|gom|tinh|theo|cua|so|hon|khoi|loai|gia|nhom|trong|thuoc|tai|o|tu|que|ve|nu|y|nghia|tuc|khu|vuc|nganh|muc|ty|ti|thuc|uoc|ke hoach|toan|ca|moi|tung|nam|thang|quy|ngay|tuan|dau|cuoi|nua|sau|truoc|khi|luc|hoi|cu|dan toc|vung|mien|noi|quan tam)\b`)
)

// occasions are whole clauses that tell of the occasion with words that would narrow a
// figure elsewhere.
var occasions = []wording{
	worded(`^(?:` + speaker + `|con)\s+(?:đang\s+)?(?:học|dạy)\s+lớp\s+\d{1,2}[a-z]?$`),
	worded(`^(?:` + speaker + `\s+)?(?:nghi|sợ|ngờ|thấy|e)\s+(?:là\s+)?(?:số|số\s+liệu|con\s+số|cái\s+số)(?:\s+(?:trong|ở|của))?(?:\s+(?:file|bảng|báo\s+cáo|máy|đây|bản))?(?:\s+(?:` + speaker + `|này|cũ|trước|bị))*\s+(?:sai|nhầm|lệch|không\s+khớp|không\s+đúng|chưa\s+đúng)$`),
	worded(`^(?:` + speaker + `|con)\s+(?:đang\s+)?học\s+(?:cao\s+học|đại\s+học|thạc\s+sĩ|tại\s+chức|trường\s+đảng)$`),
	worded(`^(?:` + speaker + `|con)\s+tên(?:\s+là)?(?:\s+[^\s]+){1,2}$`),
	worded(`^(?:chả|số|chuyện)\s+là\s+(?:hôm\s+qua\s+|hôm\s+trước\s+|sáng\s+nay\s+|vừa\s+)?(?:đi\s+)?(?:họp\s+)?(?:có\s+người|sếp|lãnh\s+đạo|đại\s+biểu)\s+hỏi(?:\s+` + speaker + `)?$`),
}

// openers are talk at the head of a question that tells who wants to know, and closers talk at
// its end that tells what for, or what puzzles the asker.
var (
	openers = []wording{
		worded(`^\s*(?:` + anybody + `|ai)\s+(?:nào\s+)?(?:đang\s+)?(?:giữ|có|nắm)\s+(?:được\s+)?(?:con\s+số|số\s+liệu|số)\s+(?:về\s+)?`),
		worded(`^\s*(?:bên|phía|ông|bà|cô|chú|mấy)\s+(?:[^\s,.:;]+\s+){1,3}(?:hỏi|thắc\s+mắc)(?:\s+(?:là|rằng))?\s+`),
		worded(`^\s*` + speaker + `\s+(?:vừa\s+|mới\s+|đang\s+)?(?:giao|bảo|kêu|nhờ|sai|yêu\s+cầu)\s+` + anybody + `\s+(?:phải\s+)?(?:làm|viết|soạn|lập|chuẩn\s+bị)\s+` + paper + `(?:\s*[,.:;]\s*|\s+về\s+)`),
	}
	closers = []wording{
		worded(`[,;(]\s*sao\s+(?:` + anybody + `\s+)?(?:tra|thấy|tìm|đọc|xem)\s*(?:ra\s+)?(?:lắm|nhiều|mấy|đủ)\s+(?:con\s+)?số(?:\s+(?:thế|vậy|khác\s+nhau|thế\s+nhỉ))*[\s.?!)]*$`),
		worded(`[,;(]\s*(?:đv|đvt|đơn\s+vị)(?:\s+tính)?\s*:?\s+(?:là\s+)?(?:nghìn\s+|ngàn\s+|triệu\s+|tỷ\s+)?(?:đồng|usd|đô|người|ha|tấn|%)[\s.?!)]*$`),
		worded(`[,;(]\s*(?:` + anybody + `\s+)?nghe\s+(?:nói|đâu|bảo|đồn)\s+(?:là\s+)?(?:tăng|giảm|cao|thấp|nhiều|ít|khá|tốt)(?:\s+(?:dữ|lắm|ghê|quá|mạnh|nhiều|lên|xuống|khá))*[\s.?!)]*$`),
		worded(`\s+chỉ\s+(?:giúp\s+|cho\s+)?(?:em|e|mình|tôi|con|cháu)\s+với(?:\s+ạ)?[\s.?!)]*$`),
		worded(`[,;(]\s*(?:` + anybody + `\s+)?(?:thấy\s+)?(?:mỗi|từng)\s+(?:nơi|chỗ|bc|báo\s+cáo|người|nguồn|bài)\s+(?:ghi|nói|viết|nêu|một|1)\s*(?:lại\s+)?(?:một\s+|1\s+)?(?:kiểu|đằng|số|khác|phách)?[\s.?!)]*$`),
		worded(`[,;(]\s*chỗ\s+(?:này|nọ)\s+(?:ghi|nói|viết|nêu)\s+(?:một|1)\s+(?:đằng|kiểu|số)[\s,]*(?:chỗ|nơi)\s+(?:kia|nọ|khác)\s+(?:ghi\s+|nói\s+)?(?:một|1)\s+(?:nẻo|kiểu|số|đằng)[\s.?!)]*$`),
		worded(`\s+để\s+(?:` + anybody + `\s+)?(?:còn\s+)?(?:chia|tính|quy|nhân|suy)(?:\s+(?:bình\s+quân|ra|tỷ\s+lệ|phép\s+tính|toán|tiếp|cho\s+tiện))*[\s.?!)]*$`),
		worded(`[,;]\s*` + anybody + `\s+(?:đang\s+)?cần\s+(?:số\s+)?(?:này\s+)?cho\s+(?:phần|mục|chương|trang|bài|báo\s+cáo|bc|slide)(?:\s+[^\s,.;?]+){0,3}[\s.?!)]*$`),
	}
)

// withoutOccasion drops such talk from a question that says something without it.
func withoutOccasion(s string, t *Terms) string {
	marked := viet.HasMarks(s)
	out := s
	for _, forms := range [][]wording{openers, closers} {
		for _, f := range forms {
			talk := f.of(marked).FindString(out)
			if talk == "" || namesAnything(talk, marked, t) {
				continue
			}
			if rest := strings.TrimSpace(strings.Replace(out, talk, " ", 1)); tellsAnything(rest, marked) {
				out = rest
			}
		}
	}
	return out
}

// namesAnything reports whether talk names a place, a thing that is measured or a time, so that
// it may tell which figure is meant: "bên Hải Hậu hỏi".
func namesAnything(talk string, marked bool, t *Terms) bool {
	if strings.IndexFunc(strings.TrimLeft(talk, " ,;("), unicode.IsUpper) > 0 {
		return true
	}
	return slices.ContainsFunc(t.read(split(talk), marked), func(s segment) bool { return s.has(senseIndicator) || s.has(senseArea) })
}

// withoutFigures ends a clause that says that somebody lacks the figures.
var withoutFigures = worded(`\s(?:chưa|không)\s+có\s+(?:số|số\s+liệu)$`)

// clauseMarks part the clauses of a text; those inside a number part nothing.
var clauseMarks = regexp.MustCompile(`[,;:!?…()]+(?:\s+|$)|\.+(?:\s+|$)|\s+[–—-]\s+|\n+`)

// withoutAsides drops the asides of a text of several clauses.
func withoutAsides(s string, t *Terms) string {
	s = withoutOccasion(s, t)
	marked := viet.HasMarks(s)
	cuts := clauseMarks.FindAllStringIndex(s, -1)
	if len(cuts) == 0 {
		return s
	}
	var b strings.Builder
	from := 0
	for _, cut := range append(cuts, []int{len(s), len(s)}) {
		if from < cut[0] && !aside(s[from:cut[0]], marked, t) {
			b.WriteString(s[from:cut[1]])
		}
		from = cut[1]
	}
	out := strings.TrimRight(b.String(), " ,;:(")
	if out == strings.TrimRight(s, " ,;:(") || !tellsAnything(out, marked) {
		return s
	}
	return out
}

// aside reports whether a clause tells nothing of what is asked for.
func aside(clause string, marked bool, t *Terms) bool {
	words := strings.Fields(strings.ToLower(strings.Trim(clause, " .?!")))
	trimmed := strings.Join(words, " ")
	if slices.ContainsFunc(occasions, func(o wording) bool { return o.of(marked).MatchString(trimmed) }) {
		return true
	}
	if len(words) < 2 || strings.ContainsAny(clause, "0123456789%") {
		return false
	}
	if m := withoutFigures.of(marked).FindStringIndex(trimmed); m != nil {
		words = strings.Fields(trimmed[:m[0]])
	}
	isTalk, anchored := true, false
	for _, w := range words {
		isTalk = isTalk && talkWords.of(marked)[w]
		anchored = anchored || anchors.of(marked)[w]
	}
	if isTalk && anchored {
		return true
	}
	for _, form := range []wording{saysWho, worksAt} {
		if m := form.of(marked).FindStringIndex(clause); m != nil {
			return !narrowing(clause[m[1]:], marked, t)
		}
	}
	return false
}

// narrowing reports whether what follows who asks may tell which figure is meant.
func narrowing(rest string, marked bool, t *Terms) bool {
	if noAside.MatchString(viet.Fold(rest)) || strings.IndexFunc(rest, unicode.IsUpper) >= 0 {
		return true
	}
	segs := t.read(split(rest), marked)
	return slices.ContainsFunc(segs, func(s segment) bool {
		return slices.ContainsFunc(s.senses, func(e phrase) bool {
			return e.sense != senseFiller && e.sense != senseGreeting && e.sense != senseHelp && e.sense != senseEvent && e.sense != senseDocument && e.sense != senseAnd
		})
	})
}
