package corpus

// Indicator is an entry of the catalogue: a thing measured. Names and aliases
// of one entry are equal; Broader, Related and Opposite name other entries,
// whose figures never answer for this one.
type Indicator struct {
	ID       string
	Name     string
	Aliases  []string
	Unit     string // usual unit, may be empty
	Better   string // "more", "less" or ""
	Broader  string // id
	Related  []string
	Opposite []string
	Scope    string
}

// Area is a place with a government of its own.
type Area struct {
	Name      string // "Thành phố Nam Định"
	Level     string // country, province, city, district, ward, commune
	Parent    string
	Aliases   []string
	ValidFrom string // date, empty: always
	ValidTo   string // date, empty: still
	Successor string // name of the area it was merged into
}

// Campaign is a dated emulation drive with its targets and results.
type Campaign struct {
	ID           string
	Name         string
	Area         string
	Launched     string // date, may be empty
	Start, End   string // dates
	TargetsCount int    // 0: unknown
	Reached, Of  int    // "12/13 chỉ tiêu"; Of 0: unknown
	SourceID     string
	Note         string
	Indicators   []string // ids
}

// Deadline is a dated duty of a campaign with the one who owes it.
type Deadline struct {
	ID         string
	Campaign   string
	What       string
	Who        string
	Due        string // date or RFC 3339 instant
	Indicator  string
	DaysBefore []int // when to remind; empty: 7, 3, 1, 0
}

// Holiday is a day off, or a weekend day that is worked.
type Holiday struct {
	Date string // 2026-02-17
	Name string
	Kind string // off or work
}
