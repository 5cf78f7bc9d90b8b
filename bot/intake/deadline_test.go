package intake

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"thiduabot/bot"
	"thiduabot/bot/message"
	"thiduabot/bot/reminder"
	"thiduabot/corpus"
)

var deadlineNow = time.Date(2026, 11, 23, 10, 0, 0, 0, corpus.Zone)

func TestReadDeadline(t *testing.T) {
	for _, tt := range []struct {
		text string
		want corpus.Deadline
	}{
		{"Nộp báo cáo quý IV, 15/12/2026, Phòng A; Phòng B", corpus.Deadline{What: "Nộp báo cáo quý IV", Due: "2026-12-15", Who: "Phòng A; Phòng B"}},
		{"Nộp báo cáo quý IV, 15/12/2026, Phòng A, Phòng B", corpus.Deadline{What: "Nộp báo cáo quý IV", Due: "2026-12-15", Who: "Phòng A; Phòng B"}},
		{"Nop bao cao quy IV, 16h30 ngay 15/12/2026", corpus.Deadline{What: "Nop bao cao quy IV", Due: "2026-12-15T16:30:00+07:00"}},
		{"Gửi danh sách khen thưởng, 15/12, Tổ 1, nhắc trước 5, 2 ngày", corpus.Deadline{What: "Gửi danh sách khen thưởng", Due: "2026-12-15", Who: "Tổ 1", DaysBefore: []int{5, 2, 0}}},
		{"Gửi danh sách, 15/12/2026, nhắc trước 2 ngày làm việc", corpus.Deadline{What: "Gửi danh sách", Due: "2026-12-15", DaysBefore: []int{4, 0}}},
		{"Nộp báo cáo quý IV; Xã Đông Khê, Xã An Phú; 17h 20/12", corpus.Deadline{What: "Nộp báo cáo quý IV", Due: "2026-12-20T17:00:00+07:00", Who: "Xã Đông Khê; Xã An Phú"}},
		{"Nộp báo cáo tổng kết, hạn chót 17h ngày 15/12, Tổ 2", corpus.Deadline{What: "Nộp báo cáo tổng kết", Due: "2026-12-15T17:00:00+07:00", Who: "Tổ 2"}},
		{"Gửi kế hoạch trước ngày 10/1/2027, Phòng Nội vụ", corpus.Deadline{What: "Gửi kế hoạch", Due: "2027-01-10", Who: "Phòng Nội vụ"}},
		{"chốt danh sách chậm nhất thứ sáu tuần sau", corpus.Deadline{What: "chốt danh sách", Due: "2026-12-04"}},
		{"nộp báo cáo ngày 20/12/2026", corpus.Deadline{What: "nộp báo cáo", Due: "2026-12-20"}},
	} {
		got, problem := readDeadline(tt.text, deadlineNow, reminder.NewCalendar(nil))
		got.ID = ""
		if diff := cmp.Diff(tt.want, got); diff != "" || problem != "" {
			t.Errorf("%q: %q (-want +got)\n%s", tt.text, problem, diff)
		}
	}
}

func TestReadDeadlineAsksBack(t *testing.T) {
	for _, text := range []string{
		"", "Nộp báo cáo", "Nộp báo cáo, 31/4/2027, Phòng A", "Nộp báo cáo, 1/2/2020", "Nộp báo cáo, thứ hai hằng tuần", ", 15/12/2026",
		strings.Repeat("báo cáo ", 1000) + ", 15/12/2026",
	} {
		if d, problem := readDeadline(text, deadlineNow, reminder.NewCalendar(nil)); problem == "" {
			t.Errorf("%.40q is taken as %+v", text, d)
		}
	}
}

// tableOf reads what a folder has after a change.
func tableOf(t *testing.T, dir string) (string, []corpus.Deadline) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, "corpus", "deadlines.csv"))
	if err != nil {
		t.Fatal(err)
	}
	c, err := corpus.Open(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	return string(b), c.Deadlines
}

func TestAddDeadlinesKeepsTheRestAndIsUndone(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "corpus", "deadlines.csv")
	before := "id,campaign,what,who,due,indicator,days_before\n# một ghi chú\nH1,,\"Nộp, gửi\",Tổ 1,2026-12-01,,5;1\nH2,,Họp,,2026-12-02,,"
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(before), 0o600); err != nil {
		t.Fatal(err)
	}
	told := 0
	d := &Desk{Folder: dir, Wrote: func([]string) error { told++; return nil }}
	add := []corpus.Deadline{{ID: "H2", What: "Họp \"tổng kết\",\nquý", Due: "2026-12-03"}, {ID: "#x", What: "Mới", Who: "A; B", Due: "2026-12-04", DaysBefore: []int{2, 0}}}
	undo, err := d.AddDeadlines(context.Background(), add)
	if err != nil {
		t.Fatal(err)
	}
	text, list := tableOf(t, dir)
	if !strings.HasPrefix(text, before[:strings.Index(before, "H2")]) || told != 1 {
		t.Errorf("the rest changed, told %d times:\n%s", told, text)
	}
	var got []string
	for _, x := range list {
		got = append(got, x.ID+" "+x.What+" "+x.Due)
	}
	if want := []string{"H1 Nộp, gửi 2026-12-01", `H2 Họp "tổng kết", quý 2026-12-03`, "x Mới 2026-12-04"}; !slices.Equal(got, want) {
		t.Errorf("table holds %q, want %q", got, want)
	}
	again, err := d.AddDeadlines(context.Background(), add[:1])
	if err != nil || again == "" {
		t.Fatal(err)
	}
	if _, list := tableOf(t, dir); len(list) != 3 {
		t.Errorf("added twice: %+v", list)
	}
	if err := d.Undo(context.Background(), undo); err != nil {
		t.Fatal(err)
	}
	if _, list = tableOf(t, dir); !slices.ContainsFunc(list, func(x corpus.Deadline) bool { return x.ID == "H2" && x.Due == "2026-12-02" }) {
		t.Errorf("not undone: %+v", list)
	}
}

func TestReadDeadlinesOfCalendar(t *testing.T) {
	file := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a1\r\nDTSTART;TZID=Asia/Ho_Chi_Minh:20261215T163000\r\nSUMMARY:Nộp báo cáo\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:a2\r\nDTSTART;VALUE=DATE:20261220\r\nSUMMARY:Họp tổng kết\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	d := &Desk{Download: func(context.Context, message.File) ([]byte, error) { return []byte(file), nil }}
	list, problem, err := d.ReadDeadlines(context.Background(), bot.Submission{File: &message.File{Name: "han.ics"}})
	if err != nil || problem != "" {
		t.Fatal(problem, err)
	}
	var got []string
	for _, x := range list {
		got = append(got, x.ID+" "+x.What+" "+x.Due)
	}
	if want := []string{"a1 Nộp báo cáo 2026-12-15T16:30:00+07:00", "a2 Họp tổng kết 2026-12-20"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	d.Download = func(context.Context, message.File) ([]byte, error) { return []byte("\x00\x01 not a calendar"), nil }
	if _, problem, err := d.ReadDeadlines(context.Background(), bot.Submission{File: &message.File{Name: "x.ics"}}); problem == "" || err != nil {
		t.Error("rubbish is taken", err)
	}
}
