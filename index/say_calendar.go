package index

import (
	"fmt"
	"time"
)

// weekdays are the days of the week, Sunday first.
var weekdays = []string{"Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"}

// sayCalendar writes a day with its weekday: "Hôm nay là thứ Hai, ngày 23/11/2026."
func sayCalendar(day string, at time.Time) string {
	return fmt.Sprintf("%s là %s, ngày %s.", day, weekdays[at.Weekday()], at.Format("02/01/2006"))
}

// sayClock writes the hour.
func sayClock(at time.Time) string {
	return fmt.Sprintf("Bây giờ là %d giờ %02d, %s, ngày %s.", at.Hour(), at.Minute(), weekdays[at.Weekday()], at.Format("02/01/2006"))
}

// sayNoPage answers who asks for the next page by typing.
const sayNoPage = "Anh/chị bấm nút bên dưới danh sách để sang trang, hoặc hỏi lại cụ thể hơn, tôi tìm tiếp."
