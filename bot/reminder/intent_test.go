package reminder

import (
	"testing"
	"time"

	"thiduabot/bot"
	"thiduabot/corpus"
)

// TestPlansKeepTheIntent holds what a request wants against what the conversation
// is told of it.
func TestPlansKeepTheIntent(t *testing.T) {
	now := time.Date(2026, 11, 25, 9, 30, 0, 0, corpus.Zone)
	for text, want := range map[string]struct{ intent, task string }{
		"nhắc tôi họp 8h mai":                 {bot.IntentCreate, "họp"},
		"xem các lời nhắc":                    {bot.IntentList, ""},
		"tắt nhắc họp chi bộ":                 {bot.IntentDelete, "họp chi bộ"},
		"đừng nhắc tôi nữa":                   {bot.IntentDelete, ""},
		"tôi không cần nhắc nộp báo cáo nữa":  {bot.IntentDelete, "nộp báo cáo"},
		"khoi nhac nua":                       {bot.IntentDelete, ""},
		"tạm dừng nhắc nộp báo cáo":           {bot.IntentPause, "nộp báo cáo"},
		"bật lại nhắc nộp báo cáo":            {bot.IntentResume, "nộp báo cáo"},
		"đổi nhắc họp chi bộ sang 15h mai":    {bot.IntentChange, "họp chi bộ"},
		"nhắc tôi cần nộp báo cáo lúc 8h mai": {bot.IntentCreate, "cần nộp báo cáo"},
	} {
		r, ok := ParseRequest(text, now, Calendar{})
		p := planOf(text, r)
		if !ok || p.Intent != want.intent || p.Task != want.task {
			t.Errorf("%q: %q, task %q, %v; want %q, task %q", text, p.Intent, p.Task, ok, want.intent, want.task)
		}
	}
}
