package extract

import (
	"strings"

	"thiduabot/corpus/viet"
)

// Names that lean on the record before them.

// nameParts completes a name that says only which part of the measure before it
// is meant: "Tỷ lệ thất nghiệp 2,2%, trong đó khu vực thành thị 3,1%", "Diện tích
// cà phê 2.450 ha, năng suất 26 tạ/ha".
func (c *clause) nameParts(r *reading) {
	if !r.fresh || r.role != cLevel || r.sub.meant || r.sub.plan {
		return
	}
	c.nameObject(r)
	c.nameCrop(r)
	if r.ctx.cont || c.items[max(c.start, 0)].is(cCont) {
		c.parted = subject{ref: -1}
		if c.last >= 0 {
			c.parted = c.subject
		}
	}
	if r.sub.strong && !r.sub.branch || r.sub.ref >= 0 || c.last < 0 {
		return
	}
	prev := &c.out[c.last]
	if prev.Value == nil && prev.Low == nil || prev.Unit != r.fig.unit.name {
		return
	}
	part := viet.Uncapital(r.sub.name)
	switch {
	case r.sub.branch || r.fig.unit.count:
	case strings.HasPrefix(part, "có ") && ratio(prev.Name):
		c.rename(r, prev.Name+" "+part)
	case ratio(prev.Name) && overlapping(prev.Name, part) != "":
		c.rename(r, overlapping(prev.Name, part))
	case c.parted.found() && (ratio(c.parted.name) || vague[part]) && !holds(c.parted.name, part):
		c.rename(r, strings.TrimSuffix(c.parted.name, " chung")+" "+part)
	case r.fig.unit.percent() && ratio(prev.Name):
		c.rename(r, "Tỷ lệ "+part)
		r.sub.unsaid = !alike(prev.Name, part) && r.sub.ref < 0 // a ratio of its own, or a part of the one before
	}
}

// overlapping joins two phrases of which the second begins with the last two words
// or more of the first: "tỷ lệ lao động qua đào tạo", "qua đào tạo có bằng cấp". It
// is empty where they share no such words.
func overlapping(base, part string) string {
	words := strings.Fields(part)
	for n := len(words) - 1; n > 1; n-- {
		if shared := strings.Join(words[:n], " "); strings.HasSuffix(base, " "+shared) {
			return base + strings.TrimPrefix(part, shared)
		}
	}
	return ""
}

// carriage names what was carried by the word behind the figure: "2,4 triệu lượt
// khách vận chuyển và 285 triệu lượt khách luân chuyển".
func (c *clause) carriage(r *reading) {
	k := r.tail.next
	if r.role != cLevel || k >= len(c.items) || c.items[k].kind != wordItem {
		return
	}
	from := c.items[k].from
	if from+1 >= len(c.toks) || c.toks[from+1].word != "chuyển" || c.toks[from].word != "vận" && c.toks[from].word != "luân" {
		return
	}
	name := r.sub.name
	if !r.fresh {
		name = c.subject.name
	}
	for _, how := range [...]string{" vận chuyển", " luân chuyển"} {
		name = strings.TrimSuffix(name, how)
	}
	if name == "" {
		return
	}
	c.rename(r, name+" "+strings.ToLower(spelledOut(c.a.Text, c.toks[from:from+2])))
	r.fresh = true
	for r.tail.next < len(c.items) && c.items[r.tail.next].from < from+2 {
		r.tail.next++
	}
}

// alike reports whether two names end with the same word: "gia đình văn hóa",
// "khu phố văn hóa".
func alike(a, b string) bool {
	return a[strings.LastIndexByte(a, ' ')+1:] == b[strings.LastIndexByte(b, ' ')+1:]
}

// nameObject puts what stands behind a measured figure into the name where only
// a verb stands before it: "hiến 125.000 m2 đất".
func (c *clause) nameObject(r *reading) {
	if !r.fresh || r.sub.strong || r.sub.ref >= 0 || r.sub.deed || r.role != cLevel || r.lead.role != noClass || r.fig.unit.count || r.fig.unit.percent() || r.fig.unit.money() || strings.Contains(r.sub.name, " ") {
		return
	}
	k := r.tail.next
	if k >= len(c.items) || c.items[k].kind != wordItem || c.items[k].any(cAnd, cConn, cCont, cBasis, cAux, cEst) || c.items[k].roles&verbs != 0 {
		return
	}
	n := r.fig.unit.n
	r.fig.unit.n = 0
	end, text := c.nounEnd(r.at, r.tail)
	r.fig.unit.n = n
	if text == "" {
		return
	}
	c.rename(r, r.sub.name+" "+text)
	r.tail.next = max(r.tail.next, end)
}

// holds reports whether a name already says the part.
func holds(name, part string) bool { return strings.Contains(strings.ToLower(name), part) }

