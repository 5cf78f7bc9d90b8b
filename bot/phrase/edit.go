package phrase

import "fmt"

// Changes that editors make.
const (
	NoChanges     = "Ở đây tôi chưa nhận cập nhật số liệu được."
	UpdateHow     = "Anh/chị gõ số liệu, ví dụ: cập nhật thu ngân sách 6 tháng 2022 1.900 tỷ; hoặc gửi tệp, liên kết, bài chuyển tiếp."
	DraftHow      = "Bấm số để bỏ hoặc lấy từng dòng. Muốn sửa, gõ số dòng và nội dung đúng, ví dụ: 2 1.900 tỷ đồng."
	DraftDropped  = "Đã bỏ, không ghi gì."
	DraftEmpty    = "Chưa chọn dòng nào để ghi."
	UndoneAlready = "Việc này đã được hoàn tác trước đó."
	NoDeeds       = "Nhật ký chưa có gì."
	DeedsHead     = "Các thay đổi gần đây"
	NoNotes       = "Không có câu hỏi nào chưa trả lời được."
)

// CannotTakeIn tells why nothing can be taken in.
func CannotTakeIn(why string) string {
	if why == "" {
		return "Tôi không thấy số liệu nào trong nội dung anh/chị gửi."
	}
	return why
}

// DraftHead heads the records found in what an editor sent.
func DraftHead(n, out int) string {
	if n == 0 {
		return "Tôi không thấy số liệu nào, sẽ chỉ ghi bài viết. Xin anh/chị xem lại:"
	}
	return fmt.Sprintf("Tôi tìm thấy %d số liệu, sẽ ghi %d. Xin anh/chị xem lại:", n, n-out)
}

// DraftArticle names the article of a draft.
func DraftArticle(title, date string) string {
	if date == "" {
		return "Bài: " + title
	}
	return "Bài: " + title + " (" + date + ")"
}

// Status names the status of a record.
func Status(s string) string {
	switch s {
	case "actual":
		return "thực hiện"
	case "estimate":
		return "ước"
	case "target":
		return "kế hoạch"
	}
	return "chưa rõ"
}

// DraftAbout names a draft in a few words.
func DraftAbout(n int, title string) string {
	switch {
	case title == "":
		return fmt.Sprintf("%d số liệu", n)
	case n == 0:
		return "bài “" + title + "”"
	}
	return fmt.Sprintf("%d số liệu (%s)", n, title)
}

// DraftWritten confirms that a draft was written.
func DraftWritten(about string) string { return "Đã ghi " + about + "." }

// NoSuchLine says that a draft has no line of a number.
func NoSuchLine(n, lines int) string {
	return fmt.Sprintf("Không có dòng %d, bản xem lại chỉ có %d dòng. Anh/chị gõ lại số dòng và nội dung đúng.", n, lines)
}

// Undone confirms that a change was taken back.
func Undone(about string) string { return "Đã hoàn tác: " + about + "." }

// Deed names a line of the audit log.
func Deed(what string, undone bool) string {
	said := map[string]string{
		"write": "ghi", "undo": "hoàn tác", "grant": "cấp quyền", "refuse": "từ chối", "role": "đổi quyền", "revoke": "bỏ quyền",
		"broadcast": "gửi thông báo", "stop": "dừng thông báo", "claim": "nhận quyền chủ bot", "audience": "đổi đối tượng",
		"open": "mở cho nhóm", "close": "đóng với nhóm", "clear": "xóa danh sách câu hỏi",
	}[what]
	if undone {
		said += ", đã hoàn tác"
	}
	return said
}

// NotesHead heads the questions asked in vain.
func NotesHead(n int) string {
	return fmt.Sprintf("%d câu chưa trả lời được hoặc bị chê", n)
}

// People and what they may do.
const (
	PersonGone         = "Người này không còn quyền nào."
	AudienceAll        = "chỉ tin cho mọi người"
	AudienceEverything = "tất cả"
)

// Role names a role.
func Role(r int) string {
	switch r {
	case 1:
		return "Cán bộ"
	case 2:
		return "Biên tập"
	case 3:
		return "Chủ bot"
	}
	return "Khách"
}

// PeopleHead heads the list of those who have a role.
func PeopleHead(n int) string {
	return fmt.Sprintf("%d người có quyền. Bấm để xem hoặc đổi:", n)
}

// PersonBody tells what a person may do.
func PersonBody(id int64, role int, audiences string) string {
	return fmt.Sprintf("Mã: %d\nQuyền: %s\nĐược xem: %s", id, Role(role), audiences)
}

// RoleTaken confirms that somebody lost their role.
func RoleTaken(name string) string { return "Đã bỏ quyền của " + name + "." }

// AudienceAsk asks for audiences.
func AudienceAsk(whom string) string {
	return "Anh/chị gõ tên các đối tượng được xem của " + whom + ", cách nhau bằng dấu chấm phẩy; gõ - để bỏ hết."
}

// AudienceSet confirms audiences.
func AudienceSet(names string) string {
	if names == "" {
		return "Đã bỏ hết đối tượng, chỉ còn xem tin cho mọi người."
	}
	return "Đã đặt đối tượng được xem: " + names + "."
}

// GroupState tells who may ask in a group.
func GroupState(allowed bool) string {
	if allowed {
		return "Cả nhóm đều hỏi tôi được."
	}
	return "Trong nhóm này chỉ người có quyền mới hỏi tôi được."
}
