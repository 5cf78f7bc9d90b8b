package phrase

import "fmt"

// Reminders.
const (
	NoReminders      = "Ở đây tôi chưa nhắc việc được."
	PressKey         = "Anh/chị bấm giúp tôi một nút bên dưới nhé."
	RemindWhat       = "Anh/chị muốn tôi nhắc việc gì, lúc nào? Ví dụ: nhắc tôi nộp báo cáo 8h sáng thứ hai hằng tuần."
	WhenAsk          = "Anh/chị muốn tôi nhắc lúc nào? Ví dụ: 8h sáng mai."
	PlanDropped      = "Đã hủy, tôi không đặt lời nhắc này."
	ChangeDropped    = "Đã hủy, lời nhắc giữ nguyên như cũ."
	AllKept          = "Tôi giữ nguyên các lời nhắc."
	TaskNow          = "Đã đến giờ anh/chị hẹn."
	TaskUnsaid       = "(chưa ghi việc gì)"
	Undeleted        = "Đã đặt lại lời nhắc."
	PlanChanged      = "Đã đổi lời nhắc."
	PlanKept         = "Đã đặt lời nhắc."
	TooManyReminders = "Anh/chị đã có quá nhiều lời nhắc. Xin xóa bớt rồi đặt thêm."
	NoReminderYet    = "Chưa có lời nhắc nào. Ví dụ: nhắc tôi họp giao ban 7h30 sáng thứ hai hằng tuần."
	ReminderGone     = "Lời nhắc này không còn."
	Paused           = "đang tạm dừng"
	Over             = "đã kết thúc"
	WhichReminder    = "Anh/chị muốn nói lời nhắc nào?"
	NoSuchReminder   = "Tôi không thấy lời nhắc nào có những từ ấy. Anh/chị chọn trong danh sách:"
	CalendarSent     = "Tệp lịch các lời nhắc, mở bằng ứng dụng lịch trên điện thoại."
	NoDigest         = "Ở đây chưa có bản tin tiến độ."
)

// NextTime tells when a reminder fires next.
func NextTime(when string) string { return "Lần tới: " + when }

// Task names what is to be reminded of.
func Task(what string) string { return "Việc: " + what }

// TimesAsk asks for new times of a reminder.
func TimesAsk(task string) string {
	if task == "" {
		return "Anh/chị gõ giờ mới, ví dụ: 9h sáng thứ tư hằng tuần."
	}
	return "Anh/chị gõ giờ mới cho việc “" + task + "”, ví dụ: 9h sáng thứ tư hằng tuần."
}

// RemindersHead heads the list of reminders.
func RemindersHead(n int) string { return fmt.Sprintf("Có %d lời nhắc", n) }

// ReminderDeleted confirms that a reminder was deleted.
func ReminderDeleted(task string) string { return "Đã xóa lời nhắc “" + task + "”." }

// Subscribed confirms that the weekly digest was turned on or off.
func Subscribed(on bool) string {
	if on {
		return "Từ nay tôi gửi bản tin tiến độ lúc 8 giờ sáng thứ Hai hằng tuần."
	}
	return "Tôi sẽ không gửi bản tin tiến độ nữa."
}

// SubscribedAt confirms when digests come.
func SubscribedAt(said, next string, onlyNew bool) string {
	s := "Từ nay tôi gửi bản tin tiến độ: " + said + ". Lần tới: " + next + "."
	if onlyNew {
		s += " Lần nào không có gì mới, tôi không gửi."
	}
	return s
}

// DigestQuiet adds that digests of the quiet hours come when those are over.
func DigestQuiet(from, to int) string {
	return fmt.Sprintf(" Giờ này anh/chị đặt yên lặng (từ %d giờ đến %d giờ) nên bản tin sẽ đến sau %d giờ.", from, to, to)
}

// Why digests cannot come as asked.
const (
	DigestWhen    = "Anh/chị muốn nhận bản tin lúc nào? Ví dụ: hằng ngày, hằng tuần, hằng tháng, 8h sáng thứ sáu hằng tuần."
	DigestOften   = "Bản tin chỉ gửi được nhiều nhất mỗi giờ một lần. Anh/chị chọn giúp tôi lịch thưa hơn."
	DigestDays    = "Anh/chị muốn nhận bản tin vào những ngày nào? Ví dụ: thứ hai hằng tuần, ngày 1 hằng tháng."
	DigestOnce    = "Bản tin được gửi lặp lại. Anh/chị cho tôi biết hằng ngày, hằng tuần hay hằng tháng."
	CronForm      = "Biểu thức cron cần đúng 5 phần: phút, giờ, ngày, tháng, thứ. Ví dụ: 0 8 * * 1."
	CronBoth      = "Biểu thức này đặt cả ngày lẫn thứ nên dễ hiểu nhầm. Anh/chị chỉ đặt một trong hai."
	CronNever     = "Biểu thức này không rơi vào ngày nào. Anh/chị xem lại ngày và tháng."
	CronUnread    = "Tôi chưa đọc được biểu thức cron này. Ví dụ đúng: 0 8 * * 1 là 8 giờ sáng thứ Hai hằng tuần."
	CronManyTimes = "Biểu thức này có quá nhiều giờ trong một ngày. Anh/chị chọn giúp tôi ít giờ hơn."
)

// NoReminderNumber says that the list has no reminder of that number.
func NoReminderNumber(n, all int) string {
	return fmt.Sprintf("Không có lời nhắc số %d, hiện có %d lời nhắc.", n, all)
}

// DeleteAllAsk asks before all reminders are deleted.
func DeleteAllAsk(n int) string {
	return fmt.Sprintf("Anh/chị muốn xóa hết %d lời nhắc?", n)
}

// AllDeleted confirms that the reminders were deleted.
func AllDeleted(n int) string { return fmt.Sprintf("Đã xóa %d lời nhắc.", n) }
