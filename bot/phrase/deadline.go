package phrase

import (
	"fmt"
	"strconv"
	"strings"
)

// Deadlines that an editor adds.
const (
	DeadlineHow     = "Để thêm hạn, anh/chị gõ: việc, ngày, đơn vị. Ví dụ: /han Nộp báo cáo quý IV, 15/12/2026, Phòng A; Phòng B. Có thể thêm “nhắc trước 5, 2 ngày”, hoặc gửi tệp .ics."
	NoDeadlines     = "Ở đây tôi chưa ghi hạn được."
	DeadlineNoDay   = "Tôi chưa thấy ngày của hạn này."
	DeadlineNoWhat  = "Tôi chưa thấy việc phải làm."
	DeadlineNoFile  = "Tôi chưa đọc được tệp lịch này. Tệp cần có tên việc và ngày của từng hạn."
	DeadlineTooMany = "Mỗi lần tôi nhận nhiều nhất 500 hạn."
	AboutDeadlines  = "Xem và thêm hạn của phong trào"
)

// DeadlinesHead heads the list of deadlines to come.
func DeadlinesHead(n int) string {
	if n == 0 {
		return "Chưa có hạn nào sắp tới"
	}
	return fmt.Sprintf("Có %d hạn sắp tới", n)
}

// DeadlineLine says a deadline in a line.
func DeadlineLine(what, due, who string) string {
	s := what + " · hạn " + due
	if who != "" {
		s += " · " + who
	}
	return s
}

// DeadlineAsk asks whether deadlines were understood.
func DeadlineAsk(n int) string {
	if n == 1 {
		return "📌 Tôi ghi hạn này, đúng không ạ?"
	}
	return fmt.Sprintf("📌 Tôi ghi %d hạn này, đúng không ạ?", n)
}

// DeadlineDays says when a deadline is told; nil: as usual.
func DeadlineDays(days []int) string {
	if len(days) == 0 {
		days = []int{7, 3, 1, 0}
	}
	var before []string
	today := false
	for _, d := range days {
		if d == 0 {
			today = true
			continue
		}
		before = append(before, strconv.Itoa(d))
	}
	switch {
	case len(before) == 0:
		return "Tôi nhắc vào đúng ngày hạn."
	case today:
		return "Tôi nhắc trước " + strings.Join(before, ", ") + " ngày và vào ngày hạn."
	}
	return "Tôi nhắc trước " + strings.Join(before, ", ") + " ngày."
}

// MoreDeadlines stands for those that are not shown.
func MoreDeadlines(n int) string { return fmt.Sprintf("và %d hạn khác", n) }

// DeadlinesAbout names what was written.
func DeadlinesAbout(n int, first string) string {
	if n == 1 {
		return "hạn “" + first + "”"
	}
	return fmt.Sprintf("%d hạn, đầu tiên là “%s”", n, first)
}

// DeadlinesKept confirms that deadlines were written.
func DeadlinesKept(about string) string { return "Đã ghi " + about + "." }
