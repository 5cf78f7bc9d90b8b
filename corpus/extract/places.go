package extract

import (
	"regexp"
	"slices"
	"strings"
)

// places returns the places that items a..b join: "phường A và phường B".
func (c *clause) places(a, b int) []string {
	var names []string
	for i := a; i < b; i++ {
		it := &c.items[i]
		switch {
		case it.kind == placeItem && c.within(i):
		case it.kind == placeItem:
			names = append(names, it.place)
		case len(names) > 0 && (it.is(cAnd) || it.sign == ',' && it.kind == signItem):
		case len(names) > 1 && it.is(cAux):
		case len(names) > 1 && it.roles&verbs != 0:
			return names
		case len(names) > 1:
			return nil // what the places have in common is not what is measured
		default:
			names = names[:0]
		}
	}
	if len(names) < 2 || c.items[b-1].kind == signItem {
		return nil
	}
	return names
}

// ranks order the kinds of places by what lies in what.
var ranks = map[string]int{
	"Thôn": 1, "Bản": 1, "Ấp": 1, "Khóm": 1, "Buôn": 1, "Làng": 1, "Xóm": 1, "Khu phố": 1, "Tổ dân phố": 1,
	"Xã": 2, "Phường": 2, "Thị trấn": 2, "Huyện": 3, "Quận": 3, "Thị xã": 3, "Thành phố": 3, "Tỉnh": 4,
}

// within reports whether the place at item i only says in which larger place the
// one before it lies: "xã Tân Lập (huyện Kim Sơn)".
func (c *clause) within(i int) bool { return c.inside(i) != "" }

// inside returns the place before item i that lies in the one there, "" if none
// does.
func (c *clause) inside(i int) string {
	j := i - 1
	for j > 0 && i-j < 3 && (c.items[j].kind == signItem && (c.items[j].sign == '(' || c.items[j].sign == ',' || c.items[j].sign == '-') || c.items[j].any(cOf, cAt)) {
		j--
	}
	if j < 0 || j == i || c.items[j].kind != placeItem {
		return ""
	}
	if small := ranks[levelOf(c.items[j].place)]; small == 0 || small >= ranks[levelOf(c.items[i].place)] {
		return ""
	}
	return c.items[j].place
}

// lately returns the last place of a kind that the paragraph names before item at:
// what "của huyện" means where the article is not of one district.
func (c *clause) lately(kind string, at int) string {
	for j := min(at, len(c.items)) - 1; j >= 0; j-- {
		if it := &c.items[j]; it.kind == placeItem && levelOf(it.place) == kind {
			return it.place
		}
	}
	if levelOf(c.spoken) == kind {
		return c.spoken
	}
	return ""
}

// recall makes places of the bare names of those that the article has named with
// their kind: "Kim Sơn" after "huyện Kim Sơn".
func (r *reader) recall(items []item, toks []token) []item {
	for i := range items {
		if items[i].kind == placeItem {
			r.remember(items[i].place)
		}
	}
	if len(r.short) == 0 {
		return items
	}
	out := items[:0]
	for i := 0; i < len(items); i++ {
		it := items[i]
		if place, end := r.recalled(&it, toks); end > 0 {
			for i+1 < len(items) && items[i+1].from < end {
				i++
			}
			if items[i].to == end {
				it = item{kind: placeItem, from: it.from, to: end, place: place}
			}
		}
		out = append(out, it)
	}
	return out
}

// remember keeps a place by its name without the kind, if that has two syllables
// or more.
func (r *reader) remember(place string) {
	kind := levelOf(place)
	short := strings.TrimPrefix(place, kind+" ")
	if kind == "" || !strings.Contains(short, " ") {
		return
	}
	if r.short == nil {
		r.short = map[string]string{}
	}
	if have, ok := r.short[short]; ok && have != place {
		place = "" // namesakes
	}
	r.short[short] = place
}

