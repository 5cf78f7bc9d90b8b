package extract

import (
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// nounPhrase reads the name in items a..b, which are already trimmed.
func (c *clause) nounPhrase(a, b int, ctx *found) subject {
	s := subject{ref: -1}
	a = c.cut(a, b, ctx)
	if c.items[a].any(cUp, cDown) && !c.items[a].any(cSpeed, cName, cNoun, cDeed) {
		return s
	}
	a = c.pace(&s, a, b, ctx)
	if a >= b {
		s.name, s.strong = "", true
		return s
	}
	if c.items[a].is(cPerson) && !c.items[a].is(cName) && !c.items[a].is(cHead) {
		s.person = true
	}
	a, b = c.planWord(&s, a, b, ctx)
	b = c.phraseEnd(a, b, ctx)
	s.name = c.nameText(a, b)
	if a > 0 && c.items[a-1].any(cUp, cDown) && a-1 >= c.start {
		s.moved = cUp
		if c.items[a-1].is(cDown) {
			s.moved = cDown
		}
	}
	s.strong = c.items[a].any(cHead, cSector, cName)
	s.branch = c.items[a].is(cSector) && !c.items[a].is(cHead)
	c.know(&s, a, b)
	return s
}

// planWord takes the word for a plan that opens items a..b and returns what is left; a
// plan of nothing is one of the subject before.
func (c *clause) planWord(s *subject, a, b int, ctx *found) (int, int) {
	if !c.items[a].is(cGoal) || c.items[a].any(cName, cHead) {
		return a, b
	}
	s.plan = true
	if a+1 < b {
		if x, y := c.trim(a+1, b, ctx); x < y && ofPlan[strings.ToLower(c.words(x, y))] {
			if c.reader.term.Kind == corpus.Span {
				ctx.period = c.reader.term // "(mục tiêu nhiệm kỳ 11%)"
			}
		} else if x < y {
			s.plan, ctx.target = false, true
			return x, y
		}
	}
	return a, b
}

// ofPlan are words behind one for a plan that say whose it is.
var ofPlan = map[string]bool{"nhiệm kỳ": true, "cả nhiệm kỳ": true, "đại hội": true, "nghị quyết": true, "nghị quyết đại hội": true, "đề ra": true, "cả giai đoạn": true, "giai đoạn": true}

// pace takes the words for a growth that open items a..b, and returns the first item
// behind them.
func (c *clause) pace(s *subject, a, b int, ctx *found) int {
	if c.items[a].is(cSpeed) {
		s.growth = true
		for a < b && c.items[a].any(cSpeed, cAvg, cOf) && !c.items[a].is(cName) {
			ctx.avg = ctx.avg || c.items[a].is(cAvg)
			a++
		}
	}
	if a < b && c.items[a].is(cRate) {
		s.rate = true
		a++
	}
	return a
}

// setsGoals are verbs whose object is a goal: "Nghị quyết đề ra GRDP tăng 8%".
var setsGoals = map[string]bool{"đề ra": true, "đặt ra": true, "giao": true, "tỉnh giao": true, "được giao": true, "trung ương giao": true}

// cut drops the clause before the noun of measure: "tỉnh đã nâng tỷ lệ …".
func (c *clause) cut(a, b int, ctx *found) int {
	if i := c.said(a, b); i > a {
		return i
	}
	if c.items[a].any(cHead, cName, cSector, cSpeed, cRate) {
		return a
	}
	for i := a + 1; i < b; i++ {
		it, before := &c.items[i], &c.items[i-1]
		if it.any(cHead, cName) && !before.any(cOf, cAnd) && c.agent(c.afterComma(i), i) {
			return i // "các tổ chức tín dụng trên địa bàn huy động vốn"
		}
		if it.is(cName) && len(c.nameWords(it)) > 1 && (before.roles&verbs != 0 || before.any(cAux, cConn, cDeed, cTarget, cWhole, cRevise) || before.kind != wordItem) {
			return i
		}
		if it.any(cHead, cName, cSpeed) && before.is(cGiven) && setsGoals[strings.ToLower(c.wordsOf(before))] {
			ctx.target = ctx.target || !c.reached(i)
			return i
		}
		if it.is(cSpeed) && it.to-it.from > 1 || it.is(cName) && before.is(cRevise) {
			return i
		}
		if it.is(cHead) && !before.any(cOf, cAnd) && (before.roles&verbs != 0 || before.any(cAux, cConn, cDeed, cTarget, cWhole, cFor, cRevise) || before.kind != wordItem || c.topic(a, i)) {
			return i
		}
	}
	return a
}

// said returns where the measure begins that a verb of level introduces: "ngành
// văn hóa đạt doanh thu", "chỉ tiêu duy nhất không đạt là tỷ lệ …", or that an
// office takes in: "ngành thuế thu nội địa được". It returns a if there is none.
func (c *clause) said(a, b int) int {
	for i := b - 2; i >= a; i-- {
		if it := &c.items[i]; it.is(cSaid) && saying[strings.ToLower(c.wordsOf(it))] {
			return i + 1 // "giám đốc sở cho hay kế hoạch vốn …"
		}
	}
	measure := c.items[a].any(cHead, cName)
	actor := c.items[a].is(cSector) && strings.EqualFold(c.words(a, a+1), "ngành")
	for i := a + 1; i < b; i++ {
		it, before := &c.items[i], &c.items[i-1]
		if !it.any(cHead, cName) || before.kind != wordItem {
			continue
		}
		w := strings.ToLower(c.wordsOf(before))
		if w == "là" || !measure && (w == "đạt" || w == "ghi nhận") {
			return i
		}
		if actor && i > a+1 && it.is(cName) && len(c.nameWords(it)) > 2 && !before.any(cOf, cAnd) {
			return i
		}
	}
	return a
}

// saying are verbs before what an official says.
var saying = map[string]bool{"cho biết": true, "cho hay": true, "nhấn mạnh": true, "khẳng định": true, "phát biểu": true, "chia sẻ": true}

func (c *clause) nameWords(it *item) []token { return c.toks[it.from:it.to] }

// topic reports whether items a..i are a clause of their own, with a verb.
func (c *clause) topic(a, i int) bool {
	for j := a; j < i; j++ {
		if c.items[j].roles&verbs != 0 || c.items[j].any(cAux, cTarget, cEst) {
			return true
		}
	}
	return false
}

// phraseEnd drops places, times and scopes from the end of a name, taking them
// into the context, however deep they stand.
func (c *clause) phraseEnd(a, b int, ctx *found) int {
	for i := a; i < b; i++ {
		it := &c.items[i]
		if it.kind == placeItem && ctx.area == "" && i > a {
			ctx.area = it.place
		}
		if it.is(cWhole) && it.to-it.from > 1 && ctx.area == "" && !c.measuredBy(i) && (c.wholeKind(it) != "nước" || i > a && c.items[i-1].is(cOf) || strings.HasPrefix(c.wordsOf(it), "của")) {
			ctx.area = c.whole(it, i)
			ctx.unplaced = ctx.unplaced || ctx.area == ""
		}
		if it.is(cScope) && ctx.scope == "" {
			ctx.scope = c.wordsOf(it)
		}
	}
	for b > a+1 && c.items[b-1].any(cOf, cAt, cAnd, cAux) && !c.items[b-1].is(cName) {
		b--
	}
	return b
}

// nameText returns a name as printed, without the times, scopes and brackets
// inside.
func (c *clause) nameText(a, b int) string {
	if b < len(c.items) && c.items[b].sign == '"' && c.quotes(a, b)%2 == 1 {
		b++
	}
	var parts []string
	from := a
	flush := func(to int) {
		if w := c.words(from, to); w != "" {
			parts = append(parts, w)
		}
	}
	for i := a; i < b; i++ {
		it := &c.items[i]
		skip := i + 1
		switch {
		case it.kind == noiseItem && i > from && it.to-it.from == 1 && len(c.wordsOf(it)) == 1 && c.items[i-1].kind == wordItem:
			continue // "mũi 2"
		case it.kind == whenItem, it.kind == noiseItem, it.is(cScope):
		case it.kind == signItem && it.sign == '(':
			skip = min(c.closing(i)+1, b)
		case it.kind == placeItem, it.is(cWhole) && it.to-it.from > 1:
			if i > from && c.linksPlace(i-1) {
				flush(i - 1)
				from = i + 1
				continue
			}
		default:
			continue
		}
		flush(i)
		from, i = skip, skip-1
	}
	flush(b)
	return c.trimmed(unquoted(strings.Join(parts, " ")))
}

// linksPlace reports whether item i ties the place behind it to the name before: "của",
// "tại", "trong".
func (c *clause) linksPlace(i int) bool {
	it := &c.items[i]
	return it.any(cOf, cAt) || it.to-it.from == 1 && c.toks[it.from].word == c.lex.w.trong
}

// trimmed drops from the ends of a name the place, the state and the rank that are
// no part of it.
func (c *clause) trimmed(name string) string {
	for _, place := range c.bare {
		if short, ok := strings.CutSuffix(name, place); ok && short != "" {
			name = short // "GRDP Tây Lộc Sơn"
		}
		if rest, ok := strings.CutPrefix(name, place[1:]+" "); ok && rest != "" {
			name = rest
		}
	}
	for _, link := range [...]string{" trong quý", " trong tháng", " trong năm", " trong kỳ", " hiện có", " từ", " đến", " tới", " niên vụ", " được nâng", " nâng"} {
		name = strings.TrimSuffix(name, link)
	}
	for strings.HasSuffix(name, " của") || strings.HasSuffix(name, " trên địa bàn tỉnh") {
		name = strings.TrimSuffix(strings.TrimSuffix(name, " của"), " tỉnh")
	}
	if what, ok := strings.CutSuffix(strings.TrimSuffix(name, " bình quân"), " tăng trưởng"); ok && !paces[strings.ToLower(what)] {
		name = "tăng trưởng " + viet.Uncapital(what) // "kinh tế tăng trưởng bình quân 8,4%/năm"
	}
	if what, ok := strings.CutSuffix(name, " trên diện tích"); ok && what != "" {
		name = "diện tích " + viet.Uncapital(what)
	}
	name = beforeState(name)
	for _, most := range superlatives {
		if rest, ok := strings.CutSuffix(name, most); ok {
			name = rest
		}
	}
	return viet.Capital(strings.ReplaceAll(name, " ,", ","))
}

// quotes counts the quotation marks among items a..b.
func (c *clause) quotes(a, b int) int {
	n := 0
	for i := a; i < b; i++ {
		if c.items[i].kind == signItem && c.items[i].sign == '"' {
			n++
		}
	}
	return n
}

// paces are nouns of which "tăng trưởng" is a part, and no verb.
var paces = map[string]bool{"tốc độ": true, "mức": true, "nhịp độ": true, "tỷ lệ": true, "đà": true}

// states are verbs that tell how a thing fares; no name goes on behind them: "đàn
// lợn phục hồi, đạt 412 nghìn con".
var states = [...]string{
	" giảm trên ", " giảm cả ", " tăng trên ", " giảm ở cả ", " giảm sâu ", " giảm mạnh", " tăng mạnh", " tăng khá", " tăng cao", " giảm sâu", " tăng nhanh", " như ", " đạt khá", " đạt cao", " đạt thấp", " của các địa phương", " của các huyện", " của một số địa phương", " tại các địa phương", " ở các địa phương",
	" phục hồi", " khởi sắc", " được mùa", " sôi động", " phát triển mạnh", " phát triển khá", " phát triển ổn định", " phát triển nhanh", " tiếp tục ", " chuyển biến", " có nhiều ", " có bước ",
	" là trụ đỡ", " ổn định", " bứt phá", " tăng tốc", " chuyển dịch", " diễn ra ", " được quan tâm", " được đẩy mạnh", " được chú trọng", " được tăng cường", " được mở rộng", " được duy trì", " được cải thiện", " được nâng lên", " không ngừng", " ngày càng",
}

// beforeState cuts a name before the verb that tells how the thing fares.
func beforeState(name string) string {
	if strings.Count(name, " ") < 2 {
		return name
	}
	low := strings.ToLower(name)
	if len(low) != len(name) {
		return name
	}
	end := len(name)
	for _, state := range states {
		if i := strings.Index(low+" ", state); i > 0 && i < end {
			end = i
		}
	}
	return name[:end]
}

// superlatives tell how a place stands among others, and not what is measured:
// "xã Trà Phong thu cao nhất với 6,2 tỷ đồng".
var superlatives = [...]string{" còn", " chỉ còn", " với", " cao nhất", " thấp nhất", " nhiều nhất", " ít nhất", " lớn nhất", " đứng đầu", " dẫn đầu"}

// unquoted trims a name of the signs around it; a closing quotation mark stays
// where its opening one stands inside.
func unquoted(s string) string {
	s = strings.Trim(s, " ,;:'-–")
	if strings.Count(s, `"`)%2 == 1 || strings.Count(s, "“") != strings.Count(s, "”") || strings.HasPrefix(s, `"`) || strings.HasPrefix(s, "“") {
		s = strings.Trim(s, ` ,;:"“”'-–`)
	}
	return s
}
