package query

import (
	"fmt"
	"strings"
	"time"

	"thiduabot/corpus"
)

// Intent tells what kind of answer a question wants.
type Intent string

// The intents.
const (
	Value    Intent = "value"
	Growth   Intent = "growth"
	Plan     Intent = "plan" // share of the plan reached
	Target   Intent = "target"
	Rank     Intent = "rank"
	Compare  Intent = "compare"
	Trend    Intent = "trend"
	Extreme  Intent = "extreme" // the year or place with the highest or lowest value
	ListOf   Intent = "list"
	Event    Intent = "event" // who, when, where: a passage
	Announce Intent = "announcement"
	Deadline Intent = "deadline"
	Remind   Intent = "reminder"
	SourceOf Intent = "source"
	Greet    Intent = "greeting"
	Help     Intent = "help"
	None     Intent = "none"
)

// Measure tells which number of a record is asked for.
type Measure string

// The measures.
const (
	Level   Measure = "level"
	Change  Measure = "growth"
	PlanPct Measure = "plan"
	Ranking Measure = "rank"
)

// Goal narrows a list of targets.
type Goal string

// The goals of a list.
const (
	AnyGoal Goal = ""
	Goals   Goal = "targets"
	Reached Goal = "reached"
	Missed  Goal = "missed"
)

// Ask tells what a passage must hold.
type Ask string

// What is asked of a passage.
const (
	AskNothing Ask = ""
	AskWho     Ask = "who"
	AskWhen    Ask = "when"
	AskWhere   Ask = "where"
	AskWhat    Ask = "what"
	AskRank    Ask = "rank"
	AskWhy     Ask = "why"
	AskTold    Ask = "told" // what the words left over say, by a sentence that has them
)

// Role tells what a period does in a question.
type Role string

// The roles of a period.
const (
	Main Role = ""     // the period asked about
	Base Role = "base" // what it is compared with
	From Role = "from" // the first of a stretch
	To   Role = "to"   // the last of a stretch
)

// Indicator is a name in the text that the catalogue knows. Several ids mean
// that the name stands for each of them.
type Indicator struct {
	IDs  []string
	Text string
	name string // of the vocabulary, with marks
	at   int    // index of its first word
}

func (n Indicator) String() string {
	return fmt.Sprintf("(indicator %s %q)", strings.Join(n.IDs, "|"), n.Text)
}

// Said returns the name as the vocabulary has it, with its marks; empty if it
// was lent by a question before.
func (n Indicator) Said() string { return n.name }

// Area is a place in the text. Names holds every area that the name may mean;
// none: a place that the table lacks.
type Area struct {
	Names   []string
	Text    string
	Implied bool // said by its level only: "toàn tỉnh"
	at      int
	unread  int // words of a name that the table lacks
}

func (n Area) String() string {
	return fmt.Sprintf("(area %s %q)", strings.Join(n.Names, "|"), n.Text)
}

// Period is a time in the text.
type Period struct {
	corpus.Period
	Role Role
	Text string
	Open bool // no notation says it: a week

	relative bool
	at       int
	from, to time.Time // as the text says it; to is exclusive
}

// Days returns the instants between which the period lies as the text names it,
// the second one exclusive; zero where it has no such end. It reports whether
// the period leans on now ("tuần này").
func (n Period) Days() (from, to time.Time, relative bool) { return n.from, n.to, n.relative }

func (n Period) String() string {
	if n.Role != Main {
		return fmt.Sprintf("(%s %s %q)", n.Role, n.Period.String(), n.Text)
	}
	return fmt.Sprintf("(period %s %q)", n.Period.String(), n.Text)
}

// Left is a run of words that nothing accounts for.
type Left struct {
	Text  string
	words []word
}

func (n Left) String() string { return fmt.Sprintf("(left %q)", n.Text) }

// Words returns the folded words of the run.
func (n Left) Words() []string {
	var out []string
	for _, w := range n.words {
		out = append(out, w.fold)
	}
	return out
}

// String returns the question as a tree in one line.
func (q Query) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "(%s", q.Intent)
	if q.Measure != "" && string(q.Measure) != string(q.Intent) && q.Measure != Level {
		fmt.Fprintf(&b, " (measure %s)", q.Measure)
	}
	for _, n := range q.Indicators {
		fmt.Fprintf(&b, " %s", n)
	}
	for _, n := range q.Areas {
		fmt.Fprintf(&b, " %s", n)
	}
	for _, n := range q.Periods {
		fmt.Fprintf(&b, " %s", n)
	}
	for _, s := range q.Statuses {
		fmt.Fprintf(&b, " (status %s)", s)
	}
	q.printDetails(&b)
	for _, n := range q.Left {
		fmt.Fprintf(&b, " %s", n)
	}
	b.WriteByte(')')
	return b.String()
}

func (q Query) printDetails(b *strings.Builder) {
	for _, d := range []struct {
		name string
		on   bool
	}{
		{"official", q.Official}, {"counted", q.Counted}, {"newest", q.Newest},
		{"lowest", q.Lowest}, {"ordered", q.Ordered}, {"multiple", q.Multiple}, {"which-year", q.WhichYear}, {"range", q.Range}, {"yesno", q.YesNo},
	} {
		if d.on {
			fmt.Fprintf(b, " %s", d.name)
		}
	}
	if q.Limit != nil {
		fmt.Fprintf(b, " %s", q.Limit)
	}
	for _, d := range []struct{ name, value string }{
		{"unit", q.Unit}, {"per", strings.Join(q.Per, "|")}, {"goal", string(q.Goal)}, {"document", q.Document}, {"ask", string(q.Ask)},
		{"quoted", strings.Join(q.Quoted, "|")}, {"changed", strings.Join(q.Changed, ", ")},
	} {
		if d.value != "" {
			fmt.Fprintf(b, " (%s %q)", d.name, d.value)
		}
	}
}

// MarkedWords returns the words of the run with their marks.
func (n Left) MarkedWords() []string {
	var out []string
	for _, w := range n.words {
		out = append(out, w.text)
	}
	return out
}
