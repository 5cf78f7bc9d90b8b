package corpus

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"thiduabot/corpus/viet"
)

// names finds entries by id, name and alias.
type names struct {
	articles   map[string]int
	sources    map[string]int
	indicators map[string]int
	called     map[string][]int // indicators by exact and folded name or alias
	areas      map[string][]int // areas by exact and folded name or alias
	children   map[string][]int
	inFull     []fullName // of areas, as they stand in a text
}

func newNames(c *Corpus) *names {
	n := &names{
		articles: map[string]int{}, sources: map[string]int{}, indicators: map[string]int{},
		called: map[string][]int{}, areas: map[string][]int{}, children: map[string][]int{},
		inFull: fullNames(c.Areas),
	}
	n.addArticles(c)
	for i, x := range c.Indicators {
		n.indicators[x.ID] = i
		n.add(n.called, i, append([]string{x.Name}, x.Aliases...))
	}
	for i, a := range c.Areas {
		n.children[a.Parent] = append(n.children[a.Parent], i)
		n.add(n.areas, i, append([]string{a.Name}, a.Aliases...))
	}
	return n
}

// addArticles enters what records name as their source.
func (n *names) addArticles(c *Corpus) {
	for i, a := range c.Articles {
		n.articles[a.ID] = i
	}
	for i, s := range c.Sources {
		n.sources[s.ID] = i
	}
}

// add enters i under each name twice: as it is written, and folded.
func (n *names) add(to map[string][]int, i int, all []string) {
	for _, name := range all {
		exact, folded := exactKey(name), foldedKey(name)
		for _, key := range []string{exact, folded} {
			if !slices.Contains(to[key], i) {
				to[key] = append(to[key], i)
			}
		}
	}
}

// exactKey keeps marks: "=" parts it from folded keys, which hold letters only.
func exactKey(s string) string { return "=" + oneSpelling(strings.ToLower(viet.Normalize(s))) }

func foldedKey(s string) string { return viet.Fold(oneSpelling(strings.ToLower(viet.Normalize(s)))) }

// shortY turns a final y into the i that is written as well after these letters:
// "tỷ lệ" and "tỉ lệ", "bác sỹ" and "bác sĩ", "lý" and "lí".
var shortY = strings.NewReplacer("y", "i", "ỳ", "ì", "ý", "í", "ỷ", "ỉ", "ỹ", "ĩ", "ỵ", "ị")

// oneSpelling brings syllables of one letter of h k l m s t and y to one form.
func oneSpelling(s string) string {
	words := strings.Split(s, " ")
	for i, w := range words {
		if len(w) >= 2 && strings.IndexByte("hklmst", w[0]) >= 0 && utf8.RuneCountInString(w) == 2 {
			words[i] = w[:1] + shortY.Replace(w[1:])
		}
	}
	return strings.Join(words, " ")
}

// find returns the entries called s: those written so, otherwise those that are
// called so when marks are left out, for text typed without them.
func find(in map[string][]int, s string) []int {
	if s == "" {
		return nil
	}
	if hits := in[exactKey(s)]; len(hits) > 0 {
		return hits
	}
	if viet.HasMarks(s) {
		return nil
	}
	return in[foldedKey(s)]
}

// lookup returns the tables, built on the fly for a Corpus made by hand.
func (c *Corpus) lookup() *names {
	if c.names != nil {
		return c.names
	}
	return newNames(c)
}

// IndicatorByID returns the entry of the catalogue with an id.
func (c *Corpus) IndicatorByID(id string) (Indicator, bool) {
	i, ok := c.lookup().indicators[id]
	if !ok {
		return Indicator{}, false
	}
	return c.Indicators[i], true
}

// IndicatorsNamed returns the entries whose name or alias is s, in the order of
// the catalogue. Marks count where s has any.
func (c *Corpus) IndicatorsNamed(s string) []Indicator {
	return pick(c.Indicators, find(c.lookup().called, s))
}

// AreasNamed returns the areas whose name or alias is s, in the order of the
// table; several areas may share an alias. Marks count where s has any.
func (c *Corpus) AreasNamed(s string) []Area {
	return pick(c.Areas, find(c.lookup().areas, s))
}

