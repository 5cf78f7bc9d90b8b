package intake

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"thiduabot/bot"
	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/reminder"
	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

var _ bot.Duties = (*Desk)(nil)

// Bounds of what is read.
const (
	maxDeadlines    = 500
	maxDeadlineText = 2000 // bytes
)

// Deadlines are the duties of the campaigns as they are now.
func (d *Desk) Deadlines() []corpus.Deadline { return d.Tables().Deadlines }

// ReadDeadlines understands "việc, ngày, đơn vị", a sentence, or an iCalendar file.
func (d *Desk) ReadDeadlines(ctx context.Context, s bot.Submission) ([]corpus.Deadline, string, error) {
	if s.File != nil {
		return d.readCalendar(ctx, *s.File)
	}
	dl, problem := readDeadline(s.Text, s.Now, reminder.NewCalendar(d.Tables().Holidays))
	if problem != "" {
		return nil, problem, nil
	}
	dl.Campaign = d.campaign(s.Home, s.Now)
	return []corpus.Deadline{dl}, "", nil
}

func (d *Desk) readCalendar(ctx context.Context, f message.File) ([]corpus.Deadline, string, error) {
	if d.Download == nil {
		return nil, phrase.FilesNotRead, nil
	}
	b, err := d.Download(ctx, f)
	if err != nil {
		return nil, "", fmt.Errorf("download calendar: %w", err)
	}
	list, err := reminder.Deadlines(b)
	switch {
	case err != nil || len(list) == 0:
		return nil, phrase.DeadlineNoFile, nil
	case len(list) > maxDeadlines:
		return nil, phrase.DeadlineTooMany, nil
	}
	return list, "", nil
}

// campaign returns the id of the campaign that runs in an area, if it is the only
// one.
func (d *Desk) campaign(area string, now time.Time) (id string) {
	today := now.In(corpus.Zone).Format(time.DateOnly)
	for _, c := range d.Tables().Campaigns {
		if c.Area != area || c.Start > today || c.End < today {
			continue
		}
		if id != "" {
			return ""
		}
		id = c.ID
	}
	return id
}

var (
	daysBefore = regexp.MustCompile(`(?i)[,;.]?\s*nh[aắ]c tr[uư][oớ]c\s+(\d{1,3}(?:\s*[,;và ]+\s*\d{1,3})*)\s*ng[aà]y(\s+l[aà]m vi[eệ]c)?`)
	dueLead    = regexp.MustCompile(`(?i)(^|[\s,;])(?:(?:thời )?hạn(?: chót| cuối| nộp)?(?: là| vào| đến| trước)?|deadline|chậm nhất(?: là| vào)?|muộn nhất(?: là| vào)?|xong trước|trước|đến hết)\s+(ngày|\d|thứ|mùng|sáng|chiều|trưa|tối|cuối)`)
	number     = regexp.MustCompile(`\d{1,3}`)
	clock      = regexp.MustCompile(`(?i)\d\s*(h|g|giờ|gio|:\d)`)
)

// readDeadline reads one deadline as typed.
func readDeadline(text string, now time.Time, cal reminder.Calendar) (d corpus.Deadline, problem string) {
	text = strings.Join(strings.Fields(viet.Normalize(text)), " ")
	if len(text) > maxDeadlineText {
		return d, phrase.DeadlineNoDay
	}
	told := daysBefore.FindStringSubmatch(text)
	if told != nil {
		text = strings.Replace(text, told[0], "", 1)
	}
	what, when, who := splitDeadline(dueLead.ReplaceAllString(text, "$1$2"), now, cal)
	req, ok := reminder.ParseRequest("nhắc tôi việc "+when, now, cal)
	switch {
	case !ok || when == "":
		return d, phrase.DeadlineNoDay
	case req.Clarify != "":
		return d, dueQuestion.Replace(req.Clarify)
	case req.Recurs || len(req.Next) != 1 || len(req.Offsets) > 0:
		return d, phrase.DeadlineNoDay
	}
	if what == "" {
		what = strings.TrimSpace(strings.TrimPrefix(req.Task, "việc"))
	}
	if what = strings.Trim(what, " ,.;:"); what == "" {
		return d, phrase.DeadlineNoWhat
	}
	due := req.Next[0].In(corpus.Zone)
	d = corpus.Deadline{What: what, Who: who, Due: due.Format(time.DateOnly)}
	if clock.MatchString(when) {
		d.Due = due.Format(time.RFC3339)
	}
	if told != nil {
		d.DaysBefore = daysOf(told[1], told[2] != "", due, cal)
	}
	d.ID = deadlineID(d)
	return d, ""
}

// dueQuestion makes a question for the time of a reminder one for a deadline.
var dueQuestion = strings.NewReplacer(
	"Anh/chị muốn được nhắc vào lúc nào ạ?", "Hạn là ngày nào ạ?", "Anh/chị muốn được nhắc vào ngày nào ạ?", "Hạn là ngày nào ạ?",
	"Anh/chị muốn nhắc vào ngày nào ạ?", "Hạn là ngày nào ạ?", "Anh/chị muốn nhắc vào những ngày nào ạ?", "Hạn là ngày nào ạ?",
)

