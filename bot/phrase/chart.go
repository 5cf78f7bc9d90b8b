package phrase

import "fmt"

// Words within pictures.
const (
	ChartReached    = "Thực hiện"
	ChartEstimate   = "Ước thực hiện"
	ChartPale       = "Màu nhạt: ước thực hiện"
	ChartNoScope    = "Không ghi phạm vi"
	ChartRounded    = " (đã làm tròn)"
	ChartPlan       = "Kế hoạch"
	ChartOthers     = "Số khác đã công bố"
	ProgressReached = "Đạt"
	ProgressOnTime  = "Đúng tiến độ"
	ProgressLate    = "Chậm"
	ProgressToday   = "Hôm nay"
	ProgressNone    = "Chưa có số liệu"
)

// ChartUnit stands below the title of a picture.
func ChartUnit(area, unit string) string { return area + " · đơn vị: " + unit }

// ChartGrowth names the unit of a growth.
func ChartGrowth(unit string) string { return "mức tăng, " + unit }

// ChartSources names the sources of a picture.
func ChartSources(list string, more int) string {
	if more > 0 {
		return fmt.Sprintf("Nguồn: %s và %d nguồn khác", list, more)
	}
	return "Nguồn: " + list
}

// ChartAlt says in words what a picture shows.
func ChartAlt(name, area, unit, values string) string {
	head := name + " · " + area
	if unit != "" {
		head += " (" + unit + ")"
	}
	return head + ": " + values + "."
}

// ProgressHead stands below the title of a picture of progress.
func ProgressHead(area string, reached, of int) string {
	return fmt.Sprintf("%s · đã đạt %d/%d chỉ tiêu", area, reached, of)
}