func (c *clause) rename(r *reading, name string) {
	r.sub.name, r.sub.strong, r.sub.unsaid = name, true, false
	r.sub.refs, r.sub.ref = nil, -1
	r.sub.refer(c.exact(name))
}

// nameCrop names surfaces, yields and harvests after the crop that the clause
// speaks of: "cây ngô 1.250 ha, sản lượng 5.875 tấn".
func (c *clause) nameCrop(r *reading) {
	low := strings.ToLower(r.sub.name)
	u := r.fig.unit.name
	switch {
	case strings.HasSuffix(u, "ha") && kindOfUnit(u) == "surface":
		if (!r.sub.strong && r.sub.ref < 0 || r.sub.branch || c.cropName(&r.sub)) && r.lead.role == noClass && c.bareNoun(r) {
			c.rename(r, "Diện tích "+sown(low)+c.sameSeason(low))
			if how := c.ownSurface(); how != "" {
				r.sub.name, r.sub.refs, r.sub.ref = r.sub.name+" "+how, nil, -1
			}
		}
		if words := c.lex.wordsOf(r.sub.name); len(words) > 1 && c.lex.is(&token{id: c.lex.ids[words[0]]}, cDeed) {
			r.sub.strong = true // "trồng rừng tập trung 850 ha"
		}
		c.crop = cropOf(r.sub.name)
	case strings.HasPrefix(low, "sản lượng ") && strings.HasSuffix(u, "tấn") && len(low) < 50:
		c.crop = strings.TrimPrefix(low, "sản lượng ")
	case strings.HasSuffix(u, "tấn") && kindOfUnit(u) == "weight" && !r.sub.strong && r.sub.ref < 0 && r.lead.role == noClass && c.harvesting() && c.bareNoun(r):
		c.rename(r, "Sản lượng "+low)
	case (low == "sản lượng" || low == "năng suất" || low == "năng suất bình quân") && c.crop != "":
		c.rename(r, r.sub.name+" "+c.crop+c.season())
	}
}

// animals are those of which a number is that of the herd or flock.
var animals = map[string]bool{"trâu": true, "bò": true, "trâu, bò": true, "trâu bò": true, "lợn": true, "heo": true, "gia cầm": true, "gà": true, "vịt": true, "dê": true, "ngựa": true, "thủy cầm": true, "gia súc": true, "bò sữa": true, "bò thịt": true, "lợn nái": true, "lợn thịt": true, "đại gia súc": true, "dê, cừu": true, "cừu": true, "chim cút": true, "ong": true, "trau": true, "bo": true, "lon": true, "gia cam": true, "de": true}

// herd names the number of animals that stands behind them: "trâu 2.105 con".
func (c *clause) herd(r *reading) {
	low := viet.Uncapital(r.sub.name)
	if !r.fresh || !animals[low] || !strings.HasSuffix(r.fig.unit.name, "con") || !r.fig.unit.count || r.lead.deed >= 0 || r.fig.isScore || r.lead.role != noClass && r.lead.role != cLevel {
		return
	}
	c.rename(r, "Đàn "+low)
	r.sub.meant = true
}

// ownSurface returns what sets the surface of the record before apart from all that is
// sown, where this one is a part of it: "liên kết sản xuất" of "diện tích liên kết sản
// xuất 1.380 ha, gồm lúa 905 ha"; "" if nothing does.
func (c *clause) ownSurface() string {
	if c.last < c.first {
		return ""
	}
	r := &c.out[c.last].Record
	if c.parts == "" && (r.Indicator != "" || kindOfUnit(r.Unit) != "surface" || !c.opensPartList()) {
		return ""
	}
	if c.parts == "" {
		c.parts = strings.TrimPrefix(strings.TrimPrefix(viet.Uncapital(r.Name), "tổng "), "diện tích ")
	}
	for _, how := range setApart {
		if strings.Contains(" "+c.parts, " "+how) {
			return c.parts
		}
	}
	return ""
}

// opensPartList reports whether "gồm" or "trong đó" stands before the next figure.
func (c *clause) opensPartList() bool {
	for k := c.start; k < len(c.items) && c.items[k].kind != figureItem; k++ {
		if it := &c.items[k]; it.is(cCont) || strings.HasSuffix(strings.ToLower(c.wordsOf(it)), "gồm") {
			return true
		}
	}
	return false
}

// setApart are words of a surface that is but a part of what is sown.
var setApart = [...]string{
	"liên kết", "chuyển đổi", "hữu cơ", "vietgap", "an toàn", "nhà lưới", "nhà kính", "nhà màng", "bị ", "thiệt hại", "ngập", "nhiễm", "ảnh hưởng", "tưới", "tiêu úng", "cơ giới", "chất lượng cao",
	"cánh đồng", "mẫu lớn", "thâm canh", "tiết kiệm", "sâu bệnh", "bỏ hoang", "quy hoạch", "được cấp", "mã số", "chứng nhận", "công nghệ cao", "bao tiêu", "hợp đồng", "cấp nước", "thu hồi", "giải phóng",
}

