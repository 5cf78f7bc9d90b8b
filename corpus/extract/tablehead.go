package extract

import (
	"regexp"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// column tells what the cells of one column of a table hold.
type column struct {
	kind    columnKind
	status  corpus.Status
	period  corpus.Period
	basis   string
	ratio   bool   // 108,1 is a growth of 8,1 %
	percent bool   // the heading bears "%"
	area    string // of a column of values that is one area's
	kindOf  string // of the places in a column of areas: "Xã"
	name    string // of a column of values that bears an indicator
	group   string // the upper row of the heading
	unit    unit   // in brackets behind the heading
	said    bool   // the heading says whether its values were planned or reached
	doubt   string
}

type columnKind uint8

const (
	otherColumn columnKind = iota
	nameColumn
	areaColumn
	periodColumn
	unitColumn
	valueColumn
	measureColumn // values of the indicator that the heading names
	planColumn    // share of the plan in %
	changeColumn  // change against an earlier value
)

// Words of headings, folded.
var (
	ordinalHead = map[string]bool{"stt": true, "tt": true, "so tt": true, "so thu tu": true, "ghi chu": true, "#": true, "ma so": true}
	periodHead  = map[string]bool{"nam": true, "thang": true, "quy": true, "ky": true, "thoi gian": true, "giai doan": true, "ky bao cao": true}
	nameHeads   = []string{"chi tieu", "noi dung", "ten chi tieu", "danh muc", "linh vuc", "hang muc", "cac chi tieu", "chi so", "tieu chi", "san pham", "chi tieu chu yeu", "nganh", "chi tieu thi dua"}
)

func nameHead(head string) bool {
	for _, w := range nameHeads {
		if head == w || strings.HasPrefix(head, w+" ") || strings.HasPrefix(head, w+"/") {
			return true
		}
	}
	return false
}

var unitHeadForm = regexp.MustCompile(`^(dvt|dv tinh|don vi tinh|don vi|d\.v\.t)$`)

func unitHead(head string) bool { return unitHeadForm.MatchString(head) }

// areaWords are the words of which the heading of a column of areas is made,
// folded, with the kind of place that one alone names.
var areaWords = map[string]string{
	"tinh": "Tỉnh", "huyen": "Huyện", "quan": "Quận", "phuong": "Phường", "xa": "Xã", "thi": "", "tran": "", "thanh": "", "pho": "",
	"thon": "Thôn", "ap": "Ấp", "khu": "", "to": "", "dan": "", "ban": "", "dia": "", "ten": "", "don": "", "vi": "", "hanh": "", "chinh": "", "cac": "", "lang": "", "buon": "", "cum": "",
}

// areaHead reports whether a heading is one of areas: "Xã, phường", "Địa phương".
func areaHead(head string) bool {
	words := strings.FieldsFunc(head, func(r rune) bool { return r == ' ' || r == ',' || r == '/' || r == '-' })
	for _, w := range words {
		if _, ok := areaWords[w]; !ok {
			return false
		}
	}
	return len(words) > 0 && head != "don vi" && head != "ten" && head != "ban"
}

// kindOfPlaces returns the kind of place that the heading of a column of areas
// names, "" if several or none.
func kindOfPlaces(head string) string {
	kind := ""
	switch head {
	case "thi tran":
		return "Thị trấn"
	case "thi xa":
		return "Thị xã"
	case "thanh pho":
		return "Thành phố"
	case "khu pho":
		return "Khu phố"
	case "to dan pho":
		return "Tổ dân phố"
	}
	for _, w := range strings.FieldsFunc(head, func(r rune) bool { return r == ' ' || r == ',' || r == '/' || r == '-' }) {
		if w == "cac" || w == "ten" {
			continue
		}
		if kind != "" || areaWords[w] == "" {
			return ""
		}
		kind = areaWords[w]
	}
	return kind
}

// namesColumns reports whether a row is a header of its own; a row without
// figures amid a table is the title of a section.
func namesColumns(cols []column) bool {
	name, value := false, false
	for _, c := range cols {
		name = name || c.kind == nameColumn || c.kind == areaColumn || c.kind == periodColumn
		value = value || c.kind == valueColumn || c.kind == measureColumn
	}
	return name && value
}

// columnsOf reads the heading of a table.
func (r *reader) columnsOf(heads []string) []column {
	cols := make([]column, len(heads))
	rows := otherColumn // what the rows are: indicators, areas or periods
	for i, head := range heads {
		folded := viet.Fold(strings.ReplaceAll(head, partSign, " "))
		switch {
		case ordinalHead[folded] || folded == "":
			continue
		case rows != otherColumn:
		case nameHead(folded):
			rows = nameColumn
		case areaHead(folded), folded == "don vi" && i+1 < len(heads) && !slices.ContainsFunc(heads, func(h string) bool { return nameHead(viet.Fold(h)) }):
			rows = areaColumn
			cols[i].kindOf = kindOfPlaces(folded)
		case periodHead[folded] && !allTimes(heads[i+1:]):
			rows = periodColumn
		case periodHead[folded]:
			rows = nameColumn // "Năm | 2022 | 2023"
		case i+1 < len(heads) && nameHead(viet.Fold(heads[i+1])):
			continue // "Nhóm | Chỉ tiêu | …"
		default:
			return cols // a first column that tells nothing
		}
		if cols[i].kind = r.kindUnder(rows, cols[:i]); cols[i].kind != otherColumn {
			cols[i].unit, _ = r.bracketUnit(head)
			continue
		}
		cols[i] = r.columnOf(head, rows)
		if i+1 < len(heads) && heads[i+1] == "" {
			cols[i].doubt = doubtHeader // the head of several columns that nothing parts
		}
	}
	return cols
}

// allTimes reports whether headings tell nothing but times.
func allTimes(heads []string) bool {
	for _, h := range heads {
		if !statusOnly(viet.Fold(h)) || !strings.ContainsAny(h, "0123456789") {
			return false
		}
	}
	return len(heads) > 0
}

// kindUnder returns the kind of the column of names if none stands to the left.
func (r *reader) kindUnder(rows columnKind, left []column) columnKind {
	if slices.ContainsFunc(left, func(c column) bool { return c.kind == rows }) {
		return otherColumn
	}
	return rows
}

// columnOf reads the heading of one column that is not the one of names.
func (r *reader) columnOf(head string, rows columnKind) column {
	group, low, parted := strings.Cut(head, partSign)
	if !parted {
		group, low = "", head
	}
	text := strings.ReplaceAll(head, partSign, " ")
	folded := " " + strings.Join(strings.Fields(headSigns.Replace(viet.Fold(text))), " ") + " "
	var c column
	c.group, c.percent = group, strings.Contains(folded, "%")
	c.unit, c.name = r.bracketUnit(low)
	if c.unit.n == 0 && group != "" {
		c.unit, group = r.bracketUnit(group)
	}
	c.period = r.periodOf(text)
	if unitHead(strings.TrimSpace(folded)) {
		c.kind = unitColumn
		return c
	}
	if c.compare(folded, text) {
		return c
	}
	c.state(folded)
	switch {
	case rows == nameColumn && c.kind == otherColumn:
		if area := r.areaIn(c.name, ""); area != "" && group == "" {
			c.kind, c.status, c.area = valueColumn, corpus.Actual, area
		}
	case rows != nameColumn:
		c.measure(r, group, low, folded)
	}
	return c
}

// headSigns parts the words of a heading.
var headSigns = strings.NewReplacer("/", " / ", "(", " ", ")", " ", ".", " ", ",", " ", ":", " ", "+", " ", "-", " ")

func hasAny(text string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(text, " "+w+" ") {
			return true
		}
	}
	return false
}

