package phrase

import (
	"fmt"
	"strings"
)

// Searching for articles.
const (
	NoArticle         = "Tôi chưa tìm thấy bài viết nào khớp. Anh/chị thử ít từ hơn hoặc từ khác."
	NoArticleFiltered = "Không có bài nào khớp với bộ lọc này. Anh/chị bỏ bớt bộ lọc."
	ArticleGone       = "Bài này không còn, hoặc anh/chị chưa có quyền xem."
	ChooseFilter      = "Anh/chị muốn lọc theo mục nào?"
)

// Counted names a choice and how many articles it leaves.
func Counted(name string, n int) string { return fmt.Sprintf("%s (%d)", name, n) }

// ArticleKind names a kind of article.
func ArticleKind(kind string) string {
	switch kind {
	case "news":
		return "Tin tức"
	case "announcement":
		return "Thông báo"
	case "plan":
		return "Kế hoạch"
	case "decision":
		return "Quyết định"
	case "report":
		return "Báo cáo"
	}
	return ""
}

// Found heads a list of articles.
func Found(query string) string { return "Bài viết khớp với “" + query + "”:" }

// Filtered tells what a list is narrowed to; empty if it is not.
func Filtered(year, area, kind string) string {
	var by []string
	if year != "" {
		by = append(by, "năm "+year)
	}
	for _, s := range []string{area, strings.ToLower(kind)} {
		if s != "" {
			by = append(by, s)
		}
	}
	if len(by) == 0 {
		return ""
	}
	return "Đang lọc: " + strings.Join(by, ", ") + "."
}

// Announcement titles an article among inline results.
func Announcement(title string) string { return "📄 " + title }
