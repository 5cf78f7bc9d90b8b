package reminder

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"
	"github.com/teambition/rrule-go"

	"thiduabot/bot/store"
	"thiduabot/corpus"
)

// TestCalendarFileFiresAsTheBookDoes reads the exported file with a library of
// its own and compares what it means with what the reminders do.
func TestCalendarFileFiresAsTheBookDoes(t *testing.T) {
	for _, text := range []string{
		"nhắc tôi nộp báo cáo 8h sáng thứ hai hàng tuần",
		"nhắc tôi họp 9h thứ 2, 4, 6 hàng tuần",
		"nhắc tôi chốt số liệu 16h ngày 31 hàng tháng",
		"nhắc tôi chấm công 8h ngày 15 và 30 hàng tháng",
		"nhắc tôi uống thuốc 8h sáng hàng ngày, 5 lần",
		"nhắc tôi gửi tin 7h30 hàng ngày đến hết ngày 10/12/2026",
		"nhắc tôi tổng hợp 8h ngày làm việc cuối cùng của tháng",
		"nhắc tôi họp ban 8h thứ sáu tuần cuối hàng tháng",
		"nhắc tôi trực 8h thứ ba 2 tuần một lần",
		"ngày mai lúc 14h30 nhắc tôi họp giao ban",
	} {
		t.Run(text, func(t *testing.T) { compareCalendar(t, text) })
	}
}

func compareCalendar(t *testing.T, text string) {
	d := newDesk(t, at("2026-11-22 10:00"))
	id := d.ask(t, 7, text)
	var file []byte
	var row Row
	d.update(t, func(tx *store.Tx) (err error) {
		if row, _, err = rows.Lookup(tx, store.Int(id)); err != nil {
			return err
		}
		file, err = d.book.Calendar(tx, 7, d.now)
		return err
	})
	when, err := row.schedule()
	if err != nil {
		t.Fatal(err)
	}
	want := when.(Recurrence).Upcoming(d.now, 20, NewCalendar(nil))
	got := instants(t, file)
	if len(got) > len(want) {
		got = got[:len(want)]
	}
	if !slices.EqualFunc(got, want, time.Time.Equal) {
		t.Errorf("%s\nfile means %v\nbook fires %v", file, got, want)
	}
}

// instants returns the first instants of all events of a file.
func instants(t *testing.T, file []byte) (all []time.Time) {
	c, err := ics.ParseCalendar(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range c.Events() {
		start, err := time.ParseInLocation("20060102T150405", e.GetProperty(ics.ComponentPropertyDtStart).Value, corpus.Zone)
		if err != nil {
			t.Fatal(err)
		}
		p := e.GetProperty(ics.ComponentPropertyRrule)
		if p == nil {
			all = append(all, start)
			continue
		}
		o, err := rrule.StrToROptionInLocation(p.Value, corpus.Zone)
		if err != nil {
			t.Fatal(err)
		}
		o.Dtstart = start
		r, err := rrule.NewRRule(*o)
		if err != nil {
			t.Fatal(err)
		}
		next := r.Iterator()
		for range 20 {
			if at, ok := next(); ok {
				all = append(all, at)
			}
		}
	}
	slices.SortFunc(all, time.Time.Compare)
	return all
}

func TestDeadlinesOfCalendarFile(t *testing.T) {
	const head, tail = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n", "END:VEVENT\r\nEND:VCALENDAR\r\n"
	for _, tt := range []struct{ event, what, due string }{
		{"UID:1\r\nDTSTART:20261215T093000Z\r\nSUMMARY:Nộp báo cáo\r\n", "Nộp báo cáo", "2026-12-15T16:30:00+07:00"},
		{"UID:1\r\nDTSTART:20261215T163000\r\nSUMMARY:Nộp\\, gửi\r\n", "Nộp, gửi", "2026-12-15T16:30:00+07:00"},
		{"DTSTART;VALUE=DATE:20261215\r\nSUMMARY:Họp\r\n", "Họp", "2026-12-15"},
	} {
		list, err := Deadlines([]byte(head + tt.event + tail))
		if err != nil || len(list) != 1 || list[0].What != tt.what || list[0].Due != tt.due || list[0].ID == "" {
			t.Errorf("%q: %+v, %v", tt.event, list, err)
		}
	}
	for _, bad := range []string{"", "abc", head + "UID:1\r\nSUMMARY:x\r\n" + tail, head + "UID:1\r\nDTSTART:20261315T000000\r\nSUMMARY:x\r\n" + tail, strings.Repeat("BEGIN:VEVENT\r\n", 500)} {
		if list, err := Deadlines([]byte(bad)); err == nil && len(list) > 0 {
			t.Errorf("%.40q is taken as %+v", bad, list)
		}
	}
}

func FuzzDeadlines(f *testing.F) {
	f.Add([]byte("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261215T093000Z\r\nSUMMARY:a\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		list, err := Deadlines(b)
		if err != nil {
			return
		}
		for _, d := range list {
			if _, ok := countdown(d); !ok || d.ID == "" || strings.TrimSpace(d.What) == "" {
				t.Errorf("taken as %+v", d)
			}
		}
	})
}
