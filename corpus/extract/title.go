package extract

import (
	"regexp"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// The name and indicator of a record, from its subject and unit.

// title gives the record its name and indicator.
func (c *clause) title(r *corpus.Record, role class, sub subject, f *figure) {
	r.Name = sub.name
	if done, ok := strings.CutSuffix(sub.name, " được"); ok && strings.Contains(done, " ") {
		r.Name = done // "vận động quỹ được 186 triệu đồng"
	}
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
	c.suspectName(r, role, sub, ref, f)
}

// suspectName notes why the name of the record may not be what it is of.
func (c *clause) suspectName(r *corpus.Record, role class, sub subject, ref int, f *figure) {
	if low := strings.ToLower(sub.name); strings.HasPrefix(low, "tổng mức đầu tư") && !strings.Contains(low, "đăng ký") && !strings.Contains(low, "toàn xã hội") {
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
	if role == cLevel && r.Unit == "%" && r.Value != nil && c.last >= c.first && c.out[c.last].Name == r.Name && kindOfUnit(c.out[c.last].Unit) == "count" && !ratio(r.Name) {
		r.Doubt = doubts(r.Doubt, doubtEqual) // a share of what was counted, but which
	}
	if ref < 0 && (bareName(r.Name, f) || onlyMarks(r.Name)) {
		r.Doubt = doubts(r.Doubt, doubtName)
	}
	if ref < 0 && (brokenName.MatchString(r.Name) || namesAfter.MatchString(r.Name)) {
		r.Doubt = doubts(r.Doubt, doubtName)
	}
	if sub.unsaid || ref < 0 && vague[strings.ToLower(sub.name)] {
		r.Doubt = doubts(r.Doubt, doubtName)
	}
	if !sub.strong && sub.ref < 0 && (role == cLevel && !c.anchored() || len(sub.name) > 120) {
		r.Doubt = doubts(r.Doubt, doubtName)
	}
}

// anyone are nouns that count whatever it is.
var anyone = map[string]bool{"người": true, "ca": true, "lượt": true, "vụ": true, "trẻ": true, "cháu": true, "em": true, "mẫu": true, "điểm": true, "suất": true, "chiếc": true, "cái": true, "con": true}

// namesAfter is a name that tells who or where it was, not what: with a proper name
// behind "là", or a place in an order before it.
var namesAfter = regexp.MustCompile(` là \p{Lu}|^(?:Đông|Nhiều|Cao|Thấp|Ít|Lớn|Khó khăn|Tốt) nhất |^(?:Dẫn đầu|Đứng đầu|Đứng cuối|Ngay) |tập trung ở`)

// brokenName is a name that runs over a comma into another part of its sentence.
var brokenName = regexp.MustCompile(`, (?:qua|đã|được|trong|với|theo|có|do|khi|tại|để|nên|mà|thì|là|vẫn|còn|sau|trước|nhờ|từ) `)

// bareName reports whether a name that the catalogue lacks is too short to say what
// is counted ("Vay", "Giàu"), or breaks off ("Chi trả cho").
func bareName(name string, f *figure) bool {
	words := strings.Fields(strings.ToLower(name))
	if len(words) == 0 {
		return false
	}
	switch words[len(words)-1] {
	case "cho", "với", "của", "và", "qua", "từ", "để", "do", "trên", "trong", "ứng", "bị", "được", "đối", "hai", "ba", "bốn":
		return true
	}
	if len(words) == 2 && words[0] == "số" && anyone[words[1]] {
		return true // "quản lý thai 92 người"
	}
	if words[0] == "mỗi" && len(words) < 4 {
		return true // "mỗi năm huyện giảm 1,5% hộ nghèo"
	}
	return len(words) == 1 && !strings.Contains(f.unit.name, words[0])
}

// onlyMarks reports whether a name says but how something was rated: "Khá, giỏi".
func onlyMarks(name string) bool {
	for part := range strings.SplitSeq(strings.NewReplacer(" và ", ", ", " loại ", " ", "Loại ", "").Replace(name), ",") {
		if !marks[strings.ToLower(strings.TrimSpace(part))] {
			return false
		}
	}
	return true
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
	"tiền": true, "mức": true, "mức bình quân": true, "bình quân": true, "bình quân chung": true, "mức bình quân chung": true, "tỷ lệ": true, "vốn": true, "chỉ tiêu": true, "lượng": true, "quy mô": true,
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
	if rate := rateName(sub.name); len(refs) == 0 && len(c.lookup(rate)) > 0 {
		name, refs = rate, c.lookup(rate)
	}
	if len(refs) == 0 && (sub.share || c.ofCount(sub)) {
		return rateName(sub.name), nil, -1
	}
	if len(refs) == 0 {
		return name, nil, -1
	}
	return name, refs, int(refs[0].ref)
}

// ofCount reports whether a share is one of people or things that were counted before
// it, or of those that hold or were given something, and no part of a sum.
func (c *clause) ofCount(sub subject) bool {
	if sub.branch || strings.HasPrefix(strings.ToLower(sub.name), "dân số ") || sub.ref >= 0 && kindOfUnit(c.x.indicators[sub.ref].Unit) != "count" {
		return false
	}
	if strings.HasPrefix(strings.ToLower(sub.name), "nợ ") {
		return true
	}
	if c.last >= c.first {
		r := &c.out[c.last].Record
		return r.Value != nil && kindOfUnit(r.Unit) == "count" || ratio(r.Name) && strings.HasPrefix(r.Name, "Tỷ lệ")
	}
	return false
}

// fit chooses among the indicators of a name the one that the unit fits.
func (c *clause) fit(r *corpus.Record, refs []entry, role class, f *figure) {
	level := role == cLevel || role == cShare || !f.unit.percent() && !f.unit.points() && f.unit.name != "lần"
	for _, e := range refs {
		ind := &c.x.indicators[e.ref]
		if sums(r.Name) && strings.Contains(strings.ToLower(ind.Name), "bình quân") {
			continue // a total is no average
		}
		if level && strings.HasSuffix(f.unit.name, "/tháng") && !strings.HasSuffix(ind.Unit, "/tháng") {
			continue // the wage of a month is no income of a year
		}
		if level && nounsClash(ind.Unit, f.unit) {
			r.Name, r.Doubt = "Số "+f.unit.name+" "+viet.Uncapital(r.Name), doubts(r.Doubt, doubtName)
			return // "hợp tác xã hiện có 45 thành viên"
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

// nounsClash reports whether two units are nouns of different things, of which one is a
// member or a part of what the other counts.
func nounsClash(usual string, u unit) bool {
	return u.count && members[u.name] && kindOfUnit(usual) == "count" && usual != "" && !strings.Contains(usual, "/") && !members[usual] && !humans[usual] && !people[usual] && usual != "điểm"
}

// members are nouns of those that belong to something.
var members = map[string]bool{"thành viên": true, "hội viên": true, "đoàn viên": true, "đảng viên": true, "học sinh": true, "giáo viên": true, "cán bộ": true, "xã viên": true, "lao động": true, "người": true, "em": true, "giường bệnh": true, "phòng học": true}

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
	if _, each, ok := strings.Cut(u.name, "/"); ok && u.money() && !strings.Contains(usual, "/") && (each == "doanh nghiệp" || each == "dự án" || each == "hộ" || each == "xã") {
		return false // so much for each, where the usual is a total
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
