package index

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

// accountsFor reports whether the record holds every run of words that the
// parse left over, and every deed it names. A single word must stand in its name,
// scope or unit; of a longer run, each pair of neighbours there or in its note.
// What its source is called counts where the question speaks of a source, or
// quotes it at length. The area was matched before.
func (d *deliberation) accountsFor(r corpus.Record, left []query.Left) bool {
	if d.denied(r) || d.ofOtherLevel(r) {
		return false
	}
	if len(left) == 0 && len(d.q.Deeds) == 0 && len(d.q.Per) == 0 && !d.narrowed() {
		return true
	}
	if d.narrowed() && !d.sameSeason(r) || !d.countedPer(r) {
		return false
	}
	own, source := d.wordsOf(aboutRecord(r, d.nameOf(r.Indicator))), d.wordsOf(aboutSource(r.Source))
	note := d.wordsOf(r.Note)
	for _, l := range left {
		words := l.Words()
		if d.q.Marked {
			words = l.MarkedWords()
		}
		if d.abbreviates(l, own) {
			continue
		}
		if !d.holdsOwn(own, words) && !(len(words) > 1 && holdsRun(note, words)) &&
			!((len(words) >= quotedAtLength || d.q.Sourced) && holdsRun(source, words)) {
			return false
		}
	}
	for _, deed := range d.q.Deeds {
		if !strings.Contains(own+note+source, d.wordsOf(deed)) {
			return false
		}
	}
	return true
}

// compounds are words of two syllables of which one syllable alone means something
// else: what asks for "nước" is not answered by "nhà nước". The list was chosen by
// hand from the names of indicators.
var compounds = []string{
	"nhà nước", "xã hội", "công nghiệp", "công nghệ", "công lập", "công chức", "thành phố", "thành lập", "doanh nghiệp", "nông thôn", "nông nghiệp",
	"thủy sản", "sản xuất", "sản phẩm", "sản lượng", "xuất khẩu", "nhập khẩu", "hàng hóa", "đầu tư", "kinh tế", "y tế", "văn hóa", "gia đình", "du lịch", "hợp tác",
	"bình quân", "thu nhập", "thu hút", "thu hoạch", "giá trị", "dự án", "dự toán", "dân số", "dân cư", "nhân dân", "lao động", "hoạt động", "quốc gia", "đạt chuẩn",
}

// holdsOwn reports whether a text of a record holds a run of words; a single word
// must stand there by itself and not as half of another one.
func (d *deliberation) holdsOwn(text string, words []string) bool {
	if len(words) != 1 {
		return holdsRun(text, words)
	}
	for _, c := range compounds {
		if c = d.wordsOf(c); strings.Contains(c, " "+words[0]+" ") {
			text = strings.ReplaceAll(text, c, " | ")
		}
	}
	return holdsRun(text, words)
}

// plansDenied is how a plan is said not to have been reached, folded; a question
// for yes or no puts the negation last.
var (
	plansDenied = regexp.MustCompile(` (?:chua|khong|ko) (?:hoan thanh|dat|vuot|ve dich) `)
	askedBack   = regexp.MustCompile(` (?:phai khong|dung khong|co phai|dung chua|a|ha|sao|(?:co|da) (?:dat|vuot|hoan|ve)) `)
)

// denied reports whether the question takes for granted that a plan was missed
// which the record says was reached.
func (d *deliberation) denied(r corpus.Record) bool {
	if d.q.Measure != query.PlanPct || r.PlanPct == nil || *r.PlanPct < 100 {
		return false
	}
	return plansDenied.MatchString(d.said()) && !askedBack.MatchString(d.said())
}

// levelNamed is a level of government that a name speaks of, folded.
var levelNamed = regexp.MustCompile(`\bcap (tinh|huyen|xa|thanh pho)\b`)

// ofOtherLevel reports whether the question speaks of one level of government and
// the name of the record of another.
func (d *deliberation) ofOtherLevel(r corpus.Record) bool {
	own := levelNamed.FindString(viet.Fold(r.Name))
	return own != "" && slices.ContainsFunc(d.q.Areas, func(a query.Area) bool {
		asked := levelNamed.FindString(viet.Fold(a.Text))
		return asked != "" && asked != own
	})
}

