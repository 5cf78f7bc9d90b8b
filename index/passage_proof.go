package index

import (
	"regexp"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

// tells reports whether a sentence tells of what is asked: of that session, term
// and document, of the years and the place asked about; it does the deed that the
// question asks after, and it or what stands around it holds every pair of words
// that nothing else accounts for.
func (d *deliberation) tells(s *sentence, in *inquiry) bool {
	if len(in.ordinals) > 0 && !agree(in.ordinals, s.own, spelledProse(s.article.Title), s.about) || !d.ofYearsAsked(s, in) || !d.ofPlaces(s) || !d.saysSpeech(s, in) {
		return false
	}
	if in.number != "" && !strings.Contains(s.own, in.number) && !(in.head != "" && strings.Contains(s.about, in.number)) {
		return false
	}
	if in.head != "" && in.ask == query.AskWhat && !strings.Contains(firstWords(s.own, nearHead), in.head) && !strings.Contains(s.own, in.head+"la ") {
		return false
	}
	exact := in.ask == query.AskWho || in.ask == query.AskTold
	if !d.holdsLeft(s, in, exact) {
		return false
	}
	return !exact || !slices.ContainsFunc(d.q.Deeds, func(deed string) bool { return !strings.Contains(s.own, spelled(deed)) })
}

// ofYearsAsked reports whether a sentence or what stands around it names the
// years and terms asked about; one that tells what was so, those years only.
func (d *deliberation) ofYearsAsked(s *sentence, in *inquiry) bool {
	for _, t := range in.terms {
		if !strings.Contains(s.own+s.about, t) {
			return false
		}
	}
	for _, y := range d.yearsMeant() {
		if !strings.Contains(s.about+s.own, " "+y+" ") || in.ask == query.AskWhat && namesYear(s.own) && !strings.Contains(s.own, " "+y+" ") {
			return false
		}
	}
	return true
}

// ofPlaces reports whether a sentence is about each place that the question
// names: its article is, or it or what stands around it has the name.
func (d *deliberation) ofPlaces(s *sentence) bool {
	for _, n := range d.q.Areas {
		named := func(name string) bool {
			bare, _, _ := strings.Cut(name, " (")
			return slices.Contains(s.article.Areas, name) || strings.Contains(s.own+s.about, foldedWords(bare))
		}
		if len(n.Names) > 0 && !slices.ContainsFunc(n.Names, named) {
			return false
		}
	}
	return true
}

// speaking are the folded words of a sentence that tells what somebody said, and
// askedSpeech those of a question for it, with blanks around.
var (
	speaking    = []string{" noi ", " nhan manh ", " yeu cau ", " phat bieu ", " de nghi ", " chi dao ", " cho biet ", " thong tin ", " khang dinh ", " danh gia "}
	askedSpeech = []string{" noi gi ", " phat bieu gi ", " chi dao gi ", " yeu cau gi "}
)

// saysSpeech reports whether a sentence tells what somebody said, if that is asked.
func (d *deliberation) saysSpeech(s *sentence, in *inquiry) bool {
	return !containsAny(in.text, askedSpeech) || containsAny(s.own, speaking)
}

func containsAny(text string, list []string) bool {
	return slices.ContainsFunc(list, func(s string) bool { return strings.Contains(text, s) })
}

// holdsLeft reports whether a sentence, or what stands around it, holds each run
// of words that nothing else accounts for.
func (d *deliberation) holdsLeft(s *sentence, in *inquiry, exact bool) bool {
	own, about := strings.ReplaceAll(s.own, " va ", " "), strings.ReplaceAll(s.about, " va ", " ")
	for _, run := range in.left {
		if in.ask == query.AskTold && !holdsRun(own, run) {
			return false
		}
		if in.ask == query.AskWho && holdsMost(own, run) {
			continue
		}
		if !holdsRun(own, run) && !holdsRun(about, run) && (exact || !holdsMost(own+about, run)) {
			return false
		}
	}
	return true
}

// holdsMost reports whether a text holds every word of a run and half of its
// pairs of neighbours.
func holdsMost(text string, words []string) bool {
	pairs := 0
	for i, w := range words {
		if !strings.Contains(text, " "+w+" ") {
			return false
		}
		if i > 0 && strings.Contains(text, " "+words[i-1]+" "+w+" ") {
			pairs++
		}
	}
	return 2*pairs >= len(words)-1
}

// proves reports whether a sentence holds what is asked for; of two things asked
// for ("ai ban hành, ngày nào"), both.
func (d *deliberation) proves(s *sentence, in *inquiry) bool {
	if in.number != "" && asksBody(in) && !strings.Contains(s.own, " ban hanh ") {
		return in.ask == query.AskWhen && dated.MatchString(after(s.own, in.number)) || in.ask == query.AskWho && issued.MatchString(after(s.own, in.number))
	}
	switch in.ask {
	case query.AskWhen:
		return d.datesIt(s, in)
	case query.AskWho:
		return d.namesDoer(s, in) && (!strings.Contains(in.text, " ngay nao ") || d.datesIt(s, in))
	case query.AskWhere:
		return standsAt.MatchString(s.text) || strings.Contains(s.own, " dia diem ")
	case query.AskWhy:
		return givesReason.MatchString(s.text)
	case query.AskTold:
		return true
	case query.AskWhat: // a name in quotation marks, where one is asked for
		return strings.ContainsAny(s.text, "“\"«")
	}
	return false
}

// How the number of a document goes on to tell its day and who issued it, folded:
// "07-NQ/HU ngày 18/11/2016 của Huyện ủy".
var (
	dated  = regexp.MustCompile(`^ ?ngay \d`)
	issued = regexp.MustCompile(`^ ?(?:ngay [\d/]+(?: \d+)* )?(?:cua|do) (?:ban|huyen uy|tinh uy|thanh uy|quan uy|dang uy|chinh phu|thu tuong|uy ban|hoi dong|chu tich|bo|so|quoc hoi|bi thu)\b`)
)

// after returns what follows the words in a folded text.
func after(text, words string) string {
	_, rest, _ := strings.Cut(text, words)
	return rest
}

// standsAt is a place where something is held: a name, or a kind of building.
var standsAt = regexp.MustCompile(`(?:^|[ ,;(])(?:[Tt]ại|[Ởở]) (?:(?:hội trường|trụ sở|nhà văn hóa|nhà văn hoá|sân vận động|trung tâm|quảng trường|khu|tỉnh|thành phố|huyện|xã|phường|thị trấn|thôn|số|rạp|đình|đền|chùa|trường|bảo tàng|công viên) |\p{Lu})`)

// Folded words for those who do something, with blanks around: people, by what
// they are called, and bodies.
var (
	people = []string{" dong chi ", " ong ", " ba ", " bi thu ", " pho bi thu ", " chu tich ", " pho chu tich ", " lanh dao ", " thu tuong ", " bo truong ", " giam doc ", " truong phong ", " truong ban "}
	bodies = []string{" uy ban nhan dan ", " hoi dong nhan dan ", " thanh uy ", " tinh uy ", " huyen uy ", " dang uy ", " ban thuong vu ", " ban chap hanh ", " chinh phu ",
		" so ", " ban ", " phong ", " bo ", " quoc hoi ", " thu tuong ", " mat tran to quoc ", " hoi cuu chien binh ", " hoi nong dan ", " lien doan lao dong ", " tinh doan "}
)

// acting are the folded verbs of what bodies do, for which the body is the doer.
var acting = []string{" ban hanh ", " ki ", " quyet dinh ", " cong nhan ", " to chuc ", " phat dong ", " trao tang ", " tang ", " thanh lap ", " phe duyet ", " cong bo ", " chu tri "}

// namesDoer reports whether a sentence names who did something: a person by name,
// or a body right where its deed is told.
func (d *deliberation) namesDoer(s *sentence, in *inquiry) bool {
	if (containsAny(s.own, people) || containsAny(s.own, bodies)) && namesSomebody(s.text) && !asksBody(in) {
		return true
	}
	for _, verb := range acting {
		if !strings.Contains(in.text, verb) {
			continue
		}
		before, _, ok := strings.Cut(s.own, verb)
		if ok && containsAny(lastWords(before, nearDoer), append(slices.Clone(bodies), people...)) {
			return true
		}
	}
	return false
}

// nearDoer is how many words before its deed a doer is looked for.
const nearDoer = 8

// lastWords returns the last words of a folded text, with a blank at either end.
func lastWords(text string, n int) string {
	words := strings.Fields(text)
	return " " + strings.Join(words[max(0, len(words)-n):], " ") + " "
}

// nearHead is within how many words of its beginning a sentence names what it is
// about.
const nearHead = 6

// firstWords returns the first words of a folded text, with a blank at either end.
func firstWords(text string, n int) string {
	words := strings.Fields(text)
	return " " + strings.Join(words[:min(len(words), n)], " ") + " "
}

// asksBody reports whether a deed of office is asked after, whose doer may be a
// body: "do ai ban hành".
func asksBody(in *inquiry) bool { return strings.Contains(in.text, " ban hanh ") }

// namesSomebody reports whether two words in a row begin with capitals.
func namesSomebody(text string) bool {
	words := strings.Fields(text)
	for i := 1; i < len(words); i++ {
		if capitalized(words[i-1]) && capitalized(words[i]) {
			return true
		}
	}
	return false
}

func capitalized(s string) bool {
	for _, r := range s {
		return strings.ToLower(string(r)) != string(r)
	}
	return false
}

// datesIt reports whether a sentence tells when: a day, or the month or year where
// that will do. One that the question names itself tells nothing, and one of
// another year than asked only where the year asked about is named beside it, as
// the year of what is launched or summed up.
func (d *deliberation) datesIt(s *sentence, in *inquiry) bool {
	if strings.Contains(in.text, " nam nao ") {
		return d.saysYear(s, in)
	}
	years := d.yearsMeant()
	for _, t := range viet.Times(s.text, d.asked.Now) {
		if !d.fineEnough(t, in) {
			continue
		}
		at := t.From.In(corpus.Zone).Format("2006")
		if len(years) == 0 || slices.Contains(years, at) ||
			slices.ContainsFunc(years, func(y string) bool {
				return strings.Contains(s.own, " nam "+y+" ") || s.dates && strings.Contains(foldedWords(s.article.Title), " "+y+" ")
			}) {
			return true
		}
	}
	return false
}

// yearsMeant returns the years that the periods of the question lie in.
func (d *deliberation) yearsMeant() []string {
	var out []string
	for _, p := range d.q.MainPeriods() {
		if p.Kind != corpus.Span {
			out = append(out, corpus.YearOf(p.Year).String())
		}
	}
	return out
}

// fineEnough reports whether a time is as exact as asked: "khi nào" takes a month.
func (d *deliberation) fineEnough(t viet.Time, in *inquiry) bool {
	switch t.Grain {
	case "day", "hour", "minute":
		return true
	case "month":
		return containsAny(in.text, []string{" thang ", " khi nao ", " bao gio ", " luc nao ", " thoi gian nao "})
	}
	return false
}

// saysYear reports whether a sentence names a year that the question does not,
// and says all of what happened then.
func (d *deliberation) saysYear(s *sentence, in *inquiry) bool {
	return slices.ContainsFunc(year.FindAllString(s.text, -1), func(y string) bool { return !strings.Contains(in.text, " "+y+" ") }) && d.saysDeed(s.own, in)
}

// saysDeed reports whether a sentence holds every word of the question but those
// of places: in the year it names it must have happened.
func (d *deliberation) saysDeed(own string, in *inquiry) bool {
	var places []string
	for _, a := range d.q.Areas {
		places = append(places, strings.Fields(spelled(a.Text))...)
	}
	return !slices.ContainsFunc(in.words, func(w string) bool {
		return !slices.Contains(places, w) && w != "nam" && !strings.Contains(own, " "+w+" ")
	})
}
