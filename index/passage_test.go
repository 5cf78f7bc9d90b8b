package index

import (
	"context"
	"slices"
	"strings"
	"testing"

	"thiduabot/corpus"
)

// sessions are invented articles about meetings of an invented district.
func sessions() *corpus.Corpus {
	c := corpus.Default()
	of := func(id, date, title, text string) corpus.Article {
		return corpus.Article{ID: id, Date: date, Title: title, Text: text, Areas: []string{"Huyện Hải Hậu"}, Publisher: "Tin Huyện", Kind: "news"}
	}
	return corpus.Overlay(c, &corpus.Corpus{Articles: []corpus.Article{
		of("K1", "2031-07", "HĐND huyện Hải Hậu khóa XXI họp kỳ thứ năm", "Kỳ họp ngày 14-7-2031 nghe báo cáo tháng cuối quý II. Kỳ trước là kỳ họp thứ tư."),
		of("K2", "2031-12", "HĐND huyện Hải Hậu khóa XXI họp kỳ thứ sáu", "Ngày 9-12-2031, kỳ họp bàn về vụ đông."),
		of("K3", "2031-05", "Hải Hậu học tập nghị quyết", "Nghị quyết 77-NQ/HU về kinh tế biển do Huyện ủy ban hành ngày 3-4-2031. Khó khăn là thiếu bến bãi."),
		of("K5", "2031-06", "Kế hoạch làm sạch bờ kè", "Căn cứ Chỉ thị số 31-CT/HU ngày 2/5/2031 của Huyện ủy, các xã ra quân. Đồng chí Ngô Văn Sậy, Chủ tịch UBND huyện Hải Hậu, phát lệnh."),
		of("K4", "2031-03", "Hải Hậu dẫn đầu về lúa", "Năm 2030 năng suất lúa của huyện xếp thứ 2 trong tỉnh và thứ 5 vùng đồng bằng sông Hồng."),
	}})
}

func TestPassageIsOfTheMeetingAskedAfter(t *testing.T) {
	x, err := Build(context.Background(), sessions())
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	tests := []struct{ question, id, holds string }{
		{"HĐND huyện Hải Hậu khóa XXI họp kỳ thứ năm ngày nào", "K1", "14-7-2031"},
		{"hdnd huyen hai hau khoa 21 ky hop thu 6 hop hom nao", "K2", "9-12-2031"},
		{"HĐND huyện Hải Hậu khóa XXI họp kỳ thứ bảy ngày nào", "", ""},
		{"HĐND huyện Hải Hậu khóa XX họp kỳ thứ năm ngày nào", "", ""},
		{"HĐND huyện Giao Thủy khóa XXI họp kỳ thứ năm ngày nào", "", ""},
		{"nghị quyết 77-NQ/HU do ai ban hành, ngày nào", "K3", "Huyện ủy ban hành ngày 3-4-2031"},
		{"nghị quyết 78-NQ/HU do ai ban hành, ngày nào", "", ""},
		{"chỉ thị 31-CT/HU ban hành ngày nào", "K5", "2/5/2031"},
		{"chỉ thị 31-CT/HU do ai ban hành", "K5", "của Huyện ủy"},
		{"chủ tịch UBND huyện Hải Hậu là ai", "K5", "Ngô Văn Sậy"},
		{"khó khăn gì khi thực hiện nghị quyết 77-NQ/HU", "K3", "thiếu bến bãi"},
		{"năm 2030 năng suất lúa huyện Hải Hậu xếp thứ mấy trong tỉnh", "K4", "thứ 2 trong tỉnh"},
		{"năm 2031 năng suất lúa huyện Hải Hậu xếp thứ mấy trong tỉnh", "", ""},
		{"năm 2030 năng suất lúa huyện Hải Hậu xếp thứ mấy cả nước", "", ""},
		{"năm 2030 năng suất ngô huyện Hải Hậu xếp thứ mấy trong tỉnh", "", ""},
	}
	for _, tt := range tests {
		a := ask(t, x, Question{Text: tt.question})
		switch {
		case tt.id == "" && a.Kind != Unknown && a.Kind != Articles:
			t.Errorf("%q: %s %q, want nothing quoted", tt.question, a.Kind, a.Text)
		case tt.id != "" && (a.Kind != Passage || a.Articles[0].ID != tt.id || !strings.Contains(a.Articles[0].Snippet, tt.holds)):
			t.Errorf("%q: %s %q, want %s with %q", tt.question, a.Kind, a.Text, tt.id, tt.holds)
		}
	}
}

func TestOrdinals(t *testing.T) {
	tests := []struct {
		text string
		want []ordinal
	}{
		{"kỳ họp thứ mười một khóa XVI", []ordinal{{"session", 11}, {"term", 16}}},
		{"kỳ họp thứ hai mươi lăm", []ordinal{{"session", 25}}},
		{"họp kỳ thứ năm", []ordinal{{"session", 5}}},
		{"tổng thu năm 2021", nil},
		{"lần thứ IV", []ordinal{{"edition", 4}}},
		{"lần thứ hai mươi", []ordinal{{"edition", 20}}},
		{"huyện thứ 50 của cả nước", []ordinal{{"place", 50}}},
		{"khóa", nil},
	}
	for _, tt := range tests {
		if got := ordinalsIn(strings.Fields(spelled(tt.text))); !slices.Equal(got, tt.want) {
			t.Errorf("%q: %v, want %v", tt.text, got, tt.want)
		}
	}
}
