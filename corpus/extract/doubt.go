package extract

import "strings"

// Reasons for which a person should look.
const (
	doubtExceed  = "“vượt” từ 100% trở lên: có thể là bằng, có thể là cộng thêm"
	doubtEqual   = "không rõ tỷ lệ này so với gì"
	doubtTimes   = "“tăng … lần” có hai cách hiểu"
	doubtPeriod  = "chưa rõ kỳ số liệu"
	doubtArea    = "chưa rõ địa bàn"
	doubtName    = "chưa rõ tên chỉ tiêu"
	doubtUnit    = "đơn vị khác với đơn vị thường dùng của chỉ tiêu"
	doubtNoUnit  = "thiếu đơn vị"
	doubtOpen    = "kỳ chưa kết thúc vào ngày của bài"
	doubtBound   = "một giới hạn mà không rõ là mục tiêu"
	doubtLanding = "“tăng lên” có thể là mức đạt tới"
	doubtTwice   = "bài có số khác cho cùng chỉ tiêu, kỳ và địa bàn"
	doubtHeader  = "bảng không có tiêu đề cột: không rõ là kế hoạch hay thực hiện"
	doubtRow     = "là một phần của dòng phía trên"
	doubtPart    = "có thể là số của riêng một cơ sở hay dự án"
)

// doubts adds a reason to those that a record has, each once.
func doubts(have, more string) string {
	switch {
	case more == "" || strings.Contains(have, more):
		return have
	case have == "":
		return more
	}
	return have + "; " + more
}
