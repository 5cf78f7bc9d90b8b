package extract

import (
	"strings"

	"thiduabot/corpus"
)

// What "đến nay", "hiện nay" and "nay" mean by the date of the article.

// todayWhen reads "nay" alone: "Nay hợp tác xã có 38 hộ", "thì nay còn 2,4%"; "nay là xã
// Hòa Lộc" tells a name.
func (x *lexicon) todayWhen(toks []token, i int) when {
	if i+1 >= len(toks) || formerly[toks[i+1].word] || i > 0 && toks[i-1].kind != signToken && !thenNow[toks[i-1].word] && !(toks[i-1].kind == numberToken && movesTo[toks[i+1].word]) {
		return when{}
	}
	return when{now: true, today: true, n: 1}
}

// formerly are words behind "nay" of the new name or house of something.
var formerly = map[string]bool{"là": true, "la": true, "thuộc": true, "thuoc": true, "đổi": true, "doi": true, "gọi": true, "goi": true}

// movesTo are words behind "nay" of the level that was reached: "45 ha năm 2019 nay lên 310 ha".
var movesTo = map[string]bool{"lên": true, "xuống": true, "còn": true, "đạt": true, "tăng": true, "giảm": true, "là": true, "len": true, "xuong": true, "con": true, "dat": true, "tang": true, "giam": true}

// thenNow are words before "nay" that set it against an earlier time.
var thenNow = map[string]bool{"thì": true, "thi": true, "mà": true, "nhưng": true, "nhung": true}

// nowOf returns the period that a word for now means where figures of near were told.
func (r *reader) nowOf(w when, near corpus.Period) corpus.Period {
	y := r.clock.year
	switch {
	case w.since && near.Kind == corpus.Month && near.Year == y:
		return corpus.FirstMonths(y, near.N)
	case y == 0:
		return near
	case near.Kind != corpus.Span && near.Year >= y-1 && !(w.today || r.bygone(near)):
		return near
	case w.today && near.Kind != corpus.Span && near.Year == y:
		return near
	case (near.IsZero() || w.today) && r.title.Kind != corpus.Span && r.title.Year >= y-1 && r.title.Year <= y:
		return r.title
	}
	return corpus.YearOf(y)
}

// bygone reports whether a time is one of the year before that the article does not
// report on, so that "đến nay" comes after it.
func (r *reader) bygone(p corpus.Period) bool {
	return p.Year < r.clock.year && r.clock.month > 3 && r.title.Year != p.Year
}

// atPresent gives what there is "now" the year of the article where the figures before it
// were of a year gone by: "Năm 2022, … Toàn thị trấn hiện có 142 doanh nghiệp".
func (c *clause) atPresent(r *corpus.Record, i int, t *tail) {
	if t.dated || c.dated || r.Status != corpus.Actual || r.Period.Kind != corpus.Year || !c.bygone(r.Period) {
		return
	}
	for k := i - 1; k >= 0; k-- {
		switch w := strings.ToLower(c.wordsOf(&c.items[k])); {
		case w == "hiện" || w == "hiện có" || w == "hiện nay" || w == "hiện còn" || w == "hiện đang":
			r.Period = corpus.YearOf(c.clock.year)
			return
		case c.items[k].sign == ';' || c.items[k].kind == whenItem:
			return
		}
	}
}
