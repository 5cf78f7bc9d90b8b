package phrase

import (
	"fmt"
	"strings"
	"time"
)

// What reminders and progress digests say.
const (
	RemindHead   = "⏰ Nhắc việc"
	DigestHead   = "📊 Tiến độ thi đua"
	NoFigureYet  = "chưa có số liệu"
	AllGoalsMet  = "Các chỉ tiêu có số liệu đều đã đạt."
	OnPace       = "đúng tiến độ"
	BehindPace   = "chậm so với lịch"
	GoalMet      = "đã đạt"
	DigestWeekly = "Thứ Hai hằng tuần, 08:00"
	NewFigure    = "(số mới)"

	PressedAlready = "Nút này đã bấm rồi."
	DoneNotice     = "Đã ghi nhận."
	OffNotice      = "Đã tắt."
)

// NoCampaign says that no campaign of an area runs now.
func NoCampaign(area string) string {
	return "Hiện không có đợt thi đua nào đang diễn ra ở " + area + "."
}

// NoGoals says that a campaign runs of which no target is known.
func NoGoals() string { return "Chưa có chỉ tiêu nào của đợt này trong kho số liệu." }

// CampaignTime says how many days of a campaign are left and what share of its
// time, 0 to 1, has passed.
func CampaignTime(name string, daysLeft int, elapsed float64) string {
	if daysLeft <= 0 {
		return name + " · hôm nay là ngày cuối"
	}
	if elapsed < 0.01 {
		return fmt.Sprintf("%s · mới bắt đầu, còn %d ngày", name, daysLeft)
	}
	return fmt.Sprintf("%s · còn %d ngày, đã qua %.0f%% thời gian", name, daysLeft, elapsed*100)
}

// Bar draws a share in % as a bar of ten signs; beyond 100 it is full.
func Bar(share float64) string {
	full := min(max(int(share/10+0.5), 0), 10)
	return strings.Repeat("▓", full) + strings.Repeat("░", 10-full)
}

// GoalShare says what share of the target was reached.
func GoalShare(pct string) string { return pct + "% kế hoạch" }

// GoalTarget says the target of a goal as it was set.
func GoalTarget(printed string) string { return "mục tiêu " + printed }

// Late labels a reminder that comes after an outage: by how much, and how many
// earlier ones were missed.
func Late(by time.Duration, missed int) string {
	label := fmt.Sprintf("(trễ %02d:%02d", int(by.Hours()), int(by.Minutes())%60)
	if missed > 0 {
		label += fmt.Sprintf(", bỏ lỡ %d lần", missed)
	}
	return label + ")"
}

// Lines of the state of the bot.
const NeverHeard = "chưa lần nào"

// StatusContact says when Telegram last answered.
func StatusContact(when string) string { return "Liên lạc với Telegram lần cuối: " + when }

// StatusQueue says how much is waiting.
func StatusQueue(in, out int) string {
	return fmt.Sprintf("Đang chờ xử lý: %d tin đến, %d tin đi", in, out)
}

// StatusCorpus says what the bot knows.
func StatusCorpus(indicators, campaigns int) string {
	return fmt.Sprintf("Kho số liệu: %d chỉ tiêu trong danh mục, %d đợt thi đua", indicators, campaigns)
}

// TaskDone says that what was reminded of is done.
func TaskDone(task string) string { return "✅ Xong: " + task }

// TaskOff says that a reminder was turned off.
func TaskOff(task string) string { return "🔕 Đã tắt lời nhắc: " + task }

// TaskAgain says when a task is reminded of once more.
func TaskAgain(task, when string) string {
	return "⏰ " + task + "\nTôi nhắc lại lúc " + when + "."
}

// AgainNotice is the notice on the button of TaskAgain.
func AgainNotice(when string) string { return "Tôi nhắc lại lúc " + when + "." }

// Moment says an instant: "08:00 thứ Hai 23/11/2026".
func Moment(t time.Time) string {
	days := [...]string{"Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"}
	return t.Format("15:04 ") + days[t.Weekday()] + t.Format(" 02/01/2006")
}

// DutyHead opens a deadline that lies some days ahead; negative: behind.
func DutyHead(days int) string {
	switch {
	case days > 0:
		return fmt.Sprintf("📌 Còn %d ngày đến hạn", days)
	case days == 0:
		return "📌 Hôm nay đến hạn"
	}
	return fmt.Sprintf("❗ Quá hạn %d ngày", -days)
}

// DutyBody says a deadline: what, until when, who owes it.
func DutyBody(what, due, who string) string {
	s := what + "\nHạn: " + due
	if who != "" {
		s += "\nThực hiện: " + who
	}
	return s
}

// DutyRetired takes the place of an earlier message of a deadline.
func DutyRetired(what, due string) string {
	return "📌 " + what + "\nHạn: " + due + "\nTình hình mới nhất có ở tin nhắc bên dưới."
}

// DutyDone counts who has confirmed; of 0: it is not known how many owe it.
func DutyDone(n, of int, names []string) string {
	count := fmt.Sprint(n)
	if of > 0 {
		count = fmt.Sprintf("%d/%d", n, of)
	}
	if len(names) == 0 {
		return "Đã xong " + count
	}
	return "Đã xong " + count + ": " + strings.Join(names, ", ")
}

// DutyLeft names who has not confirmed.
func DutyLeft(names []string) string { return "Chưa xác nhận: " + strings.Join(names, ", ") }

// AndMore stands for names that are left out.
func AndMore(n int) string { return fmt.Sprintf("và %d nơi khác", n) }

// WhichParty asks for whom somebody confirms a deadline.
const WhichParty = "Anh/chị xác nhận cho đơn vị nào? Xin bấm tên đơn vị."

// PartyDone is the button that confirms a deadline for a party.
func PartyDone(party string) string { return "✅ " + party }

// AllConfirmed tells an editor that everybody has confirmed a deadline.
func AllConfirmed(what, chat string, names []string) string {
	s := "✅ Tất cả đã xong: " + what
	if chat != "" {
		s += " (" + chat + ")"
	}
	return s + "\nĐã xác nhận: " + strings.Join(names, ", ")
}

// ReportHead opens the report to an editor on a deadline that lies some days
// back, as a negative number.
func ReportHead(days int) string {
	switch {
	case days < 0:
		return fmt.Sprintf("📋 Kết quả thực hiện, đã qua hạn %d ngày", -days)
	case days == 0:
		return "📋 Kết quả thực hiện, hôm nay đến hạn"
	}
	return fmt.Sprintf("📋 Kết quả thực hiện, còn %d ngày đến hạn", days)
}

// SoonHead heads the deadlines of the coming days.
const SoonHead = "📌 Sắp đến hạn"

// SoonLine is one deadline of the coming days.
func SoonLine(what, due string) string { return "• " + what + ": " + due }

// AlertHead heads the warnings of a day.
const AlertHead = "⚠️ Cần chú ý"

// FigureDue warns of a figure that was due and is not yet in.
func FigureDue(name, due string) string {
	return "• " + name + " đến hạn có số liệu ngày " + due + " mà chưa thấy số mới."
}

// Behind warns of a target that falls behind.
func Behind(name, pct string, daysLeft int) string {
	return fmt.Sprintf("• %s mới đạt %s%% kế hoạch mà chỉ còn %d ngày.", name, pct, daysLeft)
}

// NothingIn warns of a target without any figure.
func NothingIn(name string, daysLeft int) string {
	return fmt.Sprintf("• %s chưa có số liệu mà chỉ còn %d ngày.", name, daysLeft)
}
