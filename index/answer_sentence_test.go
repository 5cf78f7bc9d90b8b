package index

import (
	"strings"
	"testing"
)

// TestSentenceAccountsForEveryWord: a sentence is quoted if it tells all that is asked,
// in other words too, and not if one word of the question is another.
func TestSentenceAccountsForEveryWord(t *testing.T) {
	x := builtinIndex(t)
	for _, row := range []struct{ question, says string }{
		{"tp dc cong nhan do thi loai 1 khi nao", "28-11-2011"},
		{"Thành phố lên đô thị loại I từ ngày nào", "28-11-2011"},
		{"thành phố bị hạ xuống đô thị loại mấy sau sáp nhập", "loại II"},
		{"Ngành nào lớn nhất trong công nghiệp thành phố năm 2015?", "Dệt may"},
		{"Đại hội Đảng bộ phường Nam Định lần thứ nhất có bao nhiêu đại biểu dự", "242 đại biểu"},
		{"thành phố số hóa hồ sơ sớm hơn quy định mấy tháng", "5 tháng"},
		{"Hôm nào thanh niên tỉnh lên đường nhập ngũ năm 2022?", "16-2-2022"},

		{"ngày nào thành phố được công nhận đô thị loại II", ""},
		{"Thành phố lên đô thị loại III từ ngày nào", ""},
		{"Ngành nào lớn nhất trong nông nghiệp thành phố năm 2015?", ""},
		{"Ngành nào lớn nhất trong công nghiệp thành phố năm 2016?", ""},
		{"UBND thành phố phát động phong trào thi đua năm 2019 hôm nào", ""},
		{"Huyện nào đạt chuẩn nông thôn mới đầu tiên ở miền Nam", ""},
		{"Đại hội Đảng bộ phường Nam Định lần thứ hai có bao nhiêu đại biểu dự", ""},
	} {
		a := ask(t, x, Question{Text: row.question})
		if row.says == "" && a.Kind == Passage {
			t.Errorf("%q: %s", row.question, a.Text)
		}
		if row.says != "" && (a.Kind != Passage || !strings.Contains(a.Articles[0].Snippet, row.says)) {
			t.Errorf("%q: %s: %s", row.question, a.Kind, a.Text)
		}
	}
}
