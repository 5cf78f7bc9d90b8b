package corpus

// Status tells what kind of value a record holds.
type Status string

// The three statuses of a published value.
const (
	Actual   Status = "actual"
	Estimate Status = "estimate" // ước, dự kiến, sơ bộ
	Target   Status = "target"   // mục tiêu, chỉ tiêu, kế hoạch, dự toán
)

// Quantity is a value, a range or a score, in Unit and with the scale of the
// unit: 3.426 tỷ đồng is 3426, 15,1 % is 15.1 and never 0.151.
type Quantity struct {
	Value   *float64 `json:"value"` // nil for a range, and for a growth without a level
	Low     *float64 `json:"low"`
	High    *float64 `json:"high"`
	Bound   string   `json:"bound"` // ">=", "<=", ">", "<" or ""
	Of      *float64 `json:"of"`    // 12/13 chỉ tiêu: Value 12, Of 13
	Unit    string   `json:"unit"`
	Printed string   `json:"printed"` // as the source prints it
}

// Change is a movement against an earlier value. Value is in Unit, negative for
// a decrease; Basis is what it is compared with, as printed.
type Change struct {
	Value float64 `json:"value"`
	Unit  string  `json:"unit"` // "%", "điểm phần trăm" or the unit of the value
	Basis string  `json:"basis"`
}

// Source is where a record was published. Date is 2021, 2021-12 or 2021-12-30.
type Source struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	Date      string `json:"date"`
	URL       string `json:"url"`
	Paragraph int    `json:"paragraph"` // 1-based, 0 if unknown
	At        Place  `json:"-"`         // where it stands in the files
}

// Record is one published value of an indicator for an area and a period.
type Record struct {
	Indicator string `json:"indicator"` // id in the catalogue, empty if unknown
	Name      string `json:"name"`      // as the source names it
	Area      string `json:"area"`      // name in the table of areas, or as printed
	Period    Period `json:"period"`
	Status    Status `json:"status"`
	Quantity
	Change   *Change  `json:"change"`
	PlanPct  *float64 `json:"plan_pct"` // share of the plan in %: "vượt 23% dự toán" is 123
	Scope    string   `json:"scope"`    // "thành phố quản lý", "giá so sánh 2010"
	Approx   string   `json:"approx"`   // trên, hơn, gần, khoảng as printed
	Note     string   `json:"note"`
	Doubt    string   `json:"doubt"` // why a person should look
	Source   Source   `json:"source"`
	Evidence string   `json:"evidence"` // the sentence or table cell

	Audience []string `json:"audience,omitempty"` // of its article; empty: everybody
	At       Place    `json:"-"`                  // where it stands in the files
}

// From makes a the source of the record; the paragraph stays.
func (r *Record) From(a Article) {
	paragraph := r.Source.Paragraph
	r.Source, r.Audience = a.Source(), a.Audience
	r.Source.Paragraph = paragraph
}