// abbreviates reports whether a run written out in full stands in a text: "DN" of
// "doanh nghiệp".
func (d *deliberation) abbreviates(l query.Left, text string) bool {
	full := viet.ExpandAll(l.Text)
	return full != l.Text && strings.Contains(text, d.wordsOf(full))
}

// countedPer reports whether the record is counted for each one of what the
// question says: "một năm", "trên ha". The level of a year is of one year unless
// the record speaks of a month.
func (d *deliberation) countedPer(r corpus.Record) bool {
	units := r.Unit
	if r.Change != nil {
		units += " . " + r.Change.Unit
	}
	own := foldedWords(r.Name + " . " + r.Scope + " . " + units)
	return !slices.ContainsFunc(d.q.Per, func(per string) bool {
		if per == "năm" && d.q.Measure == query.Level && r.Period.Kind == corpus.Year {
			return strings.Contains(own, " thang ")
		}
		return !strings.Contains(own, foldedWords(per))
	})
}

// seasons narrow what is grown to one crop of the year; a figure of the whole
// year does not answer for them, though its name may be used.
var seasons = []string{"xuân", "mùa", "hè", "đông", "chiêm"}

// narrowed reports whether the name asked for speaks of one crop of the year.
func (d *deliberation) narrowed() bool {
	return slices.ContainsFunc(d.q.Indicators, func(n query.Indicator) bool { return len(seasonsIn(n.Text)) > 0 })
}

func (d *deliberation) sameSeason(r corpus.Record) bool {
	own := seasonsIn(aboutRecord(r, "") + " " + r.Note)
	for _, n := range d.q.Indicators {
		for _, s := range seasonsIn(n.Text) {
			if !slices.Contains(own, s) {
				return false
			}
		}
	}
	return true
}

// seasonsIn returns the crops that a text names. A word without marks is one only
// after the word for a crop or for rice: "lao dong" is no winter.
func seasonsIn(s string) []string {
	var out []string
	last := ""
	for _, w := range query.Marked(s) {
		for _, season := range seasons {
			if w == season || w == viet.Fold(season) && (last == "vu" || last == "lua") {
				out = append(out, season)
			}
		}
		last = viet.Fold(w)
	}
	return out
}

// quotedAtLength is the number of words from which a run is a quotation of a
// title rather than a word that happens to stand in it.
const quotedAtLength = 3

// aboutRecord returns everything that a record says of itself.
func aboutRecord(r corpus.Record, name string) string {
	parts := []string{r.Name, r.Scope, r.Quantity.Unit, name, saidUnit(r)}
	if r.Change != nil {
		parts = append(parts, r.Change.Basis)
	}
	return strings.Join(parts, " . ")
}

// saidUnit returns what people say for the unit of a record.
func saidUnit(r corpus.Record) string {
	unit := strings.ToLower(r.Unit)
	if r.Value == nil && r.Low == nil && r.Change != nil {
		unit = r.Change.Unit
	}
	switch {
	case strings.HasSuffix(unit, "%/năm"):
		return "bình quân năm . bình quân hàng năm . bình quân hằng năm . bình quân mỗi năm . trung bình năm . trung bình mỗi năm"
	case strings.HasSuffix(unit, "km²"):
		return "km2 . ki lô mét vuông . cây số vuông"
	case strings.Contains(viet.Fold(r.Name), "dau nguoi"):
		return "người dân . dân . nhân dân . mỗi người dân . một người dân"
	case slices.Contains(counted, unit):
		return "người . nghìn người"
	}
	return ""
}

// counted are the units that count people.
var counted = []string{"người", "nghìn người", "lao động", "nghìn lao động", "cử tri", "đảng viên", "tân binh", "đại biểu"}

func aboutSource(s corpus.Source) string {
	return strings.Join([]string{s.Title, s.Publisher, s.ID, s.Date}, " . ")
}

// wordsOf returns the words of a text as the question is compared with them,
// with marks if the question has any; parted by single spaces, and with one at
// either end.
func (d *deliberation) wordsOf(s string) string {
	if d.q.Marked {
		return " " + strings.Join(query.Marked(s), " ") + " "
	}
	return foldedWords(s)
}

