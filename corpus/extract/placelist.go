package extract

import (
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// Places of a list, each with its figure, of which some stand without their kind and
// some figures without their unit: "Nhiều nhất là xã Tân Khánh với 17 tân binh, Nậm
// Sỏi 14", "43 hồ sơ quá hạn (Đồng Vải 19, Phú Lộc Thượng 11)".

// A placeEntry is a place of a list with the item of its figure.
type placeEntry struct {
	from, name int    // first item of the place, first token of its name
	to         int    // first item behind the place
	at         int    // item of the figure
	place      string // with its kind, "" if that is not said
}

// A placeList is a list of places with what its first words say of it.
type placeList struct {
	measure string  // that the words before the list name, "" if they name none
	most    bool    // they but tell how the places stand among others: "nhiều nhất là"
	label   bool    // a colon stands before it, and the words before that name no places
	next    bool    // it goes on with a place before: "tiếp đến là"
	part    bool    // it stands in brackets or behind "trong đó"
	bracket bool    // the list stands in brackets behind the figure of the whole
	unit    unit    // of the first figure that has one
	doubt   bool    // the kind of the places was guessed
	said    subject // what the first figure measures, once it was read
	counted string  // its unit
}

// villages are kinds of places below the commune, folded, with their names.
var villages = map[string]string{"thon": "Thôn", "ban": "Bản", "ap": "Ấp", "khom": "Khóm", "buon": "Buôn", "lang": "Làng", "xom": "Xóm", "khu pho": "Khu phố", "to dan pho": "Tổ dân phố", "khu": "Khu"}

// listPlaces makes places of the names in lists, and keeps at the figures what list they
// belong to.
func (c *clause) listPlaces() {
	for i := 0; i < len(c.items); i++ {
		entries := c.entriesAt(i)
		if len(entries) == 0 {
			c.namesInOrder(i)
			continue
		}
		l, ok := c.placeListOf(entries)
		if !ok {
			i = entries[0].at
			continue
		}
		i = entries[len(entries)-1].at
		for n := len(entries) - 1; n >= 0; n-- {
			i -= c.settlePlace(&entries[n], l)
		}
	}
}

// namesInOrder makes places of the bare names of a list whose figures follow in the same
// order: "các xã Phú Sơn, Đồng Tâm lần lượt đạt 19 và 18 tiêu chí".
func (c *clause) namesInOrder(i int) {
	var names []placeEntry
	kind, at := "", i
	for at < len(c.items) {
		e := placeEntry{from: at}
		if it := &c.items[at]; it.kind == placeItem {
			e.place, e.to = it.place, at+1
			if kind == "" || towns[kind] {
				kind = levelOf(it.place)
			}
		} else if it.kind != wordItem || !c.bareEntry(&e) {
			break
		}
		names = append(names, e)
		if at = e.to; at >= len(c.items) || !c.items[at].is(cAnd) && !(c.items[at].kind == signItem && c.items[at].sign == ',') {
			break
		}
		at++
	}
	if len(names) < 2 || kind == "" || !c.eachSoon(at) {
		return
	}
	for n := len(names) - 1; n >= 0; n-- {
		e := &names[n]
		if e.place == "" {
			e.place = c.kindOf(kind) + " " + spelledOut(c.a.Text, c.toks[e.name:c.items[e.to-1].to])
		}
		c.makePlace(e)
	}
}

// eachSoon reports whether "lần lượt" stands among the next words from item i on.
func (c *clause) eachSoon(i int) bool {
	for k := i; k < len(c.items) && k < i+6 && c.items[k].kind == wordItem; k++ {
		if c.items[k].is(cEach) {
			return true
		}
	}
	return false
}

// entriesAt reads a list of places with their figures that begins at item i.
func (c *clause) entriesAt(i int) []placeEntry {
	var out []placeEntry
	for i < len(c.items) {
		e, ok := c.entryAt(i)
		if !ok {
			break
		}
		out = append(out, e)
		if i = c.pastNoun(e.at); i < len(c.items) && c.items[i].sign == ')' && c.items[e.at-1].sign == '(' {
			i++
		}
		if i >= len(c.items) || !(c.items[i].kind == signItem && (c.items[i].sign == ',' || c.items[i].sign == ';') || c.items[i].is(cAnd)) {
			break
		}
		for i++; i < len(c.items) && (c.items[i].any(cAnd, cConn, cCont) || nextInRank[viet.Fold(c.wordsOf(&c.items[i]))]); i++ {
		}
	}
	return out
}

// nextInRank are words between two places of a list that is in order, folded.
var nextInRank = map[string]bool{"tiep den la": true, "tiep theo la": true, "ke den la": true, "sau do la": true, "tiep den": true, "tiep theo": true, "ke den": true, "la": true, "rieng": true, "ke": true, "den": true, "tiep": true, "den la": true, "theo": true, "sau": true, "do": true, "xep sau la": true, "roi": true, "tiep do la": true}

// pastNoun returns the item behind figure i and the noun that says no more than its unit.
func (c *clause) pastNoun(i int) int {
	k := i + 1
	for k < len(c.items) && k < i+3 && c.items[k].kind == wordItem && !c.items[k].any(cAnd, cUp, cDown, cLevel, cConn, cCont) {
		k++
	}
	if k < len(c.items) && k > i+1 && c.items[k].kind == wordItem && !c.items[k].is(cAnd) {
		return i + 1
	}
	return k
}

// entryAt reads the place at item i and the figure behind it.
func (c *clause) entryAt(i int) (placeEntry, bool) {
	e := placeEntry{from: i}
	it := &c.items[i]
	switch {
	case it.kind == placeItem:
		e.place, e.to = it.place, i+1
	case it.kind == wordItem:
		if !c.bareEntry(&e) {
			return e, false
		}
	default:
		return e, false
	}
	k := e.to
	if k+2 < len(c.items) && c.items[k].sign == '(' && c.items[k+1].kind == figureItem && c.items[k+2].sign == ')' {
		k++ // "Cẩm Nhã (78,2%), Bàu Dừng (80,5%)"
	}
	for k < len(c.items) && k < e.to+3 && linksFigure[viet.Fold(c.wordsOf(&c.items[k]))] {
		k++
	}
	if k >= len(c.items) || c.items[k].kind != figureItem {
		return e, false
	}
	if f := &c.items[k].fig; f.isRange || f.sign != 0 || f.unit.n == 0 && (f.of > 0 || f.value != float64(int64(f.value))) {
		return e, false
	}
	e.at = k
	return e, true
}

// linksFigure are words between a place and its figure that say nothing of the measure,
// folded.
var linksFigure = map[string]bool{"voi": true, "dat": true, "co": true, "la": true, "chi": true, "cung": true, "moi": true, "gop": true, "cung chi": true, "chi dat": true, "moi dat": true, "con": true, "duoc": true, ":": true, "chi co": true, "moi co": true, "deu": true}

// bareEntry reads a proper name without its kind, or behind that of a village.
func (c *clause) bareEntry(e *placeEntry) bool {
	it := &c.items[e.from]
	at, kind := it.from, ""
	for n := 3; n > 0 && kind == "" && !c.toks[at].upper; n-- {
		if at+n < len(c.toks) && c.toks[at+n].upper {
			if kind = villages[viet.Fold(spelledOut(c.a.Text, c.toks[at:at+n]))]; kind != "" {
				at += n
			}
		}
	}
	end := properEnd(c.toks, at)
	if kind == "" && (end < at+2 || it.any(cName, cPerson, cFirm)) || end == at || end > at+4 || at == 0 && kind == "" && !c.toks[0].upper {
		return false
	}
	if at > 0 && kind == "" && c.toks[at-1].kind == wordToken && c.toks[at-1].upper {
		return false
	}
	for e.to = e.from + 1; e.to < len(c.items) && c.items[e.to].from < end; e.to++ {
	}
	if c.items[e.to-1].to != end {
		return false
	}
	e.name = at
	if name := spelledOut(c.a.Text, c.toks[at:end]); kind != "" {
		e.place = kind + " " + name
	} else if e.place = c.short[name]; e.place == "" && offices[viet.Fold(c.toks[at].word)] != "" {
		return false
	}
	return true
}

// placeListOf judges whether entries are a list of places of which something must be
// completed, and what the words before it say.
func (c *clause) placeListOf(entries []placeEntry) (*placeList, bool) {
	l := &placeList{}
	first := entries[0].from
	l.bracket = first > 0 && c.items[first-1].sign == '('
	l.part = l.bracket || first > 0 && c.items[first-1].is(cCont)
	grouped, kind := c.readGroup(first, l)
	whole, known := true, 0
	for n := range entries {
		e := &entries[n]
		if f := &c.items[e.at].fig; l.unit.n == 0 && f.unit.n > 0 {
			l.unit = f.unit
		} else if f.unit.n == 0 {
			whole = false
		}
		if e.place == "" {
			whole = false
			continue
		}
		if known++; kind == "" || towns[kind] && !grouped {
			kind = levelOf(e.place)
		}
	}
	switch {
	case len(entries) < 2 && !(grouped && known > 0):
		return nil, false
	case known == 0 && !grouped && !(l.part && areaOfMany[levelOf(c.home)]):
		return nil, false
	case whole && !l.most && (l.measure == "" || l.label):
		return nil, false // nothing is left out
	case l.unit.n == 0 && !(l.part && c.countBefore(first)) && !l.next:
		return nil, false
	}
	l.doubt = kind == ""
	for n := range entries {
		if e := &entries[n]; e.place == "" {
			e.place = c.kindOf(kind) + " " + spelledOut(c.a.Text, c.toks[e.name:c.items[e.to-1].to])
		}
	}
	return l, true
}

// towns are kinds of places that lists name beside the more common ones.
var towns = map[string]bool{"Thị trấn": true, "Thị xã": true, "Thành phố": true}

// areaOfMany are kinds of areas that consist of others.
var areaOfMany = map[string]bool{"Tỉnh": true, "Thành phố": true, "Huyện": true, "Quận": true, "Thị xã": true}

// countBefore reports whether a counted figure stands before the list at item first, in
// front of its bracket or "trong đó".
func (c *clause) countBefore(first int) bool {
	for k := first - 2; k >= 0 && first-k < 12; k-- {
		switch it := &c.items[k]; {
		case it.kind == figureItem:
			return it.fig.unit.count && !it.fig.isRange
		case it.kind == signItem && it.sign != '"' && it.sign != ',':
			return false
		}
	}
	return false
}

// kindOf returns the kind of the places of a list: the one that is said, or the one below
// the article's own area.
func (c *clause) kindOf(kind string) string {
	switch {
	case kind != "" && !towns[kind]:
		return kind
	case levelOf(c.home) == "Tỉnh" && kind != "Thị trấn":
		return "Huyện"
	}
	return "Xã"
}

// groups are words for many places, folded, with the kind that they say.
var groups = map[string]string{"xa": "Xã", "huyen": "Huyện", "phuong": "Phường", "quan": "Quận", "tinh": "Tỉnh", "don vi": "", "dia phuong": "", "co so": "", "noi": "", "xa, thi tran": "", "xa, phuong": "", "huyen, thi xa": "", "thon": "Thôn", "thon, ban": "", "ban": "Bản"}

// manyOf are words before such a word, folded.
var manyOf = map[string]bool{"mot so": true, "cac": true, "nhung": true, "nhieu": true, "hai": true, "ba": true, "bon": true, "nam": true, "vai": true, "so": true, "mot": true, "co": true, "la": true}

// mostly are words that tell how the places of a list stand among the others, folded.
var mostly = map[string]bool{"nhieu nhat": true, "cao nhat": true, "thap nhat": true, "it nhat": true, "dong nhat": true, "lon nhat": true, "dan dau": true, "dung dau": true, "cham nhat": true, "nhat": true, "kho khan nhat": true, "tieu bieu": true, "dien hinh": true, "dung cuoi": true, "tap trung": true, "chu yeu": true, "tot nhat": true, "noi bat": true, "dan dau toan huyen": true, "dan dau toan tinh": true}

// degrees end the words of a group that name its measure, folded.
var degrees = map[string]bool{"cao": true, "thap": true, "rat": true, "nhieu": true, "it": true, "tot": true, "kha": true, "cham": true, "lon": true, "cao nhat": true, "thap nhat": true, "nhieu nhat": true, "it nhat": true, "lon nhat": true, "rat thap": true, "rat cao": true, "kha cao": true, "con": true, "nhu": true, "la": true, "gom": true, "dan dau": true, "voi": true, "o": true, "nhat": true, "tot nhat": true, "cham nhat": true}

// readGroup reads the words before item first for a group of places: "một số xã để nợ quá
// hạn cao là", "đông nhất là". It returns the kind of places that they name.
func (c *clause) readGroup(first int, l *placeList) (grouped bool, kind string) {
	end := first
	if end > 0 && c.items[end-1].sign == ':' {
		end--
	}
	from := end
	for from > 0 && end-from < 14 && c.items[from-1].kind == wordItem {
		from--
	}
	if from == end {
		return false, ""
	}
	words := strings.Fields(viet.Fold(c.words(from, end)))
	text := strings.Join(words, " ")
	g, width := -1, 0
	for k := 1; k < len(words) && g < 0; k++ {
		if !manyOf[words[k-1]] && !(k > 1 && manyOf[words[k-2]+" "+words[k-1]]) {
			continue
		}
		for n := 3; n > 0; n-- {
			if k+n <= len(words) {
				if kd, ok := groups[strings.Join(words[k:k+n], " ")]; ok {
					g, width, kind, grouped = k, n, kd, true
					break
				}
			}
		}
	}
	if tail := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(text, " la"), " voi"), " o"), " nhu"); !grouped {
		l.next = nextInRank[text] && text != "la"
		l.most = l.next
		for n := len(words); n > 0 && !l.most; n-- {
			l.most = mostly[strings.Join(lastWords(tail, n), " ")]
		}
		if l.label = end < first && !l.most; l.label {
			l.measure = beforeGroup(c.words(from, end))
		}
		return l.most, ""
	}
	c.groupMeasure(from, end, g+width, l)
	return true, kind
}

