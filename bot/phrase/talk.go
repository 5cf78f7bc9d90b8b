package phrase

import (
	"fmt"
	"strings"

	"thiduabot/bot/message"
)

// Examples are the three questions shown to a newcomer.
var Examples = []string{"thu ngân sách năm 2021", "giá trị xuất khẩu 2021 tăng bao nhiêu", "mục tiêu thi đua năm 2022"}

// Greetings, help and what cannot be done.
const (
	Empty        = "Anh/chị hãy gõ câu hỏi, ví dụ: thu ngân sách năm 2021."
	AskWhat      = "Anh/chị muốn hỏi số liệu nào? Ví dụ: /hoi thu ngân sách năm 2021."
	SearchWhat   = "Anh/chị muốn tìm bài về việc gì? Ví dụ: /tim cải cách hành chính."
	NoArea       = "chưa chọn"
	LinkUnknown  = "Liên kết này không còn dùng được. Anh/chị có thể hỏi tôi, ví dụ:"
	Cancelled    = "Đã hủy. Anh/chị cần gì cứ nhắn tôi."
	NotAllowed   = "Việc này chỉ dành cho người biên tập. Anh/chị hãy liên hệ người quản lý bot."
	OnlyPrivate  = "Việc này chỉ làm được trong cuộc trò chuyện riêng với tôi."
	Flood        = "Anh/chị nhắn hơi nhanh, tôi chưa trả lời kịp. Xin chờ khoảng một phút rồi hỏi tiếp."
	FloodNotice  = "Anh/chị bấm hơi nhanh, xin chờ một chút."
	Looking      = "Tôi đang tìm, anh/chị chờ một chút."
	NoFigure     = "Chưa có số liệu hoặc bài viết nào trả lời được câu này."
	ClaimWrong   = "Mã không đúng, hoặc bot đã có chủ."
	ClaimDone    = "Từ nay anh/chị là chủ bot. Gõ /help để xem các việc làm được."
	StatusHead   = "Tình trạng"
	StatusAlive  = "Tôi đang chạy bình thường."
	SettingsHead = "Cài đặt"
	QuietNever   = "Không cần yên lặng"
	QuietAsk     = "Trong giờ yên lặng tôi không gửi lời nhắc và bản tin. Anh/chị chọn:"
	EraseAsk     = "Tôi sẽ xóa cài đặt, lời nhắc và ngữ cảnh trò chuyện của anh/chị. Anh/chị chắc chứ?"
	EraseKept    = "Tôi giữ nguyên dữ liệu của anh/chị."
	EraseDone    = "Đã xóa dữ liệu của anh/chị."
	ChooseArea   = "Anh/chị chọn địa bàn. Câu hỏi nào không nêu địa bàn, tôi hiểu là hỏi về nơi này."
)

// Buttons that come to nothing.
const (
	ButtonUnknown    = "Nút này không còn dùng được, anh/chị hãy hỏi lại."
	ButtonNotYours   = "Nút này dành cho người đã hỏi."
	ButtonNotAllowed = "Anh/chị chưa có quyền làm việc này."
	ThanksGood       = "Cảm ơn anh/chị."
	ThanksBad        = "Cảm ơn anh/chị, câu này sẽ được người biên tập xem lại."
)

// Strangers and how they are let in.
const (
	Stranger      = "Tôi chỉ trả lời cán bộ đã được cấp quyền. Anh/chị bấm nút dưới đây để xin quyền."
	StrangerGroup = "Nhóm này chưa được cấp quyền hỏi số liệu. Anh/chị bấm nút dưới đây để xin quyền cho nhóm."
	AskedIn       = "Đã chuyển lời xin quyền tới người biên tập."
	AskedAlready  = "Lời xin quyền đã được chuyển, xin anh/chị chờ người biên tập."
	AlreadyIn     = "Anh/chị đã có quyền, cứ hỏi tôi."
	Welcome       = "Lời xin quyền đã được đồng ý. Mời anh/chị hỏi, ví dụ: thu ngân sách năm 2021."
)

// Sorry is said when the bot itself failed.
func Sorry(code int64) string {
	return fmt.Sprintf("Xin lỗi, tôi gặp lỗi khi xử lý (mã %d). Anh/chị thử lại sau ít phút.", code)
}

