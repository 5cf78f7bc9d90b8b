package reminder

import (
	"testing"

	"thiduabot/bot"
	"thiduabot/bot/message"
	"thiduabot/bot/store"
	"thiduabot/corpus/viet"
)

// Days alone keep the hour of a plan; a length moves what comes once, and only
// the next instant of what comes round again.
func TestPlansAreMovedByDaysOrLengths(t *testing.T) {
	b := &Book{Days: func() Calendar { return Calendar{} }}
	now := at("2026-11-26 10:15") // a Thursday
	for _, row := range []struct{ request, change, want, said string }{
		{"nhắc tôi họp 14h30 chiều thứ tư tuần sau", "thứ hai", "2026-11-30 14:30", "Thứ Hai 30/11/2026, 14:30"},
		{"nhắc tôi họp 14h30 chiều thứ tư tuần sau", "ngày 15/12", "2026-12-15 14:30", ""},
		{"nhắc tôi họp 9h thứ hai hàng tuần", "thứ sáu hàng tuần", "2026-11-27 09:00", "Thứ Sáu hằng tuần, 09:00"},
		{"nhắc tôi họp 9h thứ hai hàng tuần", "chiều thứ sáu", "", ""},
		{"nhắc tôi họp 9h và 15h thứ hai hàng tuần", "thứ tư hàng tuần", "2026-12-02 09:00", "Thứ Tư hằng tuần, 09:00 và 15:00"},
		{"nhắc tôi họp 3h chiều mai", "ngày kia", "2026-11-28 15:00", ""},
		{"nhắc tôi họp 9h mai", "lùi 1 ngày", "2026-11-28 09:00", "Thứ Bảy 28/11/2026, 09:00"},
		{"nhắc tôi họp 9h mai", "lùi lại 2 tiếng", "2026-11-27 11:00", "Thứ Sáu 27/11/2026, 11:00"},
		{"nhắc tôi họp 9h mai", "sớm hơn 30 phút", "2026-11-27 08:30", "Thứ Sáu 27/11/2026, 08:30"},
		{"nhắc tôi họp 9h mai", "thêm 1 tuần", "2026-12-04 09:00", ""},
		{"nhắc tôi họp 9h mai", "lùi sớm hơn 2 ngày", "?", ""},
		{"nhắc tôi họp 9h thứ hai hàng tuần", "lùi 1 ngày", "2026-12-01 09:00", "Thứ Hai hằng tuần, 09:00"},
		{"nhắc tôi họp 9h thứ hai hàng tuần", "lùi 30 phút", "2026-11-30 09:30", "Thứ Hai hằng tuần, 09:00"},
		{"nhắc tôi họp 9h thứ hai hàng tuần", "sớm hơn 30 phút", "", ""},
		{"nhắc tôi uống thuốc 20h hằng ngày", "tạm dừng 3 ngày", "2026-11-29 20:00", "Hằng ngày, 20:00"},
		{"nhắc tôi họp 9h thứ hai hàng tuần", "tạm dừng 1 tuần", "2026-12-07 09:00", "Thứ Hai hằng tuần, 09:00"},
	} {
		p, ok := b.Read(row.request, now)
		if !ok || p.Clarify != "" {
			t.Fatalf("%s: %v %q", row.request, ok, p.Clarify)
		}
		for _, typed := range []string{row.change, viet.Fold(row.change)} {
			q, got, ok := retimed(b, p, typed, now)
			if got != row.want || ok && q.Task != p.Task || ok && row.said != "" && q.Said != row.said {
				t.Errorf("%s -> %s: %q %q, want %q %q (task %q)", row.request, typed, got, q.Said, row.want, row.said, q.Task)
			}
		}
	}
}