// beforeGroup cuts words before "ở các xã" at their end.
func beforeGroup(words string) string {
	for _, at := range [...]string{" ở các ", " tại các ", " của các ", " ở một số ", " tại một số ", " của một số "} {
		if i := strings.LastIndex(words, at); i > 0 {
			return words[:i]
		}
	}
	return words
}

func lastWords(s string, n int) []string {
	w := strings.Fields(s)
	return w[max(len(w)-n, 0):]
}

// groupMeasure takes the measure from the words behind the group's noun, which is the
// word before word skip of items from..end.
func (c *clause) groupMeasure(from, end, skip int, l *placeList) {
	words := strings.Fields(c.words(from, end))
	if skip >= len(words) {
		l.most = true // "hai xã Diêm Phố 96 ha"
		if before := c.words(from, end); c.items[from].any(cHead, cName) && beforeGroup(before) != before {
			l.measure, l.most = beforeGroup(before), false // "Thu ngân sách ở các xã:"
		}
		return
	}
	words = words[skip:]
	for len(words) > 0 {
		low := viet.Fold(words[len(words)-1])
		two := ""
		if len(words) > 1 {
			two = viet.Fold(words[len(words)-2] + " " + words[len(words)-1])
		}
		if degrees[two] {
			words = words[:len(words)-2]
		} else if degrees[low] {
			words = words[:len(words)-1]
		} else {
			break
		}
	}
	for len(words) > 0 && groupVerbs[viet.Fold(words[0])] {
		words = words[1:]
	}
	for k := 1; k < len(words)-1; k++ {
		if low := viet.Fold(words[k]); low == "nhieu" || low == "it" {
			words = append(words[:k:k], words[k+1:]...) // "giao nhiều quân"
		}
	}
	if l.measure = strings.Join(words, " "); l.measure == "" || len(words) > 8 {
		l.measure, l.most = "", true
	}
}