// Words of headings, folded: of what was planned, done and estimated.
var (
	planWords    = []string{"ke hoach", "kh", "du toan", "dt", "muc tieu", "nghi quyet", "nq", "chi tieu giao", "giao", "phan dau"}
	doneWords    = []string{"thuc hien", "th", "ket qua", "so lieu", "dat duoc", "dat", "gia tri", "da thuc hien"}
	reachedWords = []string{"thuc hien", "th", "ket qua", "dat duoc", "dat", "da thuc hien"}
	guessWords   = []string{"uoc", "uth", "uoc thuc hien", "du kien", "so bo"}
	yearAgo      = []string{"cung ky", "ck", "nam truoc", "nam ngoai"}
)

// yearOverYear is a column of one year in per cent of another: "2024/2023".
var yearOverYear = regexp.MustCompile(`\b(19|20)\d\d / (?:nam )?(19|20)\d\d\b`)

// compare reads a column of shares of the plan or of changes; it reports whether
// the heading is one, also where its figures are not to be told.
func (c *column) compare(folded, text string) bool {
	versus := hasAny(folded, "so voi", "so sanh", "so ke hoach", "so kh", "so cung ky", "so ck", "so nam truoc", "so du toan", "so dt") && !strings.Contains(strings.ToLower(text), "số ")
	over := strings.Contains(folded, " th / kh ") || strings.Contains(folded, " th / dt ")
	moved := hasAny(folded, "tang", "giam", "toc do", "tang truong")
	plan := hasAny(folded, planWords...)
	before := hasAny(folded, yearAgo...) && (versus || moved || c.percent) || yearOverYear.MatchString(folded)
	switch {
	case plan && before:
	case plan && (c.percent && (!hasAny(folded, "ty le") || versus) || over):
		c.kind = planColumn
	case before || moved && c.percent:
		c.kind, c.basis = changeColumn, strings.TrimSpace(text)
		c.ratio = !moved
	case versus, moved, over, hasAny(folded, "ty trong", "co cau"), c.percent && (plan || hasAny(folded, doneWords...)) && hasAny(folded, "ty le"):
	default:
		return false
	}
	return true
}

