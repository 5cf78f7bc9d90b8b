package extract

import (
	"strings"

	"thiduabot/corpus/viet"
)

// What the catalogue knows of a name.

// know looks the name up in the catalogue. Words that the known name leaves
// over make it another indicator, unless they add nothing.
func (c *clause) know(s *subject, a, b int) {
	i := a
	for i < b && !c.items[i].is(cName) && (c.items[i].any(cPrefix) || c.items[i].kind == signItem) {
		i++
	}
	if refs := c.exact(s.name); len(refs) > 0 && (i >= b || !c.items[i].is(cName) || i+1 < b) {
		s.refs, s.ref, s.strong = refs, int(refs[0].ref), true
		s.measure()
		if i < b && c.items[i].is(cName) {
			if p := c.prefixOf(i); p == outputFamily || p == productFamily {
				s.prefix = p
			}
		}
		return
	}
	if i >= b || !c.items[i].is(cName) {
		c.sibling(s, a, b)
		return
	}
	if !c.nothingBehind(i, b) {
		if c.prefixOf(i) == outputFamily {
			s.prefix = outputFamily // "giá trị sản xuất các ngành kinh tế"
		}
		return
	}
	if refs := c.inFamily(s, i, b); refs != nil {
		s.refs, s.ref, s.strong, s.prefix = refs, int(refs[0].ref), true, c.subject.prefix
		return
	}
	if c.besides(i, b) {
		s.name, s.strong, s.prefix = viet.Capital(c.subject.prefix+" "+viet.Uncapital(s.name)), true, c.subject.prefix
		return
	}
	if c.subject.prefix == productFamily && i+1 == b && c.branchName(i) && !strings.HasPrefix(s.name, "Thuế") {
		s.strong, s.unsaid, s.prefix = true, true, productFamily
		return
	}
	s.refs, s.ref, s.strong = c.items[i].names, int(c.items[i].names[0].ref), true
	s.measure()
	s.prefix = c.prefixOf(i)
}

// nothingBehind reports whether the words behind the known name at item i, up to
// item b, leave it the same.
func (c *clause) nothingBehind(i, b int) bool {
	for j := i + 1; j < b; j++ {
		it := &c.items[j]
		if it.kind == signItem && it.sign == '(' {
			j = min(c.closing(j), b-1)
			continue
		}
		if it.kind != whenItem && it.kind != placeItem && it.kind != signItem && !it.any(cWhole, cScope, cAt, cOf, cEst) && !(it.is(cAux) && c.wordsOf(it) != "mới") && !(it.is(cAvg) && c.items[i].names[0].text == growthText) && !(it.is(cName) && sameRefs(it.names, c.items[i].names)) {
			return false
		}
	}
	return true
}

// measure notes what the known names of the subject measure.
func (s *subject) measure() {
	for _, e := range s.refs {
		s.growth = s.growth || e.text == growthText
		s.rate = s.rate || e.text == rateText
	}
}

// exact returns the indicators that are called s, or s without the words that
// add nothing before it.
func (c *clause) exact(s string) []entry {
	if refs := c.lookup(s); len(refs) > 0 {
		return refs
	}
	low := strings.ToLower(s)
	for _, prefix := range [...]string{"tổng số ", "số lượng ", "số ", "tổng "} {
		if rest, ok := strings.CutPrefix(low, prefix); ok {
			return c.lookup(rest)
		}
	}
	return nil
}

// inFamily returns the indicators of a branch read with the words of the
// subject before it: "công nghiệp" after "tổng giá trị sản xuất".
func (c *clause) inFamily(s *subject, i, b int) []entry {
	if c.subject.prefix == "" || i+1 != b || !c.branchName(i) {
		return nil
	}
	low := strings.ToLower(s.name)
	if c.subject.prefix == productFamily {
		return c.lookup("khu vực " + low)
	}
	for _, between := range [...]string{" ", " ngành "} {
		if refs := c.lookup(c.subject.prefix + between + low); len(refs) > 0 {
			return refs
		}
	}
	return nil
}

// besides reports whether a branch is named after a measure that the catalogue
// does not know for it, so that the bare branch would be taken for another one.
func (c *clause) besides(i, b int) bool {
	return c.subject.prefix == outputFamily && i+1 == b && c.branchName(i)
}

// Families of measures whose branches are named without them: "tổng giá trị sản
// xuất 9.812 tỷ đồng, trong đó công nghiệp 5.120 tỷ đồng".
const (
	outputFamily  = "giá trị sản xuất"
	productFamily = "grdp"
)

// branchName reports whether item i is but a branch of the economy.
func (c *clause) branchName(i int) bool {
	it := &c.items[i]
	_, n := c.lex.longest(c.toks[:it.to], it.from, true, func(e entry) bool { return e.class == cSector })
	return n == it.to-it.from
}

func sameRefs(a, b []entry) bool { return len(a) > 0 && len(b) > 0 && a[0].ref == b[0].ref }

// prefixOf returns a known name without its last branch: of "giá trị sản xuất
// công nghiệp" the words before "công nghiệp".
func (c *clause) prefixOf(i int) string {
	it := &c.items[i]
	switch low := strings.ToLower(c.wordsOf(it)); {
	case low == "giá trị sản xuất", strings.HasPrefix(low, "tổng giá trị sản xuất"):
		return outputFamily
	case strings.HasPrefix(low, "khu vực "), low == "grdp", strings.HasSuffix(low, "tăng trưởng grdp"), strings.HasPrefix(low, "tổng sản phẩm"), strings.HasSuffix(low, "tăng grdp"):
		return productFamily
	}
	for j := it.from + 1; j < it.to; j++ {
		e, n := c.lex.longest(c.toks[:it.to], j, true, func(e entry) bool { return e.class == cSector })
		if n > 0 && j+n == it.to && e.text != "" {
			return spelledOut(c.a.Text, c.toks[it.from:j])
		}
	}
	return ""
}

// sibling tries a branch alone with the words of the subject before it:
// "nông nghiệp" after "giá trị sản xuất công nghiệp".
func (c *clause) sibling(s *subject, a, b int) {
	if c.subject.prefix == "" || !c.items[a].is(cSector) {
		return
	}
	full := c.subject.prefix + " " + strings.ToLower(s.name)
	if refs := c.lookup(full); len(refs) > 0 {
		s.refs, s.ref, s.strong = refs, int(refs[0].ref), true
		s.prefix = c.subject.prefix
	}
}

// lookup returns the indicators that are called s.
func (c *clause) lookup(s string) []entry {
	node := int32(0)
	for _, w := range c.lex.wordsOf(s) {
		next, ok := c.lex.edges[uint64(node)<<32|uint64(c.lex.ids[w])]
		if !ok {
			return nil
		}
		node = next
	}
	var refs []entry
	for _, e := range c.lex.entries[node] {
		if e.class == cName {
			refs = append(refs, e)
		}
	}
	return refs
}