// recalled returns the place that the proper name at an item means, and its end.
func (r *reader) recalled(it *item, toks []token) (string, int) {
	if it.kind != wordItem || !toks[it.from].upper || it.is(cName) || it.from > 0 && toks[it.from-1].upper && toks[it.from-1].kind == wordToken {
		return "", 0
	}
	end := properEnd(toks, it.from)
	if end < it.from+2 {
		return "", 0
	}
	place := r.short[spelledOut(r.a.Text, toks[it.from:end])]
	if place == "" {
		return "", 0
	}
	return place, end
}

// opensWithPlace takes the place with which the sentence opens, as the one of which it
// tells, for that of its figures: "Xã Phú Sơn là xã đầu tiên của huyện đạt chuẩn, hộ nghèo
// còn 0,8%".
func (c *clause) opensWithPlace() {
	i := 0
	for i < len(c.items) && i < 2 && c.items[i].any(cConn, cCont) {
		i++
	}
	if c.area == "" && !slices.ContainsFunc(c.items, func(it item) bool { return it.kind == placeItem }) {
		c.area = c.inVillage()
	}
	if i+1 >= len(c.items) || c.items[i].kind != placeItem || c.items[i+1].kind != wordItem || c.home == "" {
		return
	}
	if small := ranks[levelOf(c.items[i].place)]; small > 0 && small < ranks[levelOf(c.home)] && !c.items[i+1].is(cAnd) {
		c.area = c.items[i].place
	}
}

// inVillage returns the village that the article told of where a sentence speaks of it by its
// kind alone, "thôn chỉ còn 3 hộ nghèo", and of no others; "" if it does not.
func (c *clause) inVillage() string {
	if c.village == "" {
		return ""
	}
	kind := strings.ToLower(levelOf(c.village))
	low := strings.ToLower(c.words(0, len(c.items)))
	for _, m := range ofVillage.FindAllStringSubmatch(low, -1) {
		if m[1] == kind || m[2] == kind {
			if severalVillages.MatchString(low) {
				return ""
			}
			return c.village
		}
	}
	return ""
}

// ofVillage are the ways to speak of a village without its name, severalVillages those to speak
// of more than one.
var (
	ofVillage       = regexp.MustCompile(`(?:(?:^|\s)(?:trong|toàn|cả|của|quỹ|bà con) (thôn|bản|ấp|khóm|buôn|làng|xóm|khu phố|tổ dân phố)(?:[\s,.;:]|$)|(?:^|[,;.]\s)(?:đến nay |hiện |nay )?(thôn|bản|ấp|khóm|buôn|làng|xóm|khu phố|tổ dân phố) (?:hiện |đã |chỉ |không )*(?:có|còn|đạt|là|huy động|vận động)\s)`)
	severalVillages = regexp.MustCompile(`\d (?:thôn|bản|ấp|khóm|buôn|làng|xóm|khu phố|tổ dân phố)|(?:các|mỗi|mọi|những|nhiều|một số) (?:thôn|bản|ấp|khóm|buôn|làng|xóm|khu phố|tổ dân phố)|(?:trục|toàn|cả|của|trong) xã|thôn (?:xóm|bản)|làng xã`)
)

// speakOf keeps the place of the sentence for the ones that follow in its
// paragraph.
func (c *clause) speakOf() {
	opens, places := c.items[0].kind == placeItem && c.ev.from == c.reader.toks[0].start, 0
	for i := range c.items {
		if c.items[i].kind == placeItem && !c.within(i) {
			places++
		}
	}
	if c.items[0].kind == placeItem && ranks[levelOf(c.items[0].place)] == 1 {
		c.reader.village = c.items[0].place
	}
	if c.first < len(c.out) {
		c.reader.among = c.village != "" && c.out[len(c.out)-1].Area == c.village
	}
	if opens && places == 1 && ranks[levelOf(c.items[0].place)] < ranks[levelOf(c.home)] {
		c.reader.opener = c.items[0].place
	}
	for i := range c.items {
		switch it := &c.items[i]; {
		case it.kind == placeItem && !c.within(i):
			c.reader.spoken = it.place
		case it.is(cWhole) && it.to-it.from > 1 && c.whole(it, i) == c.home:
			c.reader.spoken, c.reader.opener = "", ""
		}
	}
}

