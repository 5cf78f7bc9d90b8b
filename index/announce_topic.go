package index

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

// sought returns what a search for articles is about, in the words of the
// question, and what narrows it. With a publisher named, a year is when an
// article came out; otherwise it is as often what the article is about, and is
// left among the words.
func (d *deliberation) sought() (about string, f Filter) {
	if d.search == nil {
		about, f = d.readSought()
		d.search = &sought{about, f}
	}
	return d.search.about, d.search.filter
}

// sought is what a search for articles looks for.
type sought struct {
	about  string
	filter Filter
}

func (d *deliberation) readSought() (about string, f Filter) {
	f = d.articleFilter(longestNarrowed)
	publisher, said := d.publisher()
	f.Publisher = publisher
	words := withoutKind(strings.Fields(d.q.About))
	if publisher != "" {
		if rest := without(words, said); len(rest) < len(words) {
			words = rest
		} else if len(said) > 1 {
			words = without(words, said[1:])
		}
	}
	words = without(without(words, []string{"dua", "tin"}), []string{"viet", "gi"})
	about = strings.Join(words, " ")
	if about == "" || slices.Contains(publishedWords, strings.TrimSpace(foldedWords(about))) {
		about, f = "", d.articleFilter(longestListed)
		f.Publisher = publisher
	}
	for _, n := range d.q.Periods {
		if !n.Open && !n.IsZero() && about != "" && strings.TrimPrefix(foldedWords(about), " nam") == strings.TrimPrefix(foldedWords(n.Text), " nam") {
			about, f.From, f.To = "", n.First().Format(time.DateOnly), n.After().AddDate(0, 0, -1).Format(time.DateOnly)
		}
	}
	if years := d.years(); publisher != "" && len(years) == 1 && slices.Equal(without(query.Fold(about), []string{"nam"}), years) {
		about, f.From, f.To = "", years[0]+"-01-01", years[0]+"-12-31"
	}
	return about, f
}

// onlyPlace reports whether a search is about a place and nothing else.
func (d *deliberation) onlyPlace(about string) bool {
	return len(d.q.Areas) == 1 && len(d.q.Areas[0].Names) == 1 && strings.HasSuffix(foldedWords(d.q.Areas[0].Text), foldedWords(about))
}

// kindsNamed are the folded words for kinds of article, which an article of the
// kind need not hold.
var kindsNamed = []string{"thong bao", "giay moi", "bao cao", "nghi quyet", "ke hoach", "cong van", "van ban", "quyet dinh", "chi thi", "ket luan", "huong dan",
	"to trinh", "quy dinh", "quy che", "tai lieu", "lich hop", "lich cong tac", "lich lam viec", "chuong trinh hanh dong"}

// withoutKind drops the words for a kind of article from the start.
func withoutKind(words []string) []string {
	for n := 4; n > 0; n-- {
		if n > len(words) || !slices.Contains(kindsNamed, strings.TrimSpace(foldedWords(strings.Join(words[:n], " ")))) {
			continue
		}
		words = words[n:]
		if len(words) > 0 && slices.Contains([]string{"ve", "cua", "so"}, viet.Fold(words[0])) {
			words = words[1:]
		}
		return words
	}
	return words
}

// without drops a run of folded words, and a word in front of it that only joins
// it to others.
func without(words, run []string) []string {
	for i := 0; i+len(run) <= len(words); i++ {
		if !slices.Equal(query.Fold(strings.Join(words[i:i+len(run)], " ")), run) {
			continue
		}
		from := i
		for from > 0 && slices.Contains(beforePublisher, viet.Fold(words[from-1])) {
			from--
		}
		rest := slices.Concat(words[:from], words[i+len(run):])
		for len(rest) > 0 && from == 0 && slices.Contains([]string{"ve", "noi"}, viet.Fold(rest[0])) {
			rest = rest[1:]
		}
		return rest
	}
	return words
}