// Start greets a newcomer.
func Start(area string) []message.Part {
	return []message.Part{
		{Text: "Chào anh/chị!", Style: message.Bold},
		{Text: " Tôi trả lời số liệu thi đua, kinh tế - xã hội kèm nguồn, tìm bài viết và nhắc việc. " +
			"Địa bàn đang chọn: " + area + ".\n\nAnh/chị cứ gõ như nói chuyện, có dấu hay không dấu đều được. Thử một câu:"},
	}
}

// HelloGroup is said when the bot is let into a group.
func HelloGroup() []message.Part {
	return []message.Part{{Text: "Chào cả nhóm! Muốn hỏi số liệu, anh/chị gõ /hoi và câu hỏi, hoặc trả lời (reply) tin nhắn của tôi. Ví dụ: /hoi thu ngân sách năm 2021."}}
}

// Help explains what can be typed.
func Help() []message.Part {
	rows := []struct{ head, text string }{
		{"Hỏi số liệu", "“thu ngân sách 2021”, “còn năm 2020?”, “xuất khẩu tăng bao nhiêu”"},
		{"Tìm bài viết", "“tìm quy hoạch đô thị”"},
		{"Nhắc việc", "“nhắc tôi nộp báo cáo 8h sáng thứ hai hằng tuần”, “xem lời nhắc”, “đổi nhắc họp sang 9h”, “xóa nhắc số 2”"},
		{"Cài đặt", "/caidat để chọn địa bàn, giờ yên lặng, bản tin tiến độ; /xoadulieu để xóa dữ liệu"},
	}
	parts := []message.Part{{Text: "Anh/chị có thể nhắn tôi:"}}
	for _, r := range rows {
		parts = append(parts, message.Part{Text: "\n\n"}, message.Part{Text: r.head, Style: message.Bold}, message.Part{Text: "\n" + r.text})
	}
	return append(parts, message.Part{Text: "\n\nTrong nhóm: gõ /hoi kèm câu hỏi, hoặc trả lời tin nhắn của tôi."})
}

// IDs tells the numbers of a person and a chat.
func IDs(person, chat int64, topic int) string {
	s := fmt.Sprintf("Mã của anh/chị: %d. Mã cuộc trò chuyện: %d.", person, chat)
	if topic != 0 {
		s += fmt.Sprintf(" Mã chủ đề: %d.", topic)
	}
	return s
}

// AreaChosen confirms the choice of an area.
func AreaChosen(area string) string {
	return "Đã chọn địa bàn: " + area + ". Câu hỏi nào không nêu địa bàn, tôi hiểu là hỏi về nơi này."
}

// Quiet names quiet hours.
func Quiet(from, to int) string {
	return fmt.Sprintf("Yên lặng từ %d giờ đến %d giờ", from, to)
}

// SettingsBody lists what is set for a chat; digests come as said, or not at all.
func SettingsBody(area, quiet, digests string) string {
	if digests == "" {
		digests = "chưa nhận"
	}
	return "Địa bàn: " + area + "\nYên lặng: " + strings.TrimPrefix(quiet, "Yên lặng ") + "\nBản tin tiến độ: " + digests
}

// AsksIn tells an editor who wants to be let in.
func AsksIn(name string, id int64, username, group string) string {
	who := fmt.Sprintf("%s (mã %d", name, id)
	if username != "" {
		who += ", @" + username
	}
	who += ")"
	if group != "" {
		return who + " xin quyền hỏi cho nhóm “" + group + "”. Anh/chị có đồng ý không?"
	}
	return who + " xin quyền dùng bot. Anh/chị có đồng ý không?"
}

func whom(name, group string) string {
	if group != "" {
		return "nhóm “" + group + "”"
	}
	return name
}

// GrantDone tells the editor that somebody was let in.
func GrantDone(name, group string) string { return "Đã cấp quyền cho " + whom(name, group) + "." }

// GrantRefused tells the editor that somebody was not let in.
func GrantRefused(name, group string) string { return "Đã từ chối " + whom(name, group) + "." }

// GrantDecided tells the editor that another one was quicker.
func GrantDecided(name, group string) string {
	return "Lời xin quyền của " + whom(name, group) + " đã được giải quyết."
}

// The chat in a terminal.
const (
	Prompt       = "Anh/chị> "
	TerminalHint = "Gõ câu hỏi, hoặc số của nút để bấm; gõ “thoát” để kết thúc."
	Bye          = "Chào anh/chị, hẹn gặp lại."
)

// Saved tells where a file was saved.
func Saved(path string) string { return "Đã lưu tệp: " + path }

// NotSaved tells why a file was not.
func NotSaved(why string) string { return "Chưa lưu được tệp: " + why + "." }
