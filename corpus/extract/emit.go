package extract

import (
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// emit writes a new record for figure i.
func (c *clause) emit(i int, f *figure, role class, l *lead, t *tail, sub subject, ctx found) {
	if !sub.found() {
		return
	}
	c.countedScale(i, f, sub)
	if t.dated || !ctx.period.IsZero() {
		c.ofOneYear(&sub, t, ctx)
	}
	r := corpus.Record{Status: c.status(ctx, l), Scope: c.scope}
	r.Unit, r.Printed = f.unit.name, c.wordsOf(&c.items[i])
	r.Period, r.Area = c.summed(c.periodFor(t, &r), f, t, sub), c.areaFor(ctx)
	if sub.plan || sub.goals || r.Status == corpus.Actual && c.clock.year > 0 && r.Period.Year > c.clock.year {
		r.Status = corpus.Target
	}
	if ctx.area == "" && (sub.name == "GDP" || strings.HasPrefix(sub.name, "GDP cả nước")) {
		r.Area = country // the product of a province is its GRDP
	}
	if sub.plan {
		c.planYear(&r, f)
	}
	c.measure(&r, f, role, l, t, sub)
	c.title(&r, role, sub, f)
	if r.Status != corpus.Target && role == cLevel && f.approx == "" && f.bound != "" && !strings.Contains(f.bound, "=") {
		r.Approx, r.Bound = c.approxWord(f), ""
	}
	c.question(&r, i, f, l, t, ctx)
	c.carryDoubt(&r, role, sub)
	if ctx.area == "" && c.area == "" && c.head.area == "" && c.opener != "" && c.opener != c.home {
		r.Doubt = doubts(r.Doubt, doubtArea) // the paragraph began with another place
	}
	if c.remaining(i) || ctx.unplaced && ctx.area == "" {
		r.Doubt = doubts(r.Doubt, doubtArea)
	}
	if t.against != "" {
		r.Note = doubts(r.Note, "trên "+t.against)
	}
	c.append(r)
	c.chain = role
	if role != cShare && role != cContrib && role != cDrag && !sub.aside {
		c.subject = sub
	}
	c.last = len(c.out) - 1
}

// question doubts a record for what its neighbours leave open.
func (c *clause) question(r *corpus.Record, i int, f *figure, l *lead, t *tail, ctx found) {
	r.Doubt = doubts(r.Doubt, f.odd)
	if r.Status == corpus.Actual && r.PlanPct == nil && (r.Value == nil || r.Bound != "") && c.clock.unfinished(r.Period) {
		r.Doubt = doubts(r.Doubt, doubtOpen)
	}
	if r.Status == corpus.Actual && (r.Bound == ">=" || r.Bound == "<=") {
		r.Doubt = doubts(r.Doubt, doubtBound)
	}
	if c.partial(i) {
		r.Doubt = doubts(r.Doubt, doubtPart)
	}
	if c.ahead(r, t) && !l.settle && t.basis == "" || ctx.opening || ctx.since && r.Status != corpus.Target || c.mixes(r, t, ctx) {
		r.Doubt = doubts(r.Doubt, doubtPeriod)
	}
}

// yearlyMeans close the name of a mean over years.
var yearlyMeans = [...]string{" bình quân mỗi năm", " bình quân hằng năm", " bình quân hàng năm", " bình quân năm", " trung bình mỗi năm"}

// ofOneYear takes the mean out of a name carried over to a single year: "thu ngân
// sách bình quân mỗi năm đạt 375 tỷ đồng; trong đó năm 2021: 340 tỷ đồng".
func (c *clause) ofOneYear(sub *subject, t *tail, ctx found) {
	p := ctx.period
	if t.dated {
		p = c.resolve(t.when, c.near())
	}
	if p.Kind != corpus.Year || sub.name != c.subject.name || c.last < c.first || c.out[c.last].Period == p {
		return
	}
	for _, mean := range yearlyMeans {
		if base, ok := strings.CutSuffix(sub.name, mean); ok {
			sub.name, sub.refs, sub.ref = base, nil, -1
			if refs := c.exact(base); len(refs) > 0 {
				sub.refs, sub.ref = refs, int(refs[0].ref)
			}
			return
		}
	}
}

// countedScale gives "tổng lượt khách đạt 4,12 triệu" the unit of its indicator:
// without a unit of its own the amount was taken for money.
func (c *clause) countedScale(i int, f *figure, sub subject) {
	base, money := strings.CutSuffix(f.unit.name, " đồng")
	if !money || sub.ref < 0 || strings.Contains(c.wordsOf(&c.items[i]), "đồng") || strings.HasSuffix(c.wordsOf(&c.items[i]), "đ") {
		return
	}
	usual := c.x.indicators[sub.ref].Unit
	if usual == "" || strings.Contains(usual, "/") || kindOfUnit(usual) != "count" {
		return
	}
	for _, scale := range [...]string{"nghìn ", "triệu ", "tỷ "} {
		usual = strings.TrimPrefix(usual, scale)
	}
	f.unit.name, f.unit.count = base+" "+usual, true
}

// remaining reports whether figure i is of the places or things that are left:
// "các xã còn lại đạt 16,4 tiêu chí".
func (c *clause) remaining(i int) bool {
	for k := c.start; k+1 < i; k++ {
		if w := strings.ToLower(c.wordsOf(&c.items[k])); w == "còn lại" || w == "còn" && strings.EqualFold(c.wordsOf(&c.items[k+1]), "lại") {
			return true
		}
	}
	return false
}

// carryDoubt gives a record that goes on with the one before its doubts about
// period and place: "đầu năm có 1.865 hộ nghèo, chiếm 6,2%".
func (c *clause) carryDoubt(r *corpus.Record, role class, sub subject) {
	if role != cShare || c.last < c.first || sub.name != c.subject.name || c.out[c.last].Period != r.Period {
		return
	}
	for _, why := range [...]string{doubtPeriod, doubtPart} {
		if strings.Contains(c.out[c.last].Doubt, why) && !strings.Contains(r.Doubt, why) {
			r.Doubt = doubts(r.Doubt, why)
		}
	}
}

func (c *clause) approxWord(f *figure) string {
	if f.num > f.from {
		return strings.ToLower(spelledOut(c.a.Text, c.toks[f.from:f.num]))
	}
	return ""
}

// measure fills in the value, range, score, change or plan.
func (c *clause) measure(r *corpus.Record, f *figure, role class, l *lead, t *tail, sub subject) {
	r.Approx = f.approx
	switch role {
	case cUp, cDown, cRate, cTimes:
		c.measureChange(r, f, role, l, t)
		return
	case cPlan:
		c.setPlan(r, f, l, t.plan)
		if r.Unit = "%"; t.above {
			r.Bound = ">="
		} else {
			c.bound(r, f)
		}
		return
	case cEqual:
		r.Doubt = doubts(r.Doubt, doubtEqual)
	}
	v := f.value
	if role == cDrag {
		v = -v
	}
	switch {
	case f.isRange:
		low, high := f.low, f.high
		r.Low, r.High = &low, &high
	default:
		r.Value = &v
	}
	of := f.of
	switch {
	case f.isScore:
		r.Of = &of
	case t.of != nil:
		total := t.of.value
		r.Of = &total
		if r.Unit == "" {
			r.Unit = t.of.unit.name
		}
	}
	if r.Unit == "" {
		c.wantUnit(r, sub)
	}
	c.bound(r, f)
}

// wantUnit takes the unit of "số hộ nghèo còn 11" from the name.
func (c *clause) wantUnit(r *corpus.Record, sub subject) {
	l := lexer{lex: c.lex, text: sub.name}
	toks := l.tokens(nil, 0, len(sub.name))
	if len(toks) > 1 && toks[0].word == c.lex.w.so {
		if u := c.lex.unitAt(toks, 1); u.count {
			r.Unit = u.name
			return
		}
	}
	if sub.ref >= 0 && r.Value != nil && r.Of == nil && len(sub.refs) == 1 {
		if r.Unit = c.usualNoun(sub.ref, *r.Value); r.Unit != "" {
			return
		}
	}
	if sub.ref < 0 || c.x.indicators[sub.ref].Unit != "" {
		r.Doubt = doubts(r.Doubt, doubtNoUnit)
	}
}

// bound keeps a limit as one only where it is a target or a legal limit.
func (c *clause) bound(r *corpus.Record, f *figure) {
	r.Bound = f.bound
	if r.Status != corpus.Target {
		return
	}
	switch f.approx {
	case "trên", "hơn":
		r.Bound = ">"
	}
}

// measureChange writes a growth that has no level.
func (c *clause) measureChange(r *corpus.Record, f *figure, role class, l *lead, t *tail) {
	if f.isRange {
		low, high := f.low, f.high
		if role == cDown {
			low, high = -high, -low
		}
		r.Low, r.High = &low, &high
		if (l.avg || t.avg) && r.Unit == "%" {
			r.Unit = "%/năm"
		}
		return
	}
	ch := c.changeOf(f, role, l, t)
	r.Change = &ch
	if role == cTimes || role == cRate {
		r.Unit = "%"
	}
	if role == cTimes && l.role == cUp {
		r.Doubt = doubts(r.Doubt, doubtTimes)
	}
	c.bound(r, f)
}

// title gives the record its name and indicator.
func (c *clause) title(r *corpus.Record, role class, sub subject, f *figure) {
	r.Name = sub.name
	refs, ref := sub.refs, sub.ref
	switch role {
	case cShare:
		r.Name, refs, ref = c.shareName(sub)
	case cContrib, cDrag:
		r.Name, refs, ref = "Đóng góp của "+viet.Uncapital(sub.name), nil, -1
	}
	if ref < 0 && (role == cUp || role == cDown || role == cRate) {
		for _, before := range [...]string{"tăng trưởng ", "tốc độ tăng "} {
			if refs = c.lookup(before + sub.name); len(refs) > 0 {
				ref = int(refs[0].ref)
				break
			}
		}
	}
	if r.Scope != "" && role != cShare {
		for _, scope := range [...]string{" " + r.Scope, " theo " + r.Scope} {
			if more := c.lookup(sub.name + scope); len(more) > 0 {
				refs, ref = more, int(more[0].ref)
			}
		}
	}
	if more := c.ofCounted(role, sub); len(more) > 0 {
		refs, ref = more, int(more[0].ref)
	}
	refs, ref = c.priced(r, sub, refs, ref)
	if ref >= 0 {
		c.fit(r, refs, role, f)
	}
	if strings.HasPrefix(strings.ToLower(sub.name), "tổng mức đầu tư") {
		r.Doubt = doubts(r.Doubt, "có thể là số của một dự án")
	}
	if low := strings.ToLower(sub.name); role == cLevel && (low == "tổng diện tích" || low == "diện tích") {
		r.Doubt = doubts(r.Doubt, doubtName)
	}
	if f.unit.name == "điểm" && !sub.strong && ref < 0 {
		r.Doubt = doubts(r.Doubt, doubtName)
	}
	if role == cShare && !sub.strong && ref < 0 && !ratio(sub.name) {
		r.Doubt = doubts(r.Doubt, doubtName) // a share of what?
	}
	if role == cUp && f.unit.percent() && f.sign == 0 && !sub.growth && c.rises(f) {
		r.Doubt = doubts(r.Doubt, doubtLanding)
	}
	if sub.unsaid || ref < 0 && vague[strings.ToLower(sub.name)] {
		r.Doubt = doubts(r.Doubt, doubtName)
	}
	if !sub.strong && sub.ref < 0 && (role == cLevel && !c.anchored() || len(sub.name) > 120) {
		r.Doubt = doubts(r.Doubt, doubtName)
	}
}

// rises reports whether "tăng lên 58%" stands before the figure, which may be
// where a share came to.
func (c *clause) rises(f *figure) bool {
	i := f.from - 1
	return i > 0 && c.toks[i].word == "lên" && c.toks[i-1].word == "tăng"
}

// ofCounted returns the indicator that is the measure of what the record before
// counted: "tổng vốn đăng ký" behind "412 doanh nghiệp thành lập mới".
func (c *clause) ofCounted(role class, sub subject) []entry {
	if role != cLevel || c.last < c.first || !sub.strong || c.out[c.last].Value == nil || kindOfUnit(c.out[c.last].Unit) != "count" {
		return nil
	}
	name := strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(sub.name), "tổng số "), "tổng ")
	return c.lookup(name + " của " + strings.TrimPrefix(strings.ToLower(c.out[c.last].Name), "số "))
}