// harvesting reports whether the sentence told a harvest before, of which the next crop
// goes on: "sản lượng lúa 56.800 tấn, năng suất 58,5 tạ/ha; ngô 12.300 tấn".
func (c *clause) harvesting() bool {
	for i := c.first; i < len(c.out); i++ {
		if strings.HasPrefix(strings.ToLower(c.out[i].Name), "sản lượng ") {
			return true
		}
	}
	return false
}

// season returns the harvest with which the clause opens, or its sentence, for a crop that does
// not say its own: " vụ xuân".
func (c *clause) season() string {
	if strings.Contains(c.crop, "vụ ") {
		return ""
	}
	if own := c.seasonAt(c.start); own != "" {
		return own // "…; vụ mùa phấn đấu gieo cấy 3.600 ha"
	}
	return c.seasonAt(0)
}

// seasonAt returns the harvest named within a few items from one on.
func (c *clause) seasonAt(first int) string {
	for i := first; i < min(first+4, len(c.items)); i++ {
		from := c.items[i].from
		if c.items[i].kind == figureItem || from+1 >= len(c.toks) {
			return ""
		}
		if c.toks[from].word != c.lex.w.vu || c.toks[from+1].kind != wordToken {
			continue
		}
		to := from + 2
		if to < len(c.toks) && harvests[c.toks[to].word] {
			to++
		}
		return " " + strings.ToLower(spelledOut(c.a.Text, c.toks[from:to]))
	}
	return ""
}

// sameSeason returns the harvest of the record before, of whose surface this one
// is a part: "diện tích gieo trồng vụ đông xuân 42.150 ha, trong đó lúa 31.200 ha".
func (c *clause) sameSeason(name string) string {
	if c.last < c.first || strings.Contains(name, "vụ ") {
		return ""
	}
	if own := c.seasonAt(c.start); own != "" {
		return own
	}
	if i := strings.Index(c.out[c.last].Name, " vụ "); i >= 0 {
		return c.out[c.last].Name[i:]
	}
	return c.season()
}

// harvests are second words of the names of a harvest: "vụ đông xuân".
var harvests = map[string]bool{"xuân": true, "thu": true, "đông": true, "mùa": true, "xuan": true, "dong": true, "mua": true}

// cropName reports whether the name is known for something else than its surface:
// "lúa" for the harvest.
func (c *clause) cropName(s *subject) bool {
	if s.ref < 0 || kindOfUnit(c.x.indicators[s.ref].Unit) == "surface" {
		return false
	}
	words := c.lex.wordsOf(s.name)
	return len(words) > 0 && len(words) < 4 && !c.lex.is(&token{id: c.lex.ids[words[0]]}, cHead)
}

// bareNoun reports whether the words before the figure are but a short noun, and
// no noun follows the figure, of which they could be the verb.
func (c *clause) bareNoun(r *reading) bool {
	if k := r.tail.next; k < len(c.items) && c.items[k].kind == wordItem && !c.items[k].any(cAnd, cUp, cDown, cBasis, cConn, cCont, cExceed, cLevel, cEqual) {
		return false
	}
	words := c.lex.wordsOf(r.sub.name)
	return len(words) > 0 && len(words) <= 5 && !c.lex.is(&token{id: c.lex.ids[words[0]]}, cDeed)
}

// sown puts the deed of "lúa gieo cấy" before the crop.
func sown(name string) string {
	for _, deed := range [...]string{"gieo cấy", "gieo trồng", "gieo sạ", "xuống giống"} {
		if crop, ok := strings.CutSuffix(name, " "+deed); ok {
			return deed + " " + crop
		}
	}
	return name
}

// cropOf returns what grows on the surface of this name.
func cropOf(name string) string {
	low := strings.TrimSuffix(strings.TrimSuffix(sown(strings.ToLower(name)), " cả năm"), " hiện có")
	for _, deed := range [...]string{"gieo cấy ", "gieo trồng ", "gieo sạ ", "xuống giống "} {
		if rest, ok := strings.CutPrefix(low, deed); ok && strings.HasPrefix(rest, "diện tích ") {
			low = rest // "diện tích lúa cả năm xuống giống"
		}
	}
	for _, lead := range [...]string{"diện tích ", "tổng diện tích ", "gieo trồng ", "gieo cấy ", "gieo sạ ", "xuống giống ", "thả nuôi ", "trồng ", "thu hoạch ", "canh tác "} {
		low = strings.TrimPrefix(low, lead)
	}
	if low == "thả nuôi" || low == "nuôi trồng" || low == "gieo cấy" || low == "gieo trồng" || low == "diện tích" || low == "tổng diện tích" || len(low) > 60 || strings.HasPrefix(low, "tổng") {
		return ""
	}
	return low
}

