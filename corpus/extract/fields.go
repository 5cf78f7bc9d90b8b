package extract

// Goals announced for a time hold for the fields that are taken up one after the other
// behind the announcement: "Năm 2025, huyện đặt mục tiêu:", then "Về kinh tế: …", "Về xã
// hội: …".

// takesUpField reports whether the paragraph at hand opens with a field: "Về kinh tế",
// "Trên lĩnh vực y tế", "Đối với nông nghiệp".
func (r *reader) takesUpField() bool {
	toks := r.toks
	if numbered := numbering(toks); numbered > 0 {
		toks = toks[numbered:]
	}
	if len(toks) < 3 || !toks[0].upper || noField[toks[1].word] {
		return false
	}
	for _, opening := range fieldOpenings {
		if wordIs(toks, 0, opening[0]) && (opening[1] == "" || wordIs(toks, 1, opening[1])) {
			last := toks[min(len(toks), longestField)-1]
			return !results(r.a.Text[toks[0].start:last.end])
		}
	}
	return false
}

// noField are words behind "về" of other than a field: "về đích", "về lâu dài", "về phía".
var noField = map[string]bool{"đích": true, "lâu": true, "phía": true, "nguyên": true, "tồn": true, "hạn": true, "dự": true, "tham": true, "với": true, "thăm": true, "quê": true, "đến": true, "cơ": true, "sau": true}

// longestField is how many tokens name a field, or say that what follows looks back.
const longestField = 8

// fieldOpenings are words before the name of a field, with marks and without.
var fieldOpenings = [...][2]string{{"về"}, {"ve"}, {"trên", "lĩnh"}, {"tren", "linh"}, {"trong", "lĩnh"}, {"trong", "linh"}, {"lĩnh", "vực"}, {"linh", "vuc"}, {"đối", "với"}, {"doi", "voi"}}

// announced notes whether the paragraph that was just read leaves goals to those behind
// it: it announced them, or went on with those announced and did not look back.
func (r *reader) announced(inherited context) {
	switch {
	case r.head.target && !inherited.target:
		r.fields = r.head
	case !r.head.target || inherited != r.fields || r.head.period != r.fields.period:
		r.fields = context{}
	}
}
