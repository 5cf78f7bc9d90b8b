package index

import "fmt"

// sayNoneOfYear opens a list of articles none of which is of the year asked for.
func sayNoneOfYear(year string) string {
	return fmt.Sprintf("Tôi không tìm thấy bài nào của năm %s; dưới đây là bài gần nhất:", year)
}
