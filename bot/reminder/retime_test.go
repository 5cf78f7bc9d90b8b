package reminder

import (
	"strings"
	"testing"
	"time"

	"thiduabot/bot"
	"thiduabot/bot/message"
	"thiduabot/bot/store"
)

// An hour alone changes the hour of a plan and none of its days.
func TestHourAloneLeavesTheDays(t *testing.T) {
	b := &Book{Days: func() Calendar { return Calendar{} }}
	now := at("2026-11-26 10:15")
	for _, row := range []struct{ request, hour, want string }{
		{"nhắc tôi họp 14h30 chiều thứ tư tuần sau", "9h", "2026-12-02 09:00"},
		{"nhắc tôi họp 8h thứ hai hàng tuần", "lúc 15h", "2026-11-30 15:00"},
		{"nhắc tôi họp 8h thứ hai hàng tuần", "buổi chiều", "2026-11-30 14:00"},
		{"nhắc tôi nộp báo cáo ngày 15 hàng tháng, 3 lần", "16h30", "2026-12-15 16:30"},
		{"hạn 20/12 nộp báo cáo, nhắc tôi trước 3 ngày", "7h", "2026-12-17 07:00"},
		{"nhắc tôi họp 14h30 chiều mai", "3h", "?"},
		{"nhắc tôi họp 14h30 chiều nay", "9h", "?"},
		{"nhắc tôi họp 8h thứ hai hàng tuần", "9h thứ tư", ""},
		{"nhắc tôi họp 9h thứ hai hàng tuần", "mai", "2026-11-27 09:00"},
		{"nhắc tôi uống nước mỗi 2 giờ", "9h", ""},
		{"9h mai họp, nhắc tôi trước 30 phút", "10h", ""},
	} {
		p, ok := b.Read(row.request, now)
		if !ok || p.Clarify != "" {
			t.Fatalf("%s: %v %q", row.request, ok, p.Clarify)
		}
		q, got, ok := retimed(b, p, row.hour, now)
		if got != row.want || ok && q.Task != p.Task {
			t.Errorf("%s -> %s: %q, want %q (task %q)", row.request, row.hour, got, row.want, q.Task)
		}
	}
}

// retimed changes a plan and tells its next instant, "?" where something is asked
// back, "" where the text changes nothing.
func retimed(b *Book, p bot.Plan, text string, now time.Time) (q bot.Plan, next string, ok bool) {
	switch q, ok = b.Retime(p, text, now); {
	case !ok:
		return q, "", false
	case q.Clarify != "":
		return q, "?", true
	}
	return q, q.Next[0].Format("2006-01-02 15:04"), true
}

// What is kept is what was read back, also after the hour was changed.
func TestRetimedPlanIsKeptAsReadBack(t *testing.T) {
	virtual(t, "2026-11-22 10:00", func(t *testing.T, d *desk) {
		p, _ := d.book.Read("nhắc tôi họp giao ban 8h thứ hai hàng tuần", d.now)
		p, _ = d.book.Retime(p, "9h30", d.now)
		chat := message.Chat{ID: 7, Kind: message.Private}
		d.update(t, func(tx *store.Tx) error {
			_, err := d.book.Add(tx, bot.Reminder{Chat: chat, Person: 7, Plan: p, At: d.now})
			return err
		})
		if got := d.tickAt(t, at("2026-11-23 09:30")); len(got) != 1 || !strings.Contains(got[0], "họp giao ban") {
			t.Errorf("fired %q", got)
		}
		d.update(t, func(tx *store.Tx) error {
			list, err := d.book.List(tx, 7)
			if len(list) != 1 || len(list[0].Plan.Schedule) == 0 || !list[0].Next.Equal(at("2026-11-30 09:30")) {
				t.Errorf("kept %+v", list)
			}
			return err
		})
	})
}