// state finds the status of a column of values.
func (c *column) state(folded string) {
	switch {
	case hasAny(folded, planWords...):
		c.kind, c.status, c.said = valueColumn, corpus.Target, true
	case hasAny(folded, guessWords...):
		c.kind, c.status, c.said = valueColumn, corpus.Estimate, true
	case hasAny(folded, doneWords...) || !c.period.IsZero():
		c.kind, c.status = valueColumn, corpus.Actual
		c.said = hasAny(folded, reachedWords...)
	}
	if c.kind == valueColumn && c.status == corpus.Target && hasAny(folded, guessWords...) {
		c.kind = otherColumn // "Ước thực hiện so kế hoạch"
	}
}

// measure reads a column that bears an indicator, in a table whose rows are areas
// or periods.
func (c *column) measure(r *reader, group, low, folded string) {
	if c.status == "" {
		c.status = corpus.Actual
	}
	said := c.kind == valueColumn
	c.kind = measureColumn
	switch {
	case group != "" && said:
		c.name = group
	case group != "" && statusOnly(viet.Fold(low)):
		c.name = group
	case group != "":
		c.name = group + " " + viet.Uncapital(c.name)
		c.doubt = doubtName
	}
	c.name = strings.TrimSpace(strings.TrimSuffix(statusHead.ReplaceAllString(c.name, ""), ":"))
	if c.name == "" || statusOnly(viet.Fold(c.name)) {
		c.kind = otherColumn
	}
}

// statusHead closes the name of a measure with the time or the status of a column.
var statusHead = regexp.MustCompile(`(?i)[\s,]*(năm\s+\d{4}|\d{4}|\(\s*%\s*\))$`)

// statusOnly reports whether a heading tells only status or time.
func statusOnly(folded string) bool {
	for _, w := range strings.Fields(headSigns.Replace(folded)) {
		if !statusWord[w] && strings.Trim(w, "0123456789") != "" {
			return false
		}
	}
	return true
}

// statusWord are the words of which such a heading is made, folded.
var statusWord = map[string]bool{
	"ke": true, "hoach": true, "kh": true, "thuc": true, "hien": true, "th": true, "uoc": true, "nam": true, "thang": true, "quy": true,
	"dau": true, "ca": true, "ket": true, "qua": true, "du": true, "toan": true, "dt": true, "chi": true, "tieu": true, "giao": true, "so": true, "luong": true,
	"gia": true, "tri": true, "dat": true, "duoc": true, "tong": true, "%": true,
}

// bracketUnit parts a heading from the unit in brackets behind it.
func (r *reader) bracketUnit(head string) (unit, string) {
	m := bracketed.FindStringSubmatch(head)
	if m == nil {
		return unit{}, head
	}
	if u := r.unitIn(m[2]); u.n > 0 {
		return u, strings.TrimSpace(m[1])
	}
	return unit{}, head
}

var bracketed = regexp.MustCompile(`^(.*?)\s*[(,;]\s*(?:(?i:đvt|đơn vị tính|đơn vị)\s*:?\s*)?([^()]*?)\s*\)?$`)

// unitIn reads a text that is a unit and nothing else.
func (r *reader) unitIn(text string) unit {
	l := newLexer(r.lex, strings.ToLower(viet.Normalize(thousandUnit.Replace(text))))
	toks := l.tokens(nil, 0, len(l.text))
	if len(toks) == 0 {
		return unit{}
	}
	u := r.lex.unitAt(toks, 0)
	if u.n != len(toks) {
		return unit{}
	}
	return u
}

// thousandUnit spells the scales that tables write in digits.
var thousandUnit = strings.NewReplacer("1000 ", "nghìn ", "1.000 ", "nghìn ", "1,000 ", "nghìn ", "1000đ", "nghìn đồng", "1.000đ", "nghìn đồng")

// periodOf returns the first period that a heading names.
func (r *reader) periodOf(text string) corpus.Period {
	l := newLexer(r.lex, text)
	near := r.title
	if near.Kind == corpus.Span {
		near = corpus.Period{}
	}
	for _, it := range r.x.items(r.lex, text, l.tokens(nil, 0, len(text)), r.clock) {
		if it.kind == whenItem && !it.when.event && !it.when.part && !it.when.now {
			return r.resolve(it.when, near)
		}
	}
	return corpus.Period{}
}