// priced gives up an indicator at other prices than the record's.
func (c *clause) priced(r *corpus.Record, sub subject, refs []entry, ref int) ([]entry, int) {
	if ref < 0 {
		return refs, ref
	}
	name := strings.ToLower(sub.name + " " + c.x.indicators[ref].Name)
	now, then := strings.Contains(r.Scope, "hiện hành"), strings.Contains(r.Scope, "so sánh")
	if now && !strings.Contains(name, "so sánh") || then && !strings.Contains(name, "hiện hành") || !now && !then {
		return refs, ref
	}
	base, _, _ := strings.Cut(strings.ToLower(sub.name), " giá ")
	base = strings.TrimSuffix(strings.TrimSuffix(base, " theo"), " tính")
	r.Name = viet.Capital(base)
	if more := c.lookup(base + " theo " + r.Scope); len(more) > 0 {
		return more, int(more[0].ref)
	}
	return nil, -1
}

// anchored reports whether the sentence has an undoubted record, of which later
// names may be parts.
func (c *clause) anchored() bool {
	for i := c.first; i < len(c.out); i++ {
		if c.out[i].Doubt == "" {
			return true
		}
	}
	return false
}

// vague names say too little to stand alone.
var vague = map[string]bool{
	"số vốn": true, "vốn tăng thêm": true, "tổng số vốn": true, "số tiền": true, "tổng số tiền": true, "trị giá": true, "tổng trị giá": true, "kinh phí": true, "tổng kinh phí": true,
	"thu": true, "chi": true, "đầu tư": true, "huy động": true, "tổng": true, "tổng số": true, "số": true, "giá trị": true,
	"tiền": true, "mức": true, "tỷ lệ": true, "vốn": true, "chỉ tiêu": true, "lượng": true, "quy mô": true,
	"sản lượng": true, "năng suất": true, "diện tích": true, "số lượng": true, "số tiền này": true, "nhóm": true, "thiệt hại": true, "tổng thu": true, "tổng chi": true, "chi tiêu": true, "tổng vốn": true, "doanh thu": true, "số thu": true, "số chi": true, "diện tích thiệt hại": true, "luân chuyển": true, "số vụ": true,
	"tỷ lệ bao phủ": true, "tỷ lệ đạt": true, "chi trả": true, "số điểm": true, "chấm": true, "điểm": true, "doanh số": true, "trẻ": true, "nữ": true,
	"nuôi trồng": true, "khai thác": true, "kết quả": true, "tổng doanh thu": true, "năng suất bình quân": true, "số lượt": true, "số hồ sơ": true, "công suất": true, "ngành": true, "lĩnh vực": true,
}

