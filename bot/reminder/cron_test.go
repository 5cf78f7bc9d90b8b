package reminder

import (
	"strings"
	"testing"

	"thiduabot/bot/phrase"
)

// TestParseCron shows that none of the traps of cron is left open.
func TestParseCron(t *testing.T) {
	now := at("2026-11-23 10:00") // a Monday
	for _, tt := range []struct{ expr, said, next string }{
		{"0 8 * * 1", "Thứ Hai hằng tuần, 08:00", "2026-11-30 08:00"},
		{"30 16 * * 7", "Chủ nhật hằng tuần, 16:30", "2026-11-29 16:30"},
		{"30 16 * * 0", "Chủ nhật hằng tuần, 16:30", "2026-11-29 16:30"},
		{"0 8 * * 5-7", "Thứ Sáu, Thứ Bảy và Chủ nhật hằng tuần, 08:00", "2026-11-27 08:00"},
		{"0 8 31 * *", "Ngày 31 hằng tháng, 08:00", "2026-11-30 08:00"},
		{"0 8,14 * * *", "Hằng ngày, 08:00 và 14:00", "2026-11-23 14:00"},
		{"0 9 15 3,6,9,12 *", "Ngày 15 các tháng 3, 6, 9, 12, 09:00", "2026-12-15 09:00"},
	} {
		r, problem := ParseCron(tt.expr, now)
		next, _ := r.Next(now, NewCalendar(nil))
		if problem != "" || r.Said() != tt.said || next.Format("2006-01-02 15:04") != tt.next {
			t.Errorf("%s: %q %s, problem %q; want %q %s", tt.expr, r.Said(), next, problem, tt.said, tt.next)
		}
	}
}

func TestParseCronRefuses(t *testing.T) {
	now := at("2026-11-23 10:00")
	for expr, want := range map[string]string{
		"TZ=0": phrase.CronForm, "CRON_TZ=Asia/Ho_Chi_Minh": phrase.CronForm, "TZ=UTC 0 8 * * 1": phrase.CronForm,
		"@every 1ns": phrase.CronForm, "@daily": phrase.CronForm, "0 0 8 * * 1": phrase.CronForm, "": phrase.CronForm,
		"0 8 1,15 * 1": phrase.CronBoth, "0 8 30 2 *": phrase.CronNever, "* * * * *": phrase.DigestOften, "*/5 8 * * *": phrase.DigestOften,
		"0 8 * * MON": phrase.CronUnread, "61 8 * * 1": phrase.CronUnread, "0 8 * * 8": phrase.CronUnread, "0 8 L * *": phrase.CronUnread, "- - - - -": phrase.CronUnread, "0 8 * * 1/0,7": phrase.CronUnread,
	} {
		if r, problem := ParseCron(expr, now); problem != want {
			t.Errorf("%q: %q, want %q; %+v", expr, problem, want, r)
		}
	}
}

func TestReadDigest(t *testing.T) {
	now := at("2026-11-23 10:00")
	b := &Book{Days: func() Calendar { return NewCalendar(nil) }}
	for _, tt := range []struct {
		words, said string
		onlyNew     bool
	}{
		{"hằng ngày", "Hằng ngày, 08:00", false}, {"hang thang", "Ngày 1 hằng tháng, 08:00", false},
		{"hàng tuần khi có số mới", "Thứ Hai hằng tuần, 08:00", true},
		{"9h sáng thứ sáu hằng tuần", "Thứ Sáu hằng tuần, 09:00", false},
		{"0 8 1 * *", "Ngày 1 hằng tháng, 08:00", false},
	} {
		p, problem := b.ReadDigest(tt.words, now)
		if problem != "" || p.Said != tt.said || p.OnlyNew != tt.onlyNew {
			t.Errorf("%q: %+v, problem %q", tt.words, p, problem)
		}
	}
	for _, words := range []string{"", "mỗi giây", "mỗi phút", "ngày mai", "abc", "@every 5m", strings.Repeat("hằng ngày ", 500)} {
		if p, problem := b.ReadDigest(words, now); problem == "" {
			t.Errorf("%.60q is taken as %.200v", words, p)
		}
	}
}

func FuzzParseCron(f *testing.F) {
	for _, s := range []string{"0 8 * * 1", "TZ=0", "CRON_TZ=x", "*/0 * * * *", "0 8 31 2 *", "0 0 1 1 7/9"} {
		f.Add(s)
	}
	now := at("2026-11-23 10:00")
	f.Fuzz(func(t *testing.T, expr string) {
		r, problem := ParseCron(expr, now)
		if problem != "" {
			return
		}
		if next, ok := r.Next(now, NewCalendar(nil)); !ok || !next.After(now) {
			t.Errorf("%q is taken but never comes", expr)
		}
	})
}
