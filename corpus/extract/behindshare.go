package extract

import (
	"strings"

	"thiduabot/corpus/viet"
)

// The level may stand behind its share of the plan: "thu ngân sách đạt 61% dự toán, bằng
// 214,7 tỷ đồng".

// behindShare gives the record of a share of the plan the level that follows it. It
// reports whether it did.
func (c *clause) behindShare(r *reading) bool {
	u := r.fig.unit
	if c.last < c.first || r.fig.isRange || r.fig.isScore || u.n == 0 || u.count || u.percent() || u.points() || strings.Contains(u.name, "/") || r.tail.plan || r.tail.dated || r.at <= c.start {
		return false
	}
	rec := &c.out[c.last].Record
	if rec.PlanPct == nil || rec.Value != nil || rec.Low != nil || rec.Change != nil || rec.Unit != "%" || ratio(rec.Name) {
		return false
	}
	if !equals[viet.Fold(strings.Trim(strings.ToLower(c.words(c.start, r.at)), " ,"))] {
		return false
	}
	v := r.fig.value
	rec.Value, rec.Unit, rec.Printed, rec.Approx = &v, u.name, c.wordsOf(&c.items[r.at]), r.fig.approx
	if rec.Indicator != "" && len(c.subject.refs) > 0 {
		rec.Indicator = ""
		c.fit(rec, c.subject.refs, cLevel, r.fig)
	}
	return true
}

// equals are words, folded, between a share of the plan and the level that is the same.
var equals = map[string]bool{"bang": true, "tuong duong": true, "tuong duong voi": true, "tuong ung": true, "tuong ung voi": true, "voi": true, "voi so tien": true, "voi tong so tien": true, "dat": true, "tuc": true, "tuc la": true, "tuc khoang": true, "uoc dat": true}
