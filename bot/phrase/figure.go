package phrase

// What stands beside a figure.
const (
	SourceHead     = "Nguồn"
	PlanHead       = "Kế hoạch"
	NoFigureBefore = "Chưa có số liệu cùng phạm vi của kỳ này."
	NoChart        = "Chưa đủ số liệu để vẽ biểu đồ."
)

// BeforeHead heads the figures of a year earlier.
func BeforeHead(period string) string { return "Cùng kỳ năm trước: " + period }

// Printed gives a movement as its source prints it.
func Printed(period, change string) string { return period + " " + change }

// OtherPeriods names the periods there are figures of.
func OtherPeriods(list string) string { return "Đã có số liệu: " + list + "." }

// PlanShare gives the share of the plan that was reached.
func PlanShare(pct string) string { return "Bằng " + pct + "% kế hoạch." }

// NoPlan says that there is no target for a period.
func NoPlan(period string) string { return "Chưa có số kế hoạch của " + period + "." }

// TableHeader heads the table of all figures of an indicator.
var TableHeader = []string{"Kỳ", "Giá trị", "Loại"}

// What stands below such a table.
const (
	TableHow     = "TH: thực hiện; ƯTH: ước thực hiện; KH: kế hoạch."
	SourceNewest = "Nguồn số mới nhất: "
)

// StatusShort is the status of a record in a table.
func StatusShort(s string) string {
	switch s {
	case "actual":
		return "TH"
	case "estimate":
		return "ƯTH"
	case "target":
		return "KH"
	}
	return ""
}
