package phrase

import "fmt"

// OtherUnit says that a value does not fit the unit of its indicator.
func OtherUnit(name, unit string) string {
	return fmt.Sprintf("Chỉ tiêu “%s” tính bằng %s. Anh/chị ghi giá trị theo đơn vị đó.", name, unit)
}