// splitDeadline parts "việc, ngày, đơn vị" at its commas, or "việc; đơn vị, đơn
// vị; ngày" at its semicolons. Where no part is a day of its own, the whole text
// may hold one: then what is empty.
func splitDeadline(text string, now time.Time, cal reminder.Calendar) (what, when, who string) {
	if parts := strings.Split(text, ";"); len(parts) > 1 {
		if i := dayPart(parts, now, cal); i > 0 {
			others := append(slices.Clone(parts[1:i]), parts[i+1:]...)
			return strings.TrimSpace(parts[0]), parts[i], units(strings.ReplaceAll(strings.Join(others, ";"), ",", ";"))
		}
	}
	parts := strings.Split(text, ",")
	if i := dayPart(parts, now, cal); i > 0 {
		return strings.TrimSpace(strings.Join(parts[:i], ",")), parts[i], units(strings.Join(parts[i+1:], ";"))
	}
	req, ok := reminder.ParseRequest("nhắc tôi việc "+parts[0], now, cal)
	if ok && req.Clarify == "" && len(req.Next) == 1 && !strings.ContainsAny(strings.Join(parts[1:], ""), "0123456789") {
		return "", parts[0], units(strings.Join(parts[1:], ";"))
	}
	return "", text, ""
}

// dayPart returns the index of the part that is a day and nothing else, 0 if
// there is none behind the first.
func dayPart(parts []string, now time.Time, cal reminder.Calendar) int {
	for i := 1; i < len(parts); i++ {
		req, ok := reminder.ParseRequest("nhắc tôi việc "+parts[i], now, cal)
		if task := viet.Fold(strings.TrimSpace(req.Task)); ok && (task == "" || task == "viec") && strings.ContainsAny(parts[i], "0123456789") {
			return i
		}
	}
	return 0
}

// units writes the names of a list without the spaces and blanks between them.
func units(list string) string {
	var names []string
	for _, n := range strings.Split(list, ";") {
		if n = strings.TrimSpace(n); n != "" {
			names = append(names, n)
		}
	}
	return strings.Join(names, "; ")
}

// daysOf reads on which days before a deadline it is told; working days become
// days of the calendar. The day itself is always one.
func daysOf(list string, working bool, due time.Time, cal reminder.Calendar) []int {
	days := []int{}
	for _, s := range number.FindAllString(list, 10) {
		n, err := strconv.Atoi(s)
		if err != nil || n > 365 {
			continue
		}
		if working {
			n = int(due.Sub(cal.AddWorking(due, -n)).Hours()+12) / 24
		}
		days = append(days, n)
	}
	days = append(days, 0)
	slices.Sort(days)
	slices.Reverse(days)
	return slices.Compact(days)
}

// deadlineID is the same for the same deadline, so that adding it twice changes
// nothing.
func deadlineID(d corpus.Deadline) string {
	h := fnv.New32a()
	fmt.Fprintf(h, "%s\n%s", viet.Fold(d.What), viet.Fold(d.Who))
	return fmt.Sprintf("han-%s-%08x", strings.ReplaceAll(d.Due[:10], "-", ""), h.Sum32())
}

// undoneDeadlines is the undo of AddDeadlines: what it added, and what was there
// under the same ids.
type undoneDeadlines struct {
	Added  []string          `json:"added_deadlines"`
	Before []corpus.Deadline `json:"deadlines_before"`
}

// AddDeadlines writes deadlines into the table of the data folder. Those with a
// known id replace it.
func (d *Desk) AddDeadlines(_ context.Context, list []corpus.Deadline) (string, error) {
	u := undoneDeadlines{}
	for _, x := range list {
		u.Added = append(u.Added, x.ID)
	}
	err := d.changeDeadlines(func(t *dueTable) error {
		u.Before = t.take(u.Added)
		return t.add(list)
	})
	if err != nil {
		return "", fmt.Errorf("write deadlines: %w", err)
	}
	b, err := json.Marshal(u)
	return string(b), err
}

// undoDeadlines takes an AddDeadlines back; ok is false where undo is of another
// kind.
func (d *Desk) undoDeadlines(undo string) (ok bool, err error) {
	var u undoneDeadlines
	if err := json.Unmarshal([]byte(undo), &u); err != nil || u.Added == nil {
		return false, nil
	}
	err = d.changeDeadlines(func(t *dueTable) error {
		t.take(u.Added)
		return t.add(u.Before)
	})
	if err != nil {
		return true, fmt.Errorf("undo deadlines: %w", err)
	}
	return true, nil
}

func (d *Desk) changeDeadlines(f func(*dueTable) error) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.Folder == "" {
		return errors.New("no data folder")
	}
	if err := editDueTable(d.Folder, f); err != nil || d.Wrote == nil {
		return err
	}
	return d.Wrote(nil)
}