func (c *clause) shareName(sub subject) (string, []entry, int) {
	if low := strings.ToLower(sub.name); strings.HasPrefix(low, "tỷ trọng") || strings.HasPrefix(low, "tỷ lệ") {
		return sub.name, sub.refs, sub.ref
	}
	name := "Tỷ trọng " + viet.Uncapital(sub.name)
	refs := c.lookup(name)
	if len(refs) == 0 {
		refs = c.lookup(name + " trong GRDP")
	}
	if rate := "Tỷ lệ " + viet.Uncapital(strings.TrimPrefix(strings.TrimPrefix(sub.name, "Tổng số "), "Số ")); len(refs) == 0 && len(c.lookup(rate)) > 0 {
		name, refs = rate, c.lookup(rate)
	}
	if len(refs) == 0 && sub.share {
		return "Tỷ lệ " + viet.Uncapital(strings.TrimPrefix(strings.TrimPrefix(sub.name, "Tổng số "), "Số ")), nil, -1
	}
	if len(refs) == 0 {
		return name, nil, -1
	}
	return name, refs, int(refs[0].ref)
}

// fit chooses among the indicators of a name the one that the unit fits.
func (c *clause) fit(r *corpus.Record, refs []entry, role class, f *figure) {
	level := role == cLevel || role == cShare || !f.unit.percent() && !f.unit.points() && f.unit.name != "lần"
	for _, e := range refs {
		ind := &c.x.indicators[e.ref]
		if sums(r.Name) && strings.Contains(strings.ToLower(ind.Name), "bình quân") {
			continue // a total is no average
		}
		if !level || ind.Unit == "" || unitsAgree(ind.Unit, f.unit) || f.isScore && r.Of != nil {
			r.Indicator = ind.ID
			return
		}
	}
	rest := strings.TrimPrefix(strings.ToLower(r.Name), "số ")
	switch {
	case f.unit.percent():
		if more := c.lookup("tỷ lệ " + rest); len(more) > 0 {
			r.Name, r.Indicator = "Tỷ lệ "+rest, c.x.indicators[more[0].ref].ID
			return
		}
		if !ratio(r.Name) {
			r.Doubt = doubts(r.Doubt, doubtUnit)
		}
	case f.unit.count:
		if more := c.lookup("số " + rest); len(more) > 0 {
			r.Indicator = c.x.indicators[more[0].ref].ID
			return
		}
		if strings.Contains(rest, f.unit.name) {
			return // the name says what is counted: an indicator of its own
		}
		fallthrough
	default:
		if f.unit.n > 0 {
			r.Doubt = doubts(r.Doubt, doubtUnit)
		}
	}
}