// An order about a reminder names which one, and what is to become of it.
func TestOrdersMoveAndRename(t *testing.T) {
	b := &Book{Days: func() Calendar { return Calendar{} }}
	for _, row := range []struct{ text, intent, task, move, rename string }{
		{"hoãn nhắc họp 1 ngày", bot.IntentChange, "họp", "lùi 1 ngày", ""},
		{"lùi nhắc nộp báo cáo 30 phút", bot.IntentChange, "nộp báo cáo", "lùi 30 phút", ""},
		{"lùi nhắc nộp báo cáo lại 2 tiếng nhé", bot.IntentChange, "nộp báo cáo", "lùi lại 2 tiếng", ""},
		{"dời lời nhắc họp chi bộ thêm 1 tuần", bot.IntentChange, "họp chi bộ", "lùi thêm 1 tuần", ""},
		{"lùi lại 2 tiếng", bot.IntentChange, "", "lùi lại 2 tiếng", ""},
		{"hoãn thêm 1 ngày", bot.IntentChange, "", "lùi thêm 1 ngày", ""},
		{"hoãn nhắc họp", bot.IntentPause, "họp", "", ""},
		{"tạm dừng nhắc họp", bot.IntentPause, "họp", "", ""},
		{"tạm dừng nhắc họp 1 tuần", bot.IntentChange, "họp", "tạm dừng 1 tuần", ""},
		{"hoãn nhắc họp tổ 30", bot.IntentPause, "họp tổ 30", "", ""},
		{"sửa nội dung nhắc họp thành họp giao ban", bot.IntentChange, "họp", "", "họp giao ban"},
		{"sửa nội dung lời nhắc họp thành họp giao ban 9h", bot.IntentChange, "họp", "", "họp giao ban 9h"},
		{"đổi tên nhắc báo cáo thành nộp báo cáo quý", bot.IntentChange, "báo cáo", "", "nộp báo cáo quý"},
		{"đổi nhắc họp thành họp giao ban", bot.IntentChange, "họp", "", "họp giao ban"},
		{"đổi nhắc họp sang 9h thứ tư", bot.IntentChange, "họp", "", ""},
	} {
		p, ok := b.Read(row.text, at("2026-11-26 10:15"))
		if !ok || p.Intent != row.intent || p.Task != row.task || p.Move != row.move || p.Rename != row.rename {
			t.Errorf("%s: %v %q, task %q, move %q, rename %q", row.text, ok, p.Intent, p.Task, p.Move, p.Rename)
		}
		q, ok := b.Read(viet.Fold(row.text), at("2026-11-26 10:15"))
		if !ok || q.Intent != row.intent || viet.Fold(q.Task) != viet.Fold(row.task) || (q.Move == "") != (row.move == "") || (q.Rename == "") != (row.rename == "") {
			t.Errorf("%s unmarked: %v %q, task %q, move %q, rename %q", row.text, ok, q.Intent, q.Task, q.Move, q.Rename)
		}
	}
	for _, other := range []string{"lùi lại 2 tiếng họp", "lùi", "hoãn họp", "đẩy mạnh 2 phong trào", "lùi tiến độ 3 tháng của dự án"} {
		if p, ok := b.Read(other, at("2026-11-26 10:15")); ok {
			t.Errorf("%s: taken for %+v", other, p)
		}
	}
}

// An instant that was put off fires once, then the reminder comes as ever.
func TestPutOffOnce(t *testing.T) {
	virtual(t, "2026-11-22 10:00", func(t *testing.T, d *desk) {
		p, _ := d.book.Read("nhắc tôi họp giao ban 8h thứ hai hàng tuần", d.now)
		p, _ = d.book.Retime(p, "lùi 1 ngày", d.now)
		d.update(t, func(tx *store.Tx) error {
			_, err := d.book.Add(tx, bot.Reminder{Chat: message.Chat{ID: 7, Kind: message.Private}, Person: 7, Plan: p, At: d.now})
			return err
		})
		for _, x := range []struct {
			at   string
			want int
		}{{"2026-11-23 08:00", 0}, {"2026-11-24 08:00", 1}, {"2026-11-30 07:59", 0}, {"2026-11-30 08:00", 1}, {"2026-12-01 08:00", 0}, {"2026-12-07 08:00", 1}} {
			if got := d.tickAt(t, at(x.at)); len(got) != x.want {
				t.Errorf("%s: %q, want %d", x.at, got, x.want)
			}
		}
	})
}