// years returns the years named, those of "đầu năm 2022" with them.
func (d *deliberation) years() []string {
	var out []string
	for _, p := range d.q.MainPeriods() {
		if p.Kind == corpus.Year {
			out = append(out, p.String())
		}
	}
	for _, p := range d.q.Periods {
		if p.IsZero() {
			out = append(out, year.FindAllString(p.Text, -1)...)
		}
	}
	return out
}

// longestNarrowed is the longest time that a search is narrowed to: what is told
// of half a year comes out after it.
const longestNarrowed = 32 * 24 * time.Hour

// longestListed is the longest time whose articles are listed without a topic.
const longestListed = 370 * 24 * time.Hour

// publishedWords are the folded words that only say that an article came out.
var publishedWords = []string{"dang", "dang tai", "dua tin", "phat hanh", "ban hanh", "ra", "viet"}

// articleFilter narrows by a month, week or day named, and by "mới nhất". A year
// alone is what an article is about as often as when it came out.
func (d *deliberation) articleFilter(longest time.Duration) Filter {
	f := Filter{Newest: d.q.Newest}
	for _, t := range viet.Times(d.q.Text, d.asked.Now.In(corpus.Zone)) {
		t = inYear(t, d.q.Text)
		if !slices.Contains([]string{"day", "week", "month"}, t.Grain) || strings.HasPrefix(viet.Fold(t.Text), "tet") || t.To.Sub(t.From) > longest && !t.From.IsZero() && !t.To.IsZero() {
			continue
		}
		if !t.From.IsZero() {
			f.From = t.From.In(corpus.Zone).Format(time.DateOnly)
		}
		if !t.To.IsZero() {
			f.To = t.To.In(corpus.Zone).Add(-time.Second).Format(time.DateOnly)
		}
	}
	return f
}

// inYear moves a month without a year of its own to the only year that the text names:
// "tháng 3 và quý I năm 2024".
func inYear(t viet.Time, text string) viet.Time {
	years := slices.Compact(year.FindAllString(text, -1))
	if t.Grain != "month" || len(years) != 1 || year.MatchString(t.Text) || t.From.IsZero() || t.To.IsZero() {
		return t
	}
	y, _ := strconv.Atoi(years[0])
	move := y - t.From.In(corpus.Zone).Year()
	t.From, t.To = t.From.AddDate(move, 0, 0), t.To.AddDate(move, 0, 0)
	return t
}

// beforePublisher are the folded words that a publisher follows.
var beforePublisher = []string{"cua", "theo", "do", "tren", "bao", "tu", "dang", "in"}

// publisher returns the publisher that the question names in full, or by the
// first words of its name behind "của" or "theo", with the words that name it;
// empty: none.
func (d *deliberation) publisher() (name string, said []string) {
	known, err := d.x.publishers(d.ctx)
	if err != nil {
		return "", nil
	}
	text := d.said()
	for _, p := range known {
		if !p.readableBy(d.asked.Audiences) {
			continue
		}
		for n := len(p.words); n > len(said); n-- {
			run := strings.Join(p.words[:n], " ")
			named := n == len(p.words) && strings.Contains(text, " "+run+" ") || n > 1 && slices.ContainsFunc(beforePublisher, func(w string) bool {
				return strings.Contains(text, " "+w+" "+run+" ")
			})
			if named {
				name, said = p.name, p.words[:n]
				break
			}
		}
	}
	if meant, typed := d.slippedPublisher(known); len(typed) > len(said) {
		return meant, typed
	}
	return name, said
}

// slippedPublisher returns the only publisher whose full name the question spells but
// for slips of the finger that make words nobody writes, with the words as typed.
func (d *deliberation) slippedPublisher(known []*publisherName) (name string, said []string) {
	typed := strings.Fields(d.said())
	for _, p := range known {
		if len(p.words) < 3 || !p.readableBy(d.asked.Audiences) {
			continue
		}
		for i := 0; i+len(p.words) <= len(typed); i++ {
			if run := typed[i : i+len(p.words)]; query.Slipped(run, p.words) {
				if name != "" && name != p.name {
					return "", nil
				}
				name, said = p.name, run
			}
		}
	}
	return name, said
}