// sums reports whether a name is of a total.
func sums(name string) bool {
	low := strings.ToLower(name)
	return strings.HasPrefix(low, "tổng ") && !strings.Contains(low, "bình quân")
}

// unitsAgree reports whether two units measure the same kind of thing.
func unitsAgree(usual string, u unit) bool {
	if strings.Contains(usual, "/") && u.money() && u.scale >= 1e9 && !strings.Contains(u.name, "/") {
		return false // a total, where the usual is so much a head
	}
	return kindOfUnit(usual) == kindOfUnit(u.name)
}

// kindOfUnit tells shares, money, weights, surfaces and yields apart from what
// is counted.
func kindOfUnit(name string) string {
	base, _, ratio := strings.Cut(name, "/")
	base = base[strings.LastIndexByte(base, ' ')+1:]
	switch {
	case strings.HasPrefix(name, "%"):
		return "%"
	case unit{name: name}.money():
		return "money"
	case base == "tấn" || base == "tạ" || base == "kg":
		base = "weight"
	case base == "ha" || base == "m²" || base == "km²":
		base = "surface"
	default:
		return "count"
	}
	if ratio {
		return base + "/"
	}
	return base
}

// status of the record that the clause states.
func (c *clause) status(ctx found, l *lead) corpus.Status {
	switch {
	case ctx.target:
		return corpus.Target
	case c.target && !(ctx.est || l.settle && c.past(ctx)):
		return corpus.Target
	case ctx.est || c.est:
		return corpus.Estimate
	}
	return corpus.Actual
}