// located reports whether the place at item i opens the sentence or its part and
// says where all that follows is: "Tại huyện Kim Sơn, tỷ lệ hộ nghèo còn 5,2%".
func (c *clause) located(i int) bool {
	if i == 0 || !c.items[i-1].is(cAt) && !c.items[i-1].is(cCont) && !c.officeOf(i) && !(i == 1 && turning[strings.ToLower(c.wordsOf(&c.items[0]))]) {
		return false
	}
	for j := i - 1; !c.officeOf(i) && j >= 0 && c.items[j].sign != ';'; j-- {
		if it := &c.items[j]; it.kind == wordItem && !it.any(cAt, cCont, cConn) || it.kind == figureItem || it.kind == placeItem {
			return false
		}
	}
	j := i + 1
	for j+1 < len(c.items) && c.items[j+1].kind == placeItem && c.within(j+1) {
		j += 2
	}
	if j < len(c.items) && c.items[j].sign == ')' {
		j++
	}
	return j < len(c.items) && c.items[j].kind == signItem && c.items[j].sign == ','
}

// turning are words with which a sentence turns to a place: "Với xã Thanh Lâm, …".
var turning = map[string]bool{"với": true, "đối với": true, "còn": true, "còn với": true, "riêng với": true}

// officeOf reports whether but the name of an office or union stands between the
// opening of the sentence and its place at item i: "Riêng Hội Nông dân xã Kim Sơn,".
func (c *clause) officeOf(i int) bool {
	j := 0
	for j < i && c.items[j].any(cCont, cConn) && !c.opensAgent(j) {
		j++
	}
	return j > 0 && j < i && c.opensAgent(j) && c.agent(j, i)
}

// regions are parts of an area that are no area of their own.
var regions = []string{
	"khu vực nông thôn", "khu vực thành thị", "khu vực đô thị", "khu vực miền núi", "khu vực đồng bằng", "khu vực ven biển", "khu vực biên giới",
	"vùng đồng bào dân tộc thiểu số", "vùng dân tộc thiểu số", "vùng sâu, vùng xa", "vùng cao", "vùng ven biển", "vùng biên giới", "vùng núi", "miền núi", "vùng nông thôn",
}

// regionIn takes the part of the area that opens the sentence, of which all its
// figures are.
func (c *clause) regionIn(a, b int) {
	if a > 1 || !c.items[a].is(cAt) && !c.items[a].is(cCont) {
		return
	}
	words := ""
	for i := a; i < b; i++ {
		if it := &c.items[i]; it.kind != placeItem { // "xã vùng cao Nậm Sỏi" is one
			words += " " + strings.ToLower(c.wordsOf(it))
		}
	}
	for _, region := range regions {
		if strings.Contains(words, region) {
			c.region = region
			return
		}
	}
}

// ofRegion names a measure after the part of the area that opened the sentence.
func (c *clause) ofRegion(s *subject) {
	if c.region == "" || !s.found() || s.plan || strings.Contains(strings.ToLower(s.name), c.region) {
		return
	}
	s.name += " " + c.region
	s.refs, s.ref = nil, -1
	s.refer(c.exact(s.name))
}

// meets reports whether but a meeting or an office of another level is at the place
// of item i: "tại thành phố Hòa Phú, UBND tỉnh tổ chức hội nghị".
func (c *clause) meets(i int) bool {
	k := c.upToSign(i, len(c.items)) + 1
	return k < len(c.items) && c.items[k].kind == wordItem && c.opensAgent(k)
}

// spread gives the record from index n on to each of several places: a share or
// a score is of each of them, an amount may be of all together.
func (c *clause) spread(n int, places []string, f *figure) {
	if len(places) < 2 || len(c.out) != n+1 || !slices.Contains(places, c.out[n].Area) {
		return
	}
	if !f.unit.percent() && !f.isScore && !strings.Contains(f.unit.name, "/") {
		c.out[n].Doubt = doubts(c.out[n].Doubt, doubtArea)
		return
	}
	c.out[n].Area = places[0]
	for _, p := range places[1:] {
		more := c.out[n]
		more.Area = p
		c.out = append(c.out, more)
	}
	c.last = len(c.out) - 1
}
