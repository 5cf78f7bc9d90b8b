package ingest

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	pdfium "github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"
)

// box is a rectangle on a page in points, the origin at the lower left.
type box struct{ left, bottom, right, top float64 }

func (b box) midX() float64 { return (b.left + b.right) / 2 }
func (b box) midY() float64 { return (b.bottom + b.top) / 2 }

// run is a stretch of text on one line of a page, in one font.
type run struct {
	box
	size float64 // of the font, in points
	text string
}

// rule is a straight line drawn on a page: a border of a table, mostly.
type rule struct {
	upright  bool
	at       float64 // x of an upright line, y of a level one
	from, to float64 // where it begins and ends on the other axis
}

// pdfPage is what is read of one page.
type pdfPage struct {
	runs  []run  // in the order of the file, which is that of reading
	rules []rule // borders
}

// maxObjects is how many drawn objects of a page are looked at for borders.
const maxObjects = 20_000

// readPage returns the text and the drawn lines of a page.
func readPage(in pdfium.Pdfium, doc references.FPDF_DOCUMENT, index int) (pdfPage, error) {
	page := requests.Page{ByIndex: &requests.PageByIndex{Document: doc, Index: index}}
	text, err := in.GetPageTextStructured(&requests.GetPageTextStructured{Page: page, Mode: requests.GetPageTextStructuredModeRects, CollectFontInformation: true})
	if err != nil {
		return pdfPage{}, fmt.Errorf("page %d: %w", index+1, err)
	}
	var p pdfPage
	for _, r := range text.Rects {
		if s := strings.Join(strings.Fields(r.Text), " "); s != "" && utf8.ValidString(s) {
			at := r.PointPosition
			p.runs = append(p.runs, run{box{at.Left, at.Bottom, at.Right, at.Top}, fontSize(r), s})
		}
	}
	for i := range p.runs {
		if r := &p.runs[i]; r.size == 0 {
			r.size = usualSize(p.runs)
		}
	}
	if p.rules, err = pageRules(in, page); err != nil {
		return pdfPage{}, fmt.Errorf("page %d: %w", index+1, err)
	}
	return p, nil
}

// fontSize returns the size that a stretch of text is shown in, in points, or 0
// where the file does not tell.
func fontSize(r *responses.GetPageTextStructuredRect) float64 {
	if f := r.FontInformation; f != nil && f.RenderedSize > 1 {
		return f.RenderedSize
	}
	return 0
}

// usualSize returns the size of most of the runs, or the height of one where the
// file tells none.
func usualSize(runs []run) float64 {
	var sizes []float64
	for _, r := range runs {
		if r.size > 0 {
			sizes = append(sizes, r.size)
		}
	}
	if len(sizes) == 0 {
		return runs[0].top - runs[0].bottom
	}
	slices.Sort(sizes)
	return sizes[len(sizes)/2]
}

// pageRules returns the level and upright lines among the drawn paths of a page.
func pageRules(in pdfium.Pdfium, page requests.Page) ([]rule, error) {
	count, err := in.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: page})
	if err != nil {
		return nil, err
	}
	var rules []rule
	for i := range min(count.Count, maxObjects) {
		object, err := in.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: page, Index: i})
		if err != nil {
			return nil, err
		}
		kind, err := in.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object.PageObject})
		if err != nil || kind.Type != enums.FPDF_PAGEOBJ_PATH {
			continue
		}
		if rules, err = pathRules(rules, in, object.PageObject); err != nil {
			return nil, err
		}
	}
	return rules, nil
}

// pathRules adds the level and upright sides of one path.
func pathRules(rules []rule, in pdfium.Pdfium, path references.FPDF_PAGEOBJECT) ([]rule, error) {
	matrix, err := in.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: path})
	if err != nil {
		return nil, err
	}
	count, err := in.FPDFPath_CountSegments(&requests.FPDFPath_CountSegments{PageObject: path})
	if err != nil {
		return nil, err
	}
	m := matrix.Matrix
	var start, last [2]float64
	for i := range min(count.Count, maxObjects) {
		segment, err := in.FPDFPath_GetPathSegment(&requests.FPDFPath_GetPathSegment{PageObject: path, Index: i})
		if err != nil {
			return nil, err
		}
		kind, err := in.FPDFPathSegment_GetType(&requests.FPDFPathSegment_GetType{PathSegment: segment.PathSegment})
		if err != nil {
			return nil, err
		}
		point, err := in.FPDFPathSegment_GetPoint(&requests.FPDFPathSegment_GetPoint{PathSegment: segment.PathSegment})
		if err != nil {
			return nil, err
		}
		closes, err := in.FPDFPathSegment_GetClose(&requests.FPDFPathSegment_GetClose{PathSegment: segment.PathSegment})
		if err != nil {
			return nil, err
		}
		now := [2]float64{float64(m.A*point.X + m.C*point.Y + m.E), float64(m.B*point.X + m.D*point.Y + m.F)}
		switch kind.Type {
		case enums.FPDF_SEGMENT_MOVETO:
			start = now
		case enums.FPDF_SEGMENT_LINETO:
			rules = appendRule(rules, last, now)
		}
		if last = now; closes.IsClose {
			rules = appendRule(rules, now, start)
			last = start
		}
	}
	return rules, nil
}

// slack is how far apart two lines of a table may stand and be one, in points.
const slack = 2.5

// appendRule adds the line between two points if it is level or upright and
// longer than a border is thick.
func appendRule(rules []rule, a, b [2]float64) []rule {
	dx, dy := b[0]-a[0], b[1]-a[1]
	switch {
	case dy < slack/2 && dy > -slack/2 && (dx > 2*slack || dx < -2*slack):
		return append(rules, rule{false, (a[1] + b[1]) / 2, min(a[0], b[0]), max(a[0], b[0])})
	case dx < slack/2 && dx > -slack/2 && (dy > 2*slack || dy < -2*slack):
		return append(rules, rule{true, (a[0] + b[0]) / 2, min(a[1], b[1]), max(a[1], b[1])})
	}
	return rules
}
