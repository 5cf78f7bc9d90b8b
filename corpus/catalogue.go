package corpus

// Indicator is an entry of the catalogue: a thing measured. Names and aliases
// of one entry are equal; Broader, Related and Opposite name other entries,
// whose figures never answer for this one.
//
// # Families
//
// Some names are said of several indicators: "thu ngân sách" may mean what is
// collected on the territory, or from the economy on it, and "GRDP" is published
// in current and in constant prices. Such a name has an entry of its own (here
// thu-ngan-sach and grdp), whose Readings are the entries that it may mean, the
// likeliest first. A question that says no more than the family's name is
// answered by the records of the entry itself and of its Readings: one leads
// (the campaign's own announcement, then the order of Readings, then the later
// and more official one), the others are its variants, each under its own name.
// A question that names a reading is answered by that reading alone. Asked for
// its growth, a family is read through GrowthReadings, so that the growth of
// GRDP is that in constant prices. Broader is something else: a part of X never
// answers for X.
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
	Readings []string // ids a family's bare name may mean, likeliest first
	Growth   []string // ids read for its growth; empty: Readings
	Asked    []string // names that only questions use, never an article: "bán ra nước ngoài"
	Kind     IndicatorKind
	At       Place // where it stands in the files
}

// IndicatorKind tells what the values of an indicator do over time.
type IndicatorKind string

// The kinds of indicators. The zero value: the catalogue does not say.
const (
	Flow  IndicatorKind = "flow"  // accumulates: the values of years may be added
	Stock IndicatorKind = "stock" // counted on a day: they may not
	Rate  IndicatorKind = "rate"  // a share, an average, an index or a score: nor may they
)

// Area is a place with a government of its own.
type Area struct {
	Name      string // "Thành phố Nam Định"
	Level     string // country, province, city, district, ward, commune
	Parent    string
	Aliases   []string
	ValidFrom string // date, empty: always
	ValidTo   string // date, empty: still
	Successor string // name of the area it was merged into
	At        Place  // where it stands in the files
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
	At           Place    // where it stands in the files
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
	At         Place // where it stands in the files
}

// Holiday is a day off, or a weekend day that is worked.
type Holiday struct {
	Date string // 2026-02-17
	Name string
	Kind string // off or work
	At   Place  // where it stands in the files
}
