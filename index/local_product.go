package index

import (
	"regexp"
	"slices"

	"thiduabot/corpus"
	"thiduabot/index/query"
)

// GDP is the product of a country. Asked of a province, a city or a district it means
// what statistics call GRDP there; the answer says so.

// countryProduct is the indicator of GDP; productNames are its names in a question.
const countryProduct = "gdp"

var productNames = regexp.MustCompile(`(?i)\bGDP\b|tổng sản phẩm (?:quốc nội|trong nước)|tong san pham (?:quoc noi|trong nuoc)`)

// readLocalProduct reads a question for the GDP of named places, none of them a country
// or a region, as one for their GRDP.
func (d *deliberation) readLocalProduct() {
	asked := slices.ContainsFunc(d.q.Indicators, func(n query.Indicator) bool { return slices.Contains(n.IDs, countryProduct) })
	if !asked || len(d.q.Areas) == 0 || slices.ContainsFunc(d.q.Areas, d.beyondProvince) {
		return
	}
	said := productNames.ReplaceAllString(d.q.Text, "GRDP")
	if said == d.q.Text {
		return
	}
	d.q = query.Parse(said, query.Options{Terms: d.terms, Now: d.asked.Now.In(corpus.Zone), Home: d.asked.Home})
	d.localProduct = true
	d.step("parse", "GDP of a place is its GRDP: "+d.q.String())
}

// beyondProvince reports whether an area is unknown, or a country or a region.
func (d *deliberation) beyondProvince(a query.Area) bool {
	return len(a.Names) == 0 || slices.ContainsFunc(a.Names, func(name string) bool {
		area, ok := d.tables.AreaNamed(name)
		return !ok || area.Level == "country" || area.Level == "region"
	})
}

// noteLocalProduct says below a figure that GDP was read as GRDP.
func (d *deliberation) noteLocalProduct() {
	if d.localProduct && slices.Contains([]Kind{Figure, Comparison, List}, d.answer.Kind) {
		d.answer.Text += "\n" + sayLocalProduct
	}
}
