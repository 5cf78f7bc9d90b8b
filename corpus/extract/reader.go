package extract

import (
	"regexp"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// A reader reads one article.
type reader struct {
	x     *Extractor
	lex   *lexicon
	a     corpus.Article
	clock clock
	lexer *lexer
	toks  []token

	home     string            // area of figures that name none
	levels   map[string]string // area by kind: "Tỉnh" -> "Tỉnh Nam Định"
	bare     []string          // their names without the kind
	title    corpus.Period     // named in the title
	term     corpus.Period     // of a body, of which the title or text speaks
	stretch  corpus.Period     // the last stretch of years that the text named
	plans    bool              // the title names goals of a time to come
	document bool              // the article is a plan or another document that sets goals
	schools  bool              // the text speaks of school years

	number   int // of the paragraph
	head     context
	sections []section     // the headings above the paragraph
	list     context       // of a heading whose items are the next paragraphs
	units    unit          // that such a heading names for its items
	carries  string        // the measure that it says for them
	fields   context       // of goals announced for the fields that are taken up next
	asked    context       // of a question that the next paragraph answers
	running  corpus.Period // of the paragraphs before
	runs     bool          // sums of running are those since January
	grid     *grid         // the table that is being read
	caption  caption       // of the table to come
	before   sentenceEnd
	behind   int               // first candidate of the sentence before
	short    map[string]string // places named before, by their names without the kind
	opener   string            // the only place of the paragraph's first sentence, which opens it
	spoken   string            // the place of which the paragraph spoke last
	village  string            // the last village of which a sentence told
	among    bool              // the last figures were of that village
	guessed  bool              // several places are named, and none by the title
	figured  bool              // the paragraph holds a figure
	apart    bool              // it opens with a time told apart: "Riêng tháng 9, …"
	out      []Candidate
}

// A sentenceEnd is what one sentence leaves to the next.
type sentenceEnd struct {
	subject subject
	est     bool
	mixed   bool // it spoke of several subjects
}

// A context is what earlier words say about later figures.
type context struct {
	period corpus.Period
	area   string
	target bool
	est    bool
	byPlan bool // shares without a measure are those of the plan
	until  bool // sums are those since January up to the month of period
	aims   bool // period is that of the targets below a heading
}

func (x *Extractor) reader(a corpus.Article) *reader {
	r := &reader{x: x, lex: x.marked, a: a, clock: clockOf(a.Date), levels: map[string]string{}}
	if !viet.HasMarks(sample(a.Text)) {
		r.lex = x.bare
	}
	r.lexer = newLexer(r.lex, a.Text)
	r.schools = schooling(a.Title) || schooling(a.Text)
	r.readTitle()
	return r
}

// sample is a beginning long enough to tell whether a text carries marks.
func sample(s string) string {
	if len(s) > 2000 {
		s = strings.ToValidUTF8(s[:2000], "")
	}
	return s
}

// readTitle finds the area and period that the whole article speaks about.
func (r *reader) readTitle() {
	for _, area := range r.a.Areas {
		r.meet(r.x.named(viet.Normalize(area)))
	}
	lex := r.lex
	l := newLexer(lex, r.a.Title)
	items := r.x.items(lex, r.a.Title, l.tokens(nil, 0, len(r.a.Title)), r.clock)
	for i := range items {
		it := &items[i]
		switch it.kind {
		case whenItem:
			switch w := it.when; {
			case w.term:
				r.term = w.period
			case !w.event && !w.some:
				r.entitle(r.resolve(w, r.title))
			}
		case placeItem:
			r.meet(it.place)
		}
	}
	r.plans = r.clock.unfinished(r.title) && planTitle.MatchString(viet.Fold(viet.Normalize(r.a.Title))) && !results(r.a.Title)
	r.document = r.setsGoals()
	r.meetOffices(r.a.Title, l.tokens(nil, 0, len(r.a.Title)))
	if r.home == "" {
		r.homeFromText()
	}
	for area := r.home; area != ""; area = r.parent(area) {
		r.levelUp(area)
	}
}

// planTitle are the words of a title whose text lists goals, folded.
var planTitle = regexp.MustCompile(`\b(chi tieu|muc tieu|ke hoach|du thao|giao uoc|dang ky thi dua|phuong huong|phat dong)\b`)

// entitle takes a period from the title: the first, or the run of months up to
// it ("tháng 4 và 4 tháng đầu năm").
func (r *reader) entitle(p corpus.Period) {
	switch {
	case p.IsZero():
	case r.title.IsZero():
		r.title = p
	case r.title.Kind == corpus.Month && (p.Kind == corpus.Months || p.Kind == corpus.Half || p.Kind == corpus.Quarter) && p.Year == r.title.Year:
		r.title = p
	case r.title.Kind == corpus.Quarter && (p.Kind == corpus.Months || p.Kind == corpus.Half) && p.Year == r.title.Year && p.After().Equal(r.title.After()):
		r.title = p // "quý II và 6 tháng đầu năm"
	}
}

// meet takes note of an area; the first one is the article's own.
func (r *reader) meet(area string) {
	if area == "" {
		return
	}
	if r.home == "" {
		r.home = area
	}
	r.levelUp(area)
}

func (r *reader) levelUp(area string) {
	if kind := levelOf(area); kind != "" && r.levels[kind] == "" {
		r.levels[kind] = area
		r.bare = append(r.bare, " "+strings.TrimPrefix(area, kind+" "))
	}
}

func (r *reader) parent(area string) string {
	for i := range r.x.areas {
		if a := &r.x.areas[i]; a.Name == area {
			if a.Parent == area {
				return ""
			}
			return a.Parent
		}
	}
	return ""
}

// meetOffices reads areas from the names of offices: "Thành ủy Nam Định".
func (r *reader) meetOffices(text string, toks []token) {
	for i := range toks {
		e, n := r.lex.longest(toks, i, false, func(e entry) bool { return e.class == cOffice && e.text != "" })
		if n == 0 {
			continue
		}
		if end := properEnd(toks, i+n); end > i+n {
			name := r.x.named(e.text + " " + spelledOut(text, toks[i+n:end]))
			if levelOf(r.home) != e.text || r.home != name {
				r.home = "" // the office says which of the namesakes is meant
			}
			r.meet(name)
			return
		}
	}
}

// homeFromText takes the first place that the text names.
func (r *reader) homeFromText() {
	ps := paragraphs(sample(r.a.Text))
	for _, p := range ps {
		toks := r.lexer.tokens(nil, p.from, p.to)
		r.meetOffices(r.a.Text, toks)
		if r.home != "" {
			return
		}
		for i := range toks {
			name, n := r.x.placeAt(r.lex, r.a.Text, toks, i)
			if n == 0 || name == country {
				continue
			}
			r.guessed = r.guessed || r.home != "" && r.home != name
			r.meet(name)
		}
	}
}

// resolve gives a time its year.
func (r *reader) resolve(w when, near corpus.Period) corpus.Period {
	if w.now {
		return r.nowOf(w, near)
	}
	if w.month {
		return r.monthAt(near)
	}
	if w.years > 0 {
		return r.spanOfYears(w.years)
	}
	if w.inTerm && w.termEnd && r.term.Kind == corpus.Span {
		return corpus.YearOf(r.term.End)
	}
	if w.inTerm {
		return r.termTold()
	}
	if w.year {
		if school := r.schoolYear(near); !school.IsZero() {
			return school
		}
		switch {
		case near.Year > 0 && near.Kind != corpus.Span:
			return corpus.YearOf(near.Year)
		case r.title.Year > 0 && r.title.Kind != corpus.Span && !r.clock.unfinished(r.title) && r.clock.year-r.title.Year < 2:
			return corpus.YearOf(r.title.Year)
		case r.clock.month == 1 && !w.whole:
			return corpus.YearOf(r.clock.year - 1) // "trong năm", said in January
		case r.clock.year > 0:
			return corpus.YearOf(r.clock.year)
		}
		return corpus.Period{}
	}
	if !w.lacksYear {
		return w.period
	}
	p := w.period
	if near.Year > 0 && near.Kind != corpus.Span {
		p.Year = near.Year
		return p
	}
	if r.title.Year > 0 && r.title.Kind != corpus.Span {
		p.Year = r.title.Year
		return p
	}
	return r.clock.latest(p)
}

// schoolYear returns the school year of which the text speaks near by or in its title, the
// zero period if it is none.
func (r *reader) schoolYear(near corpus.Period) corpus.Period {
	for _, p := range [...]corpus.Period{near, r.title} {
		if p.Kind == corpus.Span && p.End == p.Year+1 && r.schools {
			return p
		}
	}
	return corpus.Period{}
}

// schooling reports whether a text has the words that tell a school year from two years of
// a plan.
func schooling(text string) bool {
	for _, words := range [...]string{"ăm học", "ĂM HỌC", "am hoc", "AM HOC"} {
		if strings.Contains(text, words) {
			return true
		}
	}
	return false
}

// monthAt is the month that "trong tháng" means: the one at hand, or the last of
// the months at hand.
func (r *reader) monthAt(near corpus.Period) corpus.Period {
	for _, p := range [...]corpus.Period{near, r.title, r.running} {
		if p.Kind == corpus.Month || p.Kind == corpus.Months {
			return corpus.Period{Kind: corpus.Month, Year: p.Year, N: p.N}
		}
	}
	return corpus.Period{}
}

// paragraph reads one paragraph, the tables in it apart from the prose.
func (r *reader) paragraph(n int, s span) {
	for _, block := range blocks(r.a.Text, s) {
		if !r.table(n, block) {
			r.prose(n, block)
		}
	}
}

// blocks parts the lines of a paragraph that open with a bar from the others.
func blocks(text string, s span) []span {
	if strings.IndexByte(text[s.from:s.to], '|') < 0 {
		return []span{s}
	}
	var out []span
	barred := false
	for i, l := range linesOf(text, s) {
		if bar := text[l.from] == '|'; i == 0 || bar != barred {
			out, barred = append(out, l), bar
			continue
		}
		out[len(out)-1].to = l.to
	}
	return out
}

// prose reads a paragraph, or the part of one that is no table.
func (r *reader) prose(n int, s span) {
	r.number, r.figured, r.apart = n, false, false
	r.toks = r.lexer.tokens(r.toks[:0], s.from, s.to)
	if len(r.toks) == 0 {
		return
	}
	if n == 1 {
		r.summedUp()
	}
	defer r.captioned(s)
	bullet := opensList(r.toks)
	r.before, r.spoken, r.opener = sentenceEnd{}, "", ""
	r.inherit(bullet)
	inherited := r.head
	for _, toks := range sentences(r.a.Text, r.toks) {
		if len(toks) > maxSentence {
			for len(toks) > maxSentence {
				r.sentence(toks[:maxSentence])
				toks = toks[maxSentence:]
			}
		}
		r.sentence(toks)
		if announces(toks) && !r.figured {
			r.opensSection(span{toks[0].start, toks[len(toks)-1].end}, r.head)
		}
	}
	r.announced(inherited)
	last := &r.toks[len(r.toks)-1]
	if last.word == "?" {
		r.ask(s)
		return
	}
	if r.heading() && last.word != ":" {
		r.opensSection(s, r.head)
	}
	switch {
	case last.word == ":", r.heading():
		r.list = r.head
	case bullet && r.head.period.Kind != corpus.Day:
		r.list.period = r.head.period
	}
	r.runOn()
}

// runOn lets the time of the paragraph hold for those behind it that name none.
func (r *reader) runOn() {
	if !r.head.target && r.recent(r.head.period) && r.head.period != r.aim().period {
		if r.head.period.Kind != corpus.Span || r.running.IsZero() {
			r.running, r.runs = r.head.period, r.head.until
		}
	}
}

// inherit sets what earlier words say of the paragraph at hand: the heading of its list, the
// question that it answers, or the heading of its section.
func (r *reader) inherit(bullet bool) {
	r.head = context{}
	if bullet {
		r.head = r.list
		if r.plans && (r.list.period.IsZero() || r.list.period == r.title) && !r.list.est && len(r.sections) == 0 {
			r.head.period, r.head.target, r.head.aims = r.title, true, true
		}
	} else {
		r.list, r.units, r.carries = context{}, unit{}, ""
	}
	if r.head == (context{}) {
		r.head = r.asked
	}
	r.asked = context{}
	if r.head == (context{}) && r.takesUpField() {
		r.head = r.fields
	}
	if r.head == (context{}) {
		r.head = r.aim()
	}
}

// opensList reports whether a paragraph is an item of a list: "- ", "+ ", "2. ", "(3) ",
// "b) ", "Thứ nhất, ", "Hai là, ".
func opensList(toks []token) bool {
	first := &toks[0]
	switch {
	case first.kind == numberToken || first.kind == signToken && strings.Contains("-•+*–—", first.word):
		return true
	case len(toks) < 3:
		return false
	case first.word == "(":
		return toks[1].kind == numberToken && toks[2].word == ")"
	}
	return ordinal(toks) || first.kind == wordToken && len([]rune(first.word)) == 1 && toks[1].word == ")" && toks[1].glued
}

// ordinal reports whether toks begin with a number in words: "Thứ nhất, ", "Hai là, ".
func ordinal(toks []token) bool {
	switch {
	case len(toks) < 3:
		return false
	case toks[0].word == "thứ" || toks[0].word == "thu":
		return ordinals[toks[1].word] && (toks[2].word == "," || toks[2].word == "là")
	}
	return ordinals[toks[0].word] && toks[1].word == "là"
}

// ordinals count the items of a list in words.
var ordinals = map[string]bool{"nhất": true, "một": true, "hai": true, "ba": true, "tư": true, "bốn": true, "năm": true, "sáu": true, "bảy": true, "tám": true, "chín": true, "mười": true}

// unitLine names the unit of a whole table: "Đơn vị tính: triệu đồng".
var unitLine = regexp.MustCompile(`(?i)(đơn vị tính|đvt|đơn vị)\s*:\s*([^().;:|\n]{1,40})`)

// captioned keeps what the paragraph says for a table right below it.
func (r *reader) captioned(s span) {
	text := r.a.Text[s.from:s.to]
	if len(text) > 400 {
		r.caption = caption{}
		return
	}
	was := r.caption
	r.caption = caption{}
	if r.toks[len(r.toks)-1].word == ":" || r.heading() {
		r.caption.period, r.caption.target = r.periodOf(text), (r.head.target || r.list.target) && !results(text)
	}
	m := unitLine.FindStringSubmatchIndex(text)
	if m == nil {
		return
	}
	if u := r.unitIn(text[m[4]:m[5]]); u.n > 0 {
		if r.caption.unit = u; r.toks[len(r.toks)-1].word == ":" {
			r.units = u
		}
		if m[0] < 3 && r.caption.period.IsZero() {
			r.caption.period, r.caption.target = was.period, was.target
		}
	}
}

// recent reports whether a period is one that the whole article may speak of.
func (r *reader) recent(p corpus.Period) bool {
	y := r.clock.year
	return !p.IsZero() && (y == 0 || yearOf(p) <= y && yearOf(p) >= y-1)
}

// heading reports whether the paragraph is a heading over a list: short, with
// no figure and no full stop.
func (r *reader) heading() bool {
	if len(r.toks) > 30 || r.toks[len(r.toks)-1].word == "." {
		return false
	}
	return !r.figured
}

// maxSentence bounds the tokens of one sentence: longer ones are no prose.
const maxSentence = 2000