// groupVerbs open the words of a group and are no part of its measure, folded.
var groupVerbs = map[string]bool{"de": true, "co": true, "dat": true, "thuc": true, "hien": true, "con": true, "dan": true, "dau": true, "da": true, "ve": true}

// settlePlace makes a place item of entry e and keeps the list at its figure; it returns
// how many items it took away.
func (c *clause) settlePlace(e *placeEntry, l *placeList) int {
	c.items[e.at].list, c.items[e.at].place = l, e.place
	return c.makePlace(e)
}

// makePlace puts one item in the place of those of a name; it returns how many it took
// away.
func (c *clause) makePlace(e *placeEntry) int {
	gone := e.to - e.from - 1
	if c.items[e.from].kind == placeItem {
		return 0
	}
	c.items[e.from] = item{kind: placeItem, from: c.items[e.from].from, to: c.items[e.to-1].to, place: e.place}
	c.items = append(c.items[:e.from+1], c.items[e.to:]...)
	return gone
}

// listedPlace writes figure i of a list of places, and returns the first item behind it,
// 0 if nothing tells what is measured there.
func (c *clause) listedPlace(i int) int {
	it := &c.items[i]
	l, f := it.list, &it.fig
	if f.unit.n == 0 {
		if f.unit = l.unit; l.unit.n == 0 && c.last >= c.first {
			f.unit = unit{name: c.out[c.last].Unit, scale: 1, count: true, n: 1}
		}
	}
	sub := l.said
	if !sub.found() || f.unit.name != l.counted && !(humans[f.unit.name] && humans[l.counted]) {
		sub = c.listSubject(l, f)
	}
	if !sub.found() {
		return 0
	}
	if !l.said.found() {
		l.said, l.counted = sub, f.unit.name
	}
	ld, t := lead{deed: -1, verb: i}, c.tailOf(i)
	ld.target = false
	n := len(c.out)
	c.emit(i, f, cLevel, &ld, &t, sub, found{area: it.place, unplaced: l.doubt})
	if len(c.out) > n && l.doubt && !strings.Contains(c.out[n].Doubt, doubtArea) {
		c.out[n].Doubt = doubts(c.out[n].Doubt, doubtArea)
	}
	c.passNoun(i, &t)
	c.start = t.next
	return t.next
}

