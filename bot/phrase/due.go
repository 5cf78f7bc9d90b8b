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
