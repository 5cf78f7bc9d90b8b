package reminder

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/corpus/viet/bounded"
)

var requestNow = time.Date(2026, 11, 25, 9, 30, 0, 0, corpus.Zone)

type requestRow struct {
	text, task, want string
	now              time.Time
}

// requestRows reads a file of rows; its first line may say as of when
// ("now 2026-11-26T10:15").
func requestRows(t testing.TB, path string) []requestRow {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var rows []requestRow
	now := requestNow
	for sc := bufio.NewScanner(f); sc.Scan(); {
		if _, said, ok := strings.Cut(sc.Text(), "now 2"); ok && sc.Text()[0] == '#' {
			if now, err = time.ParseInLocation("2006-01-02T15:04", "2"+said[:15], corpus.Zone); err != nil {
				t.Fatalf("%s: %v", path, err)
			}
		}
		if p := strings.Split(sc.Text(), "\t"); len(p) == 3 {
			rows = append(rows, requestRow{p[0], p[1], p[2], now})
		}
	}
	return rows
}

// outcome writes a request as a row does.
func outcome(text string, now time.Time) (next, task string) {
	r, ok := ParseRequest(text, now, Calendar{})
	if !ok {
		return "no request", ""
	}
	if r.Clarify != "" {
		return "?", r.Task
	}
	var out []string
	for _, n := range r.Next {
		out = append(out, n.Format("2006-01-02T15:04"))
	}
	return strings.Join(out, " "), r.Task
}

// The files of testdata/rows come from several hands. Where a request is asked
// back, its task may be left out of the row.
func TestRequests(t *testing.T) {
	files, err := filepath.Glob("testdata/rows/*.tsv")
	if err != nil || len(files) < 2 {
		t.Fatalf("rows: %v, %v", files, err)
	}
	for _, file := range files {
		for _, row := range requestRows(t, file) {
			next, task := outcome(row.text, row.now)
			if next != row.want {
				t.Errorf("%s\n got %s\nwant %s", row.text, next, row.want)
			}
			if viet.Fold(task) != viet.Fold(row.task) && (row.want != "?" || row.task != "") {
				t.Errorf("%s\n task %q, want %q", row.text, task, row.task)
			}
		}
	}
}

// The rows of held_out.tsv and unread.tsv were written before the parser had run
// on any of them; a wrong time is worse than a question back. Those of unread.tsv
// were scored before anybody mended by them: 86 right, 2 asked back, 2 wrong;
// those of outside_unread.tsv, which nobody has mended by: 52, 2 and 1 of 55.
func TestHeldOutRequests(t *testing.T) {
	for _, set := range []struct {
		file         string
		wrong, share int // wrong at most, right in per cent at least
	}{{"held_out.tsv", 0, 97}, {"unread.tsv", 1, 95}, {"outside_unread.tsv", 1, 94}} {
		right, asked, wrong := 0, 0, 0
		rows := requestRows(t, "testdata/"+set.file)
		for _, row := range rows {
			switch next, _ := outcome(row.text, row.now); {
			case next == row.want:
				right++
			case next == "?":
				asked++
				t.Logf("asked: %s", row.text)
			default:
				wrong++
				t.Logf("wrong: %s\n got %s\nwant %s", row.text, next, row.want)
			}
		}
		t.Logf("%s: %d right, %d asked back, %d wrong of %d", set.file, right, asked, wrong, len(rows))
		if wrong > set.wrong || right*100 < set.share*len(rows) {
			t.Fail()
		}
	}
}

// Requests that name no time, or about reminders that exist.
func TestIntents(t *testing.T) {
	for _, row := range []struct {
		text   string
		intent Intent
		task   string
		ok     bool
	}{
		{"xóa nhắc nộp báo cáo", Delete, "nộp báo cáo", true},
		{"hủy lời nhắc họp giao ban", Delete, "họp giao ban", true},
		{"xem các lời nhắc", List, "", true},
		{"đổi nhắc họp sang 9h thứ tư", Change, "họp", true},
		{"tạm dừng nhắc nộp báo cáo", Pause, "nộp báo cáo", true},
		{"tiếp tục nhắc nộp báo cáo", Resume, "nộp báo cáo", true},
		{"xoa nhac nop bao cao", Delete, "nop bao cao", true},
		{"xóa hết lời nhắc", Delete, "", true},
		{"hủy toàn bộ lời nhắc", Delete, "", true},
		{"hôm nay nhắc gì", List, "", true},
		{"tuần này có lời nhắc nào", List, "", true},
		{"thu ngân sách năm 2021", "", "", false},
		{"nghị quyết nhắc đến chuyển đổi số", "", "", false},
	} {
		r, ok := ParseRequest(row.text, requestNow, Calendar{})
		if ok != row.ok || r.Intent != row.intent || r.Task != row.task {
			t.Errorf("%s: %v %q %q", row.text, ok, r.Intent, r.Task)
		}
	}
}

func TestParsedFields(t *testing.T) {
	p := Parse("nhắc cả nhóm nộp báo cáo 8h sáng thứ hai hàng tuần", requestNow, Calendar{})
	if p.Recurrence == nil || p.Recurrence.Rule != "FREQ=WEEKLY;BYDAY=MO;BYHOUR=8;BYMINUTE=0;BYSECOND=0" || p.Recurrence.Said != "Thứ Hai hằng tuần, 08:00" || len(p.Recurrence.Next) != 5 {
		t.Errorf("recurrence: %+v", p.Recurrence)
	}
	if p.Reminder == nil || p.Reminder.First == nil || p.Reminder.Offsets == nil || p.Reminder.Task != "nộp báo cáo" {
		t.Errorf("reminder: %+v", p.Reminder)
	}
	if p := Parse("thu ngân sách 2021", requestNow, Calendar{}); p.Recurrence != nil || p.Reminder != nil {
		t.Errorf("a question: %+v", p)
	}
}

func TestHostileRequestsAreFast(t *testing.T) {
	for _, unit := range []string{"nhắc ", "nhắc 1 ", "nhắc tôi thứ hai, ", "ngày 1, ", "trước 3 ngày, ", "hàng tháng ", "8h và ", "rằm ", "đến hết ", "ngày làm việc cuối ", "mùng 3 tết ",
		"từ ngày 1 đến ", "các tháng 3, ", "nào cũng ", "trước họp ", "giờ này ", "tuần 2 lần ", "trong 2 giờ ", "cứ 8h ", "tết ", "2-4-6 ", "3 ngày trước "} {
		s := "nhắc " + string([]rune(strings.Repeat(unit, 4096))[:4090])
		bounded.Within(t, fmt.Sprintf("%.20q...", s), 50*time.Millisecond, func() { Parse(s, requestNow, Calendar{}) })
	}
}

func FuzzParseRequest(f *testing.F) {
	for _, row := range requestRows(f, "testdata/held_out.tsv") {
		f.Add(row.text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r, ok := ParseRequest(s, requestNow, Calendar{})
		if !ok {
			return
		}
		if r.Clarify != "" && len(r.Next) > 0 {
			t.Fatalf("%q: asked and planned: %+v", s, r)
		}
		for i, n := range r.Next {
			if !n.After(requestNow) || i > 0 && !n.After(r.Next[i-1]) {
				t.Fatalf("%q: %v", s, r.Next)
			}
		}
		if r.Intent == Create && r.Clarify == "" && (len(r.Next) == 0 || r.Said == "") {
			t.Fatalf("%q: neither planned nor asked: %+v", s, r)
		}
	})
}