func (c *clause) areaFor(ctx found) string {
	for _, area := range [...]string{ctx.area, c.area, c.head.area, c.home} {
		if area != "" {
			return area
		}
	}
	return ""
}

// append fills in source and evidence.
func (c *clause) append(r corpus.Record) {
	r.Source = c.a.Source()
	r.Source.Paragraph = c.number
	r.Evidence = c.a.Text[c.ev.from:c.ev.to]
	r.Audience = c.a.Audience
	if r.Area == "" || c.guessed && r.Area == c.home {
		r.Doubt = doubts(r.Doubt, doubtArea)
	}
	if o := c.contradicted(&r); o != nil && r.Doubt == "" {
		if o.Approx != "" && r.Approx == "" {
			o.Doubt = doubtTwice // "vượt mốc 12.000 tỷ đồng, cụ thể là 12.345 tỷ đồng"
		} else {
			r.Doubt = doubtTwice
		}
	}
	c.out = append(c.out, Candidate{Record: r, Start: c.ev.from, End: c.ev.to})
}

// contradicted returns another level of the same indicator that the article has
// for the same area, period and status, nil if there is none.
func (r *reader) contradicted(n *corpus.Record) *corpus.Record {
	if n.Value == nil || n.Of != nil {
		return nil
	}
	for i := len(r.out) - 1; i >= 0 && i >= len(r.out)-200; i-- {
		o := &r.out[i].Record
		if o.Doubt == "" && o.Value != nil && o.Of == nil && *o.Value != *n.Value && o.Unit == n.Unit && o.Period == n.Period && o.Area == n.Area && o.Status == n.Status && o.Scope == n.Scope &&
			(o.Indicator != "" && o.Indicator == n.Indicator || strings.EqualFold(o.Name, n.Name)) {
			return o
		}
	}
	return nil
}