// listSubject is what the figures of a list of places measure.
func (c *clause) listSubject(l *placeList, f *figure) subject {
	s := subject{ref: -1, strong: true, meant: true}
	if l.label && c.last < 0 && c.subject.found() {
		s = c.subject
		if name := beforeGroup(s.name); name != s.name {
			s = subject{ref: -1, strong: true, meant: true, name: name}
			s.refer(c.exact(name))
		}
		return s
	}
	if l.measure != "" {
		name := viet.Capital(l.measure)
		if f.unit.percent() && !ratio(name) && len(c.exact(name)) == 0 {
			name = "Tỷ lệ " + l.measure
		}
		s.name = name
		s.refer(c.exact(name))
		return s
	}
	for n := len(c.out) - 1; n >= 0 && n >= len(c.out)-30; n-- {
		r := &c.out[n].Record
		if r.Source.Paragraph != c.number || r.Unit != f.unit.name || r.Value == nil && r.Low == nil {
			continue
		}
		if l.bracket && (n < c.first || *r.Value < f.value && !f.unit.percent()) {
			continue
		}
		s.name, s.unsaid = c.ofAll(n).Name, strings.Contains(r.Doubt, doubtName)
		s.refer(c.exact(s.name))
		return s
	}
	if noun := f.unit.name; f.unit.count && !l.bracket {
		if f.unit.n > 0 && c.nounText(f) != "" {
			noun = c.nounText(f)
		}
		s.name, s.unsaid = "Số "+noun, noun != "tiêu chí"
	}
	return s
}

// ofAll returns record n, or the one before it in its sentence of which it is a part.
func (c *clause) ofAll(n int) *corpus.Record {
	r := &c.out[n].Record
	if kindOfUnit(r.Unit) != "count" || r.Value == nil {
		return r
	}
	sum, parts := *r.Value, 1
	for k := n - 1; k >= 0 && c.out[k].Start == c.out[n].Start; k-- {
		o := &c.out[k].Record
		if o.Value == nil || o.Unit != r.Unit && !(humans[o.Unit] && humans[r.Unit]) || o.Of != nil {
			continue
		}
		if *o.Value == sum && parts > 1 {
			return o
		}
		sum, parts = sum+*o.Value, parts+1
	}
	return r
}

// humans are units of people, of which one may stand for another.
var humans = map[string]bool{"người": true, "tân binh": true, "đồng chí": true, "đ/c": true, "em": true, "cháu": true, "thanh niên": true, "công dân": true, "hội viên": true, "đoàn viên": true, "học sinh": true, "lao động": true, "đảng viên": true, "trẻ": true, "cán bộ": true, "giáo viên": true, "quần chúng": true}
