package extract

import (
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// Names of a list that leave out the measure which the first of them said:
// "Doanh thu vận tải hành khách 450 tỷ đồng, hàng hóa 1.100 tỷ đồng".

// carriers are measures that hold for each of a list of things, longer ones before
// those that they open with.
var carriers = []string{
	"doanh thu", "sản lượng", "diện tích gieo trồng", "diện tích", "năng suất", "giá trị sản xuất", "giá trị", "kim ngạch xuất khẩu",
	"kim ngạch nhập khẩu", "kim ngạch", "xuất khẩu", "đàn", "dư nợ cho vay", "dư nợ tín dụng", "dư nợ", "doanh số cho vay", "sản xuất", "khai thác",
}

// paradigms are sets of terms of which one may stand in the place of another in
// the name of a measure.
var paradigms = [][]string{
	{"nhà trẻ", "mẫu giáo", "mầm non", "tiểu học", "trung học cơ sở", "thcs", "trung học phổ thông", "thpt", "giáo dục thường xuyên", "đại học", "cao đẳng", "trung cấp"},
	{"hành khách", "hàng hóa"},
	{"thành thị", "nông thôn", "đô thị", "miền núi", "vùng sâu", "đồng bằng", "khu vực thành thị", "khu vực nông thôn", "khu vực đô thị", "khu vực miền núi", "ở thành thị", "ở nông thôn"},
	{"nam", "nữ", "nam giới", "nữ giới"},
	{"quốc tế", "nội địa", "trong nước", "nước ngoài", "ngoài nước"},
	{"đường bộ", "đường thủy", "đường sông", "đường biển", "đường sắt", "đường hàng không", "đường thủy nội địa"},
	{"khai thác", "nuôi trồng", "đánh bắt", "chế biến"},
	{"các cấp", "cấp tỉnh", "cấp huyện", "cấp xã", "cấp thôn", "cấp thành phố", "cấp trung ương"},
	{"toàn trình", "một phần"},
	{"ngắn hạn", "trung hạn", "dài hạn", "trung và dài hạn", "trung, dài hạn"},
	{"thể nhẹ cân", "thể thấp còi", "thể béo phì", "nhẹ cân", "thấp còi"},
	{"bắt buộc", "tự nguyện"},
	{"đúng hạn", "trước hạn", "quá hạn", "trước và đúng hạn"},
	{"vụ xuân", "vụ hè thu", "vụ mùa", "vụ đông", "vụ đông xuân", "vụ thu đông"},
	{"khu vực nhà nước", "khu vực ngoài nhà nước", "khu vực fdi", "khu vực có vốn đầu tư nước ngoài", "khu vực đầu tư nước ngoài", "khu vực trong nước", "doanh nghiệp fdi"},
}

// kin completes the bare name of a part by the name of the record before it. It
// reports whether it did.
func (c *clause) kin(r *reading) bool {
	if c.carrier != "" && r.fresh && (!r.sub.strong && r.sub.ref < 0 || r.sub.ref >= 0 && r.fig.unit.money() && !inMoney(c.x.indicators[r.sub.ref].Unit)) && r.role == cLevel && r.lead.deed < 0 && !r.fig.unit.percent() && len(strings.Fields(r.sub.name)) < 6 {
		c.rename(r, viet.Capital(c.carrier+" "+viet.Uncapital(r.sub.name)))
		return true
	}
	part := viet.Uncapital(r.sub.name)
	if c.branch != "" && ofBranch[part] && r.sub.ref < 0 {
		c.rename(r, r.sub.name+" "+c.branch)
		return true
	}
	if c.last < 0 && c.heading != "" && r.fresh && r.role == cLevel && r.fig.unit.percent() == ratio(c.heading) && interchanged(part) {
		c.rename(r, viet.Capital(swapped(viet.Uncapital(c.heading), part)))
		return true // "Tỷ lệ trường đạt chuẩn quốc gia: mầm non 68%"
	}
	if name := c.ofSameKind(r); name != "" {
		c.rename(r, name)
		return true
	}
	if !c.bareName(r) {
		return false
	}
	prev := &c.out[c.last].Record
	if name := nextMark(prev.Name, part); name != "" && prev.Unit == "%" && r.fig.unit.percent() {
		c.rename(r, name)
		return true // "tỷ lệ học sinh xếp loại giỏi 24,6%, khá 47,1%"
	}
	base := strings.TrimPrefix(strings.TrimPrefix(viet.Uncapital(prev.Name), "tổng số "), "tổng ")
	for _, name := range [...]string{c.knownKin(base, part, r), swapped(base, part), treated(base, part), carried(base, part)} {
		if name != "" {
			c.rename(r, viet.Capital(name))
			return true
		}
	}
	return false
}

// inMoney reports whether a unit of the catalogue is one of money.
func inMoney(name string) bool { return unit{name: name}.money() }

// topics are labels that name a branch whose measures follow without it, with the
// words for it: "Thủy sản: diện tích nuôi trồng 45 ha; sản lượng 210 tấn".
var topics = map[string]string{
	"thủy sản": "thủy sản", "nuôi trồng thủy sản": "thủy sản", "về thủy sản": "thủy sản", "lĩnh vực thủy sản": "thủy sản", "sản xuất thủy sản": "thủy sản", "thủy, hải sản": "thủy, hải sản",
	"du lịch": "du lịch", "về du lịch": "du lịch", "công nghiệp": "công nghiệp", "lâm nghiệp": "lâm nghiệp", "nông nghiệp": "nông nghiệp", "cây ăn quả": "cây ăn quả", "cây công nghiệp": "cây công nghiệp", "rau màu": "rau màu", "bưu chính": "bưu chính", "viễn thông": "viễn thông", "vận tải": "vận tải", "thương mại": "thương mại", "muối": "muối",
}

// ofBranch are measures that say nothing without their branch.
var ofBranch = map[string]bool{"diện tích nuôi trồng": true, "diện tích thả nuôi": true, "diện tích": true, "tổng diện tích": true, "sản lượng": true, "tổng sản lượng": true, "sản lượng khai thác": true, "sản lượng nuôi trồng": true, "doanh thu": true, "tổng doanh thu": true, "giá trị sản xuất": true, "giá trị": true, "tổng giá trị": true, "tổng giá trị sản xuất": true}

// ofSameKind returns the name of a thing of the same kind as the record before measured
// with its measure, empty if it is none: "sản lượng lúa xuân 24.100 tấn, lúa mùa 21.100
// tấn".
func (c *clause) ofSameKind(r *reading) string {
	if !r.fresh || r.role != cLevel || r.sub.ref >= 0 || r.lead.deed >= 0 || r.fig.isScore || c.last < c.first {
		return ""
	}
	prev := &c.out[c.last].Record
	part := viet.Uncapital(r.sub.name)
	kind, _, two := strings.Cut(part, " ")
	measure, _, ok := strings.Cut(viet.Uncapital(prev.Name), " "+kind+" ")
	if !two || !ok || prev.Value == nil || prev.Unit != r.fig.unit.name || !slices.Contains(carriers, measure) {
		return ""
	}
	return viet.Capital(measure + " " + part)
}

// headCarrier returns the measure that the heading of a list says for each thing of
// it: "Một số sản phẩm chủ yếu tăng khá:", "Diện tích một số cây trồng:".
func headCarrier(heading string) string {
	low := strings.ToLower(heading)
	for _, m := range carriers {
		if strings.HasPrefix(low, m+" một số ") || strings.HasPrefix(low, m+" các ") || strings.HasPrefix(low, m+" của ") {
			return m
		}
	}
	if strings.Contains(low, "sản phẩm") && (strings.HasPrefix(low, "một số ") || strings.HasPrefix(low, "các ") || strings.HasPrefix(low, "những ")) {
		return "sản lượng"
	}
	return ""
}

// alikeFirst completes a name of a list after the first of them: "sản lượng khai
// thác, nuôi trồng và chế biến".
func (c *clause) alikeFirst(sub, first *subject) {
	if sub.strong && !sub.branch || sub.ref >= 0 {
		return
	}
	base, part := viet.Uncapital(first.name), viet.Uncapital(sub.name)
	for _, name := range [...]string{swapped(base, part), carried(base, part)} {
		if name == "" {
			continue
		}
		*sub = subject{ref: -1, name: viet.Capital(name), strong: true}
		sub.refer(c.exact(name))
		return
	}
}

// bareName reports whether the subject is but a noun that goes on with the
// record before, in the same unit.
func (c *clause) bareName(r *reading) bool {
	if !r.fresh || r.role != cLevel || r.sub.meant || r.sub.plan || r.sub.goals || r.sub.growth || r.lead.deed >= 0 && !interchanged(r.sub.name) || r.fig.isScore || c.last < c.first {
		return false
	}
	prev := &c.out[c.last].Record
	if prev.Value == nil && prev.Low == nil || kindOfUnit(prev.Unit) != kindOfUnit(r.fig.unit.name) || r.fig.unit.count && unscaled(prev.Unit) != unscaled(r.fig.unit.name) || strings.Contains(prev.Doubt, doubtName) {
		return false
	}
	words := c.lex.wordsOf(r.sub.name)
	if len(words) == 0 || len(words) > 6 || words[0] == "có" || words[0] == "co" || kindOfUnit(prev.Unit) == "surface" {
		return false // surfaces are named by their crops
	}
	if r.sub.ref >= 0 {
		return !c.anyFits(r.sub.refs, r.fig) && !c.measures(r.sub.name)
	}
	return !r.sub.strong || r.sub.branch
}

// measures reports whether a name opens with a noun of measure of its own.
func (c *clause) measures(name string) bool {
	low := strings.ToLower(name)
	return ratio(low) || strings.HasPrefix(low, "số ") || strings.HasPrefix(low, "tổng ") || slices.ContainsFunc(carriers, func(m string) bool { return strings.HasPrefix(low, m+" ") })
}

// anyFits reports whether one of the indicators is measured in the unit.
func (c *clause) anyFits(refs []entry, f *figure) bool {
	return slices.ContainsFunc(refs, func(e entry) bool {
		v := f.value
		return c.x.indicators[e.ref].Fits(&corpus.Record{Quantity: corpus.Quantity{Value: &v, Unit: f.unit.name}})
	})
}

// knownKin returns the longest beginning of base with which the part is a name of
// the catalogue: "tỷ lệ hộ" and "cận nghèo".
func (c *clause) knownKin(base, part string, r *reading) string {
	words := strings.Fields(base)
	n := min(len(words)-1, 12)
	if r.ctx.cont {
		n++ // part of the whole, and no other beside it
	}
	for ; n > 0; n-- {
		name := strings.Join(words[:n], " ") + " " + part
		if refs := c.lookup(name); len(refs) > 0 && c.anyFits(refs, r.fig) {
			return name
		}
	}
	return ""
}

// swapped puts the part in the place of its like in base, or behind base where it
// has none: "tỷ lệ trường đạt chuẩn quốc gia" and "mầm non". It is empty for a
// part that is in no paradigm.
func swapped(base, part string) string {
	for _, terms := range paradigms {
		if !holdsTerm(terms, part) {
			continue
		}
		if from, to := termIn(base, terms); to > 0 {
			return base[:from] + part + base[to:]
		}
		return base + " " + part
	}
	return ""
}

// interchanged reports whether a name is a term of a paradigm.
func interchanged(name string) bool {
	return slices.ContainsFunc(paradigms, func(terms []string) bool { return holdsTerm(terms, name) })
}

func holdsTerm(terms []string, part string) bool {
	low := strings.ToLower(part)
	for _, lead := range [...]string{"", "bậc ", "cấp ", "khối "} {
		if term, ok := strings.CutPrefix(low, lead); ok && slices.Contains(terms, term) {
			return true
		}
	}
	return false
}

// unscaled returns a unit without the scale before it: "con" of "nghìn con".
func unscaled(unit string) string {
	for _, scale := range [...]string{"nghìn ", "triệu ", "vạn ", "tỷ "} {
		unit = strings.TrimPrefix(unit, scale)
	}
	return unit
}

// termIn returns where the longest of the terms stands in s as whole words; to is
// 0 if none does.
func termIn(s string, terms []string) (from, to int) {
	padded := " " + strings.ToLower(s) + " "
	if len(padded) != len(s)+2 {
		return 0, 0
	}
	for _, term := range terms {
		if i := strings.Index(padded, " "+term+" "); i >= 0 && len(term) > to-from {
			from, to = i, i+len(term)
		}
	}
	return from, to
}

// treatments are what is done to waste, water and files, of which shares are told.
var treatments = []string{"thu gom", "phân loại", "xử lý", "tái chế", "giải quyết", "tiếp nhận", "kiểm tra", "giám sát", "số hóa"}

// treated puts another treatment in the place of the one that base tells: "tỷ lệ
// rác thải được thu gom" and "phân loại tại nguồn".
func treated(base, part string) string {
	i := strings.Index(base, " được ")
	if i < 0 {
		return ""
	}
	done := base[i+len(" được "):]
	like := func(s string) bool {
		return slices.ContainsFunc(treatments, func(t string) bool { return strings.HasPrefix(s, t) })
	}
	if !like(done) || !like(strings.TrimPrefix(part, "được ")) {
		return ""
	}
	return base[:i] + " được " + strings.TrimPrefix(part, "được ")
}

// carried puts the measure that opens base before the part.
func carried(base, part string) string {
	for _, m := range carriers {
		if strings.HasPrefix(strings.ToLower(base), m+" ") {
			return m + " " + part
		}
	}
	return ""
}