func foldedWords(s string) string {
	var b strings.Builder
	b.WriteByte(' ')
	for _, w := range query.Fold(s) {
		b.WriteString(w)
		b.WriteByte(' ')
	}
	return b.String()
}

func holdsRun(text string, words []string) bool {
	if len(words) == 1 {
		return strings.Contains(text, " "+words[0]+" ")
	}
	for i := 1; i < len(words); i++ {
		if !strings.Contains(text, " "+words[i-1]+" "+words[i]+" ") {
			return false
		}
	}
	return true
}

// measures reports whether the record holds the number that is asked for.
func measures(r corpus.Record, m query.Measure) bool {
	switch m {
	case query.Change:
		return r.Change != nil || growthRange(r)
	case query.PlanPct:
		return r.PlanPct != nil
	case query.Ranking:
		return false
	}
	return (r.Value != nil || r.Low != nil || r.High != nil) && !growthRange(r)
}

// against reports whether the change of a record is against the period that the
// question names: the year before, where the source says no other, or one that
// its basis names. A question that names none is about the year before.
func (d *deliberation) against(r corpus.Record) bool {
	base, ok := d.q.Base()
	if r.Change == nil {
		return !ok
	}
	basis := viet.Fold(r.Change.Basis)
	if !ok {
		return r.Period.Kind == corpus.Span || !namesYear(basis) || strings.Contains(basis, strconv.Itoa(r.Period.Year-1))
	}
	if strings.Contains(basis, strconv.Itoa(base.Year)) {
		return base.Kind == corpus.Year || base == r.Period.YearBefore()
	}
	return base == r.Period.YearBefore() && !strings.ContainsAny(basis, "0123456789")
}

var year = regexp.MustCompile(`\b(19|20)\d\d\b`)

func namesYear(s string) bool { return year.MatchString(s) }

// growthRange reports whether the value of a record is a growth itself: a range
// of per cent without a change of its own.
func growthRange(r corpus.Record) bool {
	return r.Change == nil && strings.HasPrefix(r.Unit, "%") && strings.Contains(viet.Fold(r.Name), "toc do tang")
}

// counts reports whether the unit of the record is what was asked for: "bao
// nhiêu hộ" is no percentage, and "bao nhiêu phần trăm" nothing else.
func (d *deliberation) counts(measure query.Measure, r corpus.Record) bool {
	if measure != query.Level {
		return measure != query.Change || d.q.Unit == "" || d.q.Unit == "%" || r.Change == nil || d.q.CountedIn(r.Change.Unit, nil)
	}
	percent := strings.HasPrefix(r.Unit, "%")
	switch {
	case percent && d.q.Unit == "" && countedThings.MatchString(strings.TrimSpace(d.said())):
		return false
	case d.q.Unit == "%":
		return percent
	case d.q.Counted && percent:
		return strings.HasPrefix(viet.Fold(d.q.Indicators[0].Text), "phan tram") || strings.HasPrefix(viet.Fold(d.q.Indicators[0].Text), "ti le") || strings.HasPrefix(viet.Fold(d.q.Indicators[0].Text), "ty le")
	}
	return d.q.Unit == "" || d.q.CountedIn(r.Unit, nil) || d.q.CountedIn(r.Unit, query.Marked(aboutRecord(r, d.nameOf(r.Indicator))))
}

// countedThings are things that a number is asked of, folded: "bao nhiêu hộ" at
// the end of a question is no percentage.
var countedThings = regexp.MustCompile(`\b(?:bao nhieu|may) (?:ho|nguoi|xa|huyen|doanh nghiep|lao dong|du an|dang vien|hoc sinh|vu|thon|xom|san pham|hop tac xa)\W*$`)

// stands reports whether a status answers: a question that names none takes
// what was reached, never a target.
func stands(s corpus.Status, asked []corpus.Status) bool {
	if len(asked) == 0 {
		return s != corpus.Target
	}
	for _, a := range asked {
		if s == a {
			return true
		}
	}
	return false
}
