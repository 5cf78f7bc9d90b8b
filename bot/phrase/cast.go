package phrase

import (
	"fmt"
	"strings"
)

// Broadcasts.
const (
	NoCast      = "Ở đây tôi chưa gửi thông báo được."
	CastWhat    = "Anh/chị gõ nội dung thông báo."
	CastLong    = "Thông báo dài quá một tin nhắn, xin anh/chị rút gọn."
	CastNobody  = "Chưa có ai để gửi."
	CastDropped = "Đã hủy, không gửi thông báo."
)

// CastAsk asks before a broadcast goes out.
func CastAsk(people, groups int) string {
	to := fmt.Sprintf("%d người", people)
	switch {
	case people == 0:
		to = fmt.Sprintf("%d nhóm", groups)
	case groups > 0:
		to += fmt.Sprintf(" và %d nhóm", groups)
	}
	return "Trên đây là nội dung sẽ gửi tới " + to + ". Anh/chị có gửi không?"
}

// CastProgress tells how far a broadcast has come.
func CastProgress(total, sent, blocked, unsure int, stopped bool) string {
	head := "Đang gửi thông báo"
	switch {
	case sent+blocked+unsure >= total:
		head = "Đã gửi xong thông báo"
	case stopped:
		head = "Đã dừng gửi thông báo"
	}
	s := fmt.Sprintf("%s: %d/%d nơi đã nhận", head, sent, total)
	if blocked > 0 {
		s += fmt.Sprintf(", %d nơi không gửi được (đã chặn bot hoặc không còn)", blocked)
	}
	if unsure > 0 {
		s += fmt.Sprintf(", %d nơi chưa chắc đã nhận", unsure)
	}
	return s + "."
}

// CastRefused names the chats that refused a broadcast; more were left out.
func CastRefused(names []string, more int) string {
	return castNames("Không gửi được", names, more)
}

// CastUnsure names the chats that may not have got a broadcast.
func CastUnsure(names []string, more int) string {
	return castNames("Chưa chắc đã nhận", names, more)
}

func castNames(head string, names []string, more int) string {
	if len(names) == 0 {
		return ""
	}
	s := "\n" + head + ": " + strings.Join(names, ", ")
	if more > 0 {
		s += fmt.Sprintf(" và %d nơi nữa", more)
	}
	return s + "."
}

// CastNumber names a chat without a title.
func CastNumber(id int64) string { return fmt.Sprintf("mã số %d", id) }
