package query

import (
	"regexp"
	"strings"

	"thiduabot/corpus/viet"
)

// Askers say what they want an answer for, and how they want it: "lấy làm gốc so
// sánh", "để đưa vào báo cáo", "gửi link luôn nhé". None of it tells which figure is
// meant.

// forUse are clauses that tell what an answer is for.
var forUse = []wording{
	worded(`[,;:(–-]?\s*(?:để\s+)?(?:lấy\s+)?làm\s+(?:gốc|mốc|cơ\s+sở|căn\s+cứ|ví\s+dụ)(?:\s+(?:để\s+)?(?:so\s+sánh|đối\s+chiếu))?(?:\)|\s|$)`),
	worded(`[,;:(–-]?\s*để\s+(?:tôi\s+|em\s+|mình\s+|anh\s+|chị\s+|còn\s+|kịp\s+)?(?:so\s+sánh|đối\s+chiếu|báo\s+cáo|tổng\s+hợp|đưa\s+vào|ghi\s+vào|điền|trình|viết|chuẩn\s+bị|họp|phát\s+biểu|làm\s+(?:báo\s+cáo|slide|bài|tham\s+luận|tờ\s+trình|biểu))(?:\s+(?:báo\s+cáo|bc|với|ạ|nhé|giúp|em|anh|bảng|file|mẫu|phần|mục|sếp|lãnh\s+đạo|thủ\s+trưởng|họp|bài|slide|biểu|tờ\s+trình|tham\s+luận|vào|cho|kịp|sáng\s+nay|chiều\s+nay|hội\s+nghị|phát\s+biểu))*\s*(?:(?:ạ|nhé|nha|với|luôn|ngay)\s*)*[.?!)]*$`),
}

// courtesies are words of clauses that only say how the answer is wanted; requests are
// those among them that ask for something to be given or done.
var (
	courtesies = NewWordSet(`gửi file anh chị em tôi mình giúp với nhé nha luôn ngay gấp làm kèm ghi số sổ slide trình chiếu đưa bài mẫu bảng cho cả hai tổng hợp điền đang cần
		xin cảm ơn trả lời ngắn gọn nhanh chính xác đầy đủ ạ bác đồng chí thôi cứ nói rõ ràng chi tiết được đi sếp hỏi đây vào báo cáo tra hộ kiểm xem coi giùm dùm con biết liệt kê ra alo bot ơi hôm trước qua bữa mà chưa nên kính nhờ`)
	requests = NewWordSet(`gửi giúp kèm cho điền ghi trình xin cảm trả nói đang cần đưa làm tra kiểm xem coi liệt kê nhờ alo`)
)

// A WordSet holds words as they stand in texts with marks and in those without.
type WordSet struct{ Marked, Bare map[string]bool }

// NewWordSet takes words with their marks, parted by blanks.
func NewWordSet(list string) WordSet {
	w := WordSet{map[string]bool{}, map[string]bool{}}
	for _, word := range strings.Fields(list) {
		w.Marked[word], w.Bare[viet.Fold(word)] = true, true
	}
	return w
}

func (w WordSet) of(marked bool) map[string]bool {
	if marked {
		return w.Marked
	}
	return w.Bare
}

// clauseEnds part the clauses of a question.
var clauseEnds = regexp.MustCompile(`[,;:()]+`)

// withoutPurpose returns a question without what it is asked for. A text of nothing
// else is left as it is.
func withoutPurpose(s string) string {
	out, marked := s, viet.HasMarks(s)
	for _, h := range forUse {
		out = h.of(marked).ReplaceAllString(out, " ")
	}
	cuts := clauseEnds.FindAllStringIndex(out, -1)
	if len(cuts) == 0 {
		return orWhole(out, s)
	}
	var b strings.Builder
	from := 0
	for _, cut := range append(cuts, []int{len(out), len(out)}) {
		if !courteous(out[from:cut[0]], marked) {
			b.WriteString(out[from:cut[1]])
		}
		from = cut[1]
	}
	return orWhole(strings.TrimRight(b.String(), " ,;:("), s)
}

// orWhole returns a text that still says something, or else the whole.
func orWhole(rest, whole string) string {
	if len(strings.Fields(rest)) < 2 {
		return whole
	}
	return rest
}

// courteous reports whether a clause is of two words or more that say but how the
// answer is wanted, with one that asks for it.
func courteous(clause string, marked bool) bool {
	words := strings.Fields(strings.ToLower(strings.Trim(clause, " .?!")))
	asks := false
	for _, w := range words {
		if !courtesies.of(marked)[w] {
			return false
		}
		asks = asks || requests.of(marked)[w]
	}
	return asks && len(words) > 1
}