// shareOfAll takes a percentage of the whole number of what was counted right before
// for its rate: "hộ nghèo còn 9 hộ, tương đương 0,17% tổng số hộ".
func (c *clause) shareOfAll(r *reading) {
	if !r.fig.unit.percent() || r.fresh || r.lead.role != cEqual || r.tail.plan || r.tail.basis != "" || c.last < c.first || r.tail.next >= len(c.items) {
		return
	}
	whole := &c.out[c.last].Record
	if whole.Value != nil && whole.Of == nil && kindOfUnit(whole.Unit) == "count" && r.fig.value < 100 && sameAs[strings.ToLower(c.wordsOf(&c.items[r.lead.verb]))] && len(c.lookup(rateName(whole.Name))) > 0 {
		r.role, r.sub.share, r.lead.role = cShare, true, cShare // "còn 3.120 hộ nghèo, tương đương 33,8%"
		return
	}
	if whole.Value == nil || whole.Of != nil || kindOfUnit(whole.Unit) != "count" || !totals[strings.ToLower(c.wordsOf(&c.items[r.tail.next]))] {
		return
	}
	if _, text := c.nounEnd(r.at, r.tail); strings.Contains(" "+text+" ", " "+whole.Unit+" ") {
		r.role, r.sub.share, r.lead.role = cShare, true, cShare
	}
}

// sameAs are verbs that say a count once more as its share.
var sameAs = map[string]bool{"tương đương": true, "tương ứng": true, "tương đương với": true, "chiếm": true}

// totals open the words for a whole number.
var totals = map[string]bool{"tổng số": true, "số": true, "tổng": true}

// nameTotal names a total after what was added right before: "thành lập 3 tổ hợp tác,
// nâng tổng số lên 14 tổ".
func (c *clause) nameTotal(r *reading) {
	low := strings.ToLower(r.sub.name)
	if low != "tổng số" && low != "số" || !r.fig.unit.count || c.last < c.first {
		return
	}
	if more, ok := strings.CutSuffix(c.out[c.last].Name, " tăng thêm"); ok && c.out[c.last].Unit == r.fig.unit.name {
		c.rename(r, "Tổng "+viet.Uncapital(more)) // "có thêm 14 xã đạt chuẩn, nâng tổng số lên 128/146 xã"
		r.sub.meant = true
		return
	}
	if r.fig.isScore {
		return
	}
	_, text := c.nounEnd(r.at, r.tail)
	if last := &c.out[c.last].Record; text == c.nounText(r.fig) && strings.HasPrefix(last.Unit+" ", text+" ") {
		text = last.Unit
	}
	c.rename(r, "Tổng số "+text)
	r.sub.meant = true
	if refs := c.lookup("số " + text); r.sub.ref < 0 {
		r.sub.refer(refs)
	}
}

// partOfCount names a part of what the sentence counted by the words before it, which
// but tell it apart: "giải quyết 4.562 hồ sơ, trong đó trước hạn 3.120 hồ sơ".
func (c *clause) partOfCount(r *reading) {
	f := r.fig
	if !r.fresh || r.sub.strong || r.sub.ref >= 0 || !f.unit.count || f.isScore || r.lead.role != noClass && r.lead.role != cLevel || r.lead.deed >= 0 || len(strings.Fields(r.sub.name)) > 3 {
		return
	}
	if _, text := c.nounEnd(r.at, r.tail); text != c.nounText(f) || strings.Contains(strings.ToLower(r.sub.name), text) {
		return
	}
	for i := c.first; i < len(c.out); i++ {
		o := &c.out[i].Record
		if o.Value != nil && o.Unit == f.unit.name && *o.Value >= f.value && apart[strings.ToLower(r.sub.name)] {
			c.rename(r, "Số "+c.nounText(f)+" "+viet.Uncapital(r.sub.name))
			r.sub.meant = true
			return
		}
	}
}

// apart are words that tell the parts of a count from each other.
var apart = map[string]bool{
	"trước hạn": true, "đúng hạn": true, "quá hạn": true, "trễ hạn": true, "trước và đúng hạn": true, "đúng và trước hạn": true, "còn hạn": true, "trong hạn": true, "đang giải quyết": true, "đã giải quyết": true, "chưa giải quyết": true, "tồn đọng": true,
	"trực tuyến": true, "trực tiếp": true, "qua mạng": true, "nặng": true, "nhẹ": true, "tử vong": true, "khỏi bệnh": true, "đang điều trị": true, "chuyển tuyến": true,
}