// AreaNamed returns the area whose table name is s.
func (c *Corpus) AreaNamed(s string) (Area, bool) {
	for _, a := range c.AreasNamed(s) {
		if a.Name == s {
			return a, true
		}
	}
	return Area{}, false
}

// Children returns the areas whose parent is the area with this table name, past
// ones included.
func (c *Corpus) Children(name string) []Area {
	return pick(c.Areas, c.lookup().children[name])
}

func pick[T any](from []T, at []int) []T {
	picked := make([]T, 0, len(at))
	for _, i := range at {
		picked = append(picked, from[i])
	}
	return picked
}

// SourceOf returns the article with an id; a source without an article file
// comes as an article without a text.
func (c *Corpus) SourceOf(id string) (Article, bool) {
	n := c.lookup()
	if i, ok := n.articles[id]; ok {
		return c.Articles[i], true
	}
	if i, ok := n.sources[id]; ok {
		return c.Sources[i].article(), true
	}
	return Article{}, false
}

// Readings returns the entries that the bare name of an indicator may mean, the
// likeliest first, itself among them: after its readings if it is a family,
// alone otherwise.
func (c *Corpus) Readings(id string) []Indicator {
	i, _ := c.IndicatorByID(id)
	return c.readings(append(slices.Clone(i.Readings), id))
}

// GrowthReadings returns what Readings does, for a question about the growth:
// the entry itself first, then those whose growth is its growth.
func (c *Corpus) GrowthReadings(id string) []Indicator {
	i, _ := c.IndicatorByID(id)
	growth := i.Growth
	if len(growth) == 0 {
		growth = i.Readings
	}
	return c.readings(append([]string{id}, growth...))
}

func (c *Corpus) readings(ids []string) []Indicator {
	var all []Indicator
	for n, id := range ids {
		if i, ok := c.IndicatorByID(id); ok && !slices.Contains(ids[:n], id) {
			all = append(all, i)
		}
	}
	return all
}

// Resolve gives a record the id of its indicator and the table's name of its
// area, where the names it has lead to exactly one that its unit fits; it changes
// nothing else.
func (c *Corpus) Resolve(r *Record) {
	if r.Indicator == "" {
		if found := c.IndicatorsNamed(r.Name); len(found) == 1 && found[0].Fits(r) {
			r.Indicator = found[0].ID
		}
	}
	if r.Name == "" {
		r.Name = r.Indicator
		if i, ok := c.IndicatorByID(r.Indicator); ok {
			r.Name = i.Name
		}
	}
	if found := c.AreasNamed(r.Area); len(found) == 1 && viet.HasMarks(r.Area) {
		r.Area = found[0].Name
	}
}

// ValidOn reports whether the area had a government of its own on a day.
func (a Area) ValidOn(day time.Time) bool {
	s := day.In(Zone).Format(time.DateOnly)
	return (a.ValidFrom == "" || a.ValidFrom <= s) && (a.ValidTo == "" || s <= a.ValidTo)
}

// Successors returns the areas that an area was merged into, one after another,
// the latest last.
func (c *Corpus) Successors(name string) []Area {
	var chain []Area
	seen := map[string]bool{name: true}
	for {
		a, ok := c.AreaNamed(name)
		if !ok || a.Successor == "" || seen[a.Successor] {
			return chain
		}
		next, ok := c.AreaNamed(a.Successor)
		if !ok {
			return chain
		}
		seen[next.Name] = true
		chain = append(chain, next)
		name = next.Name
	}
}

// kinds of area by the word their names begin with.
var areaWords = []struct{ word, level string }{
	{"tỉnh ", "province"}, {"thành phố ", "city"}, {"thị xã ", "district"}, {"huyện ", "district"},
	{"quận ", "district"}, {"phường ", "ward"}, {"xã ", "commune"}, {"thị trấn ", "commune"}, {"việt nam", "country"},
}

// levelOf returns the level that the name of an area tells, "" if it tells none.
func levelOf(name string) string {
	name = strings.ToLower(name) + " "
	for _, w := range areaWords {
		if strings.HasPrefix(name, w.word) {
			return w.level
		}
	}
	return ""
}

func contains(all []string, s string) bool { return slices.Contains(all, s) }
