package viet

import "time"

// Numeral is a number in figures or words. Start and End are byte offsets.
type Numeral struct {
	Text       string
	Start, End int
	Value      float64 // scale words multiplied in: "2 tỷ 3" is 2300000000
}

// Quantity is a number or range with its unit. Value is in Unit, whose scale is
// not multiplied in: "3.426 tỷ đồng" is 3426.
type Quantity struct {
	Text       string
	Start, End int
	Value      *float64
	Low, High  *float64
	Bound      string // ">=", "<=", ">", "<" or ""
	Of         *float64
	Unit       string
	Approx     string // trên, hơn, gần, khoảng ... as printed
}

// Time is a stretch of time that a text names. From is included, To is not; one
// of them is zero for a one-sided limit.
type Time struct {
	Text       string
	Start, End int
	From, To   time.Time
	Grain      string // second, minute, hour, day, week, month, quarter, year
	Relative   bool   // leans on now or on another time: "năm ngoái", "cùng kỳ"
	Limit      string // Until, Before, Since, Past or "" for a stretch with both ends

	// NamedFrom and NamedTo are the stretch that a limit speaks of: the year 2025
	// of "đến năm 2025".
	NamedFrom, NamedTo time.Time
}
