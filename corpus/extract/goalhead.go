package extract

import (
	"regexp"
	"strings"

	"thiduabot/corpus/viet"
)

// A heading or an opening may name goals and yet tell what came of them: "Kết quả thực
// hiện các chỉ tiêu", "Các chỉ tiêu chưa hoàn thành". What stands below is no goal then.

// results reports whether the words of a heading, or those before a goal, say that it was
// pursued: "kết quả thực hiện các chỉ tiêu", "các chỉ tiêu đạt và vượt".
func results(words string) bool {
	low := viet.Fold(viet.Normalize(words))
	return looksBack.MatchString(low) || pursued(low) || whatBecame(low)
}

// looksBack are words of a look at what was or is, folded.
var looksBack = regexp.MustCompile(`ket qua|tinh hinh|danh gia|thuc trang|hien trang|nhin lai|kiem diem`)

// pursued reports whether folded words tell of carrying out a goal, and not of how or by
// whom it is to be carried out: "tổ chức thực hiện", "giải pháp thực hiện".
func pursued(low string) bool {
	for {
		before, rest, ok := strings.Cut(low, "thuc hien")
		if !ok {
			return false
		}
		if !toDo.MatchString(before) {
			return true
		}
		low = rest
	}
}

// toDo are words before "thực hiện" of what lies ahead, folded.
var toDo = regexp.MustCompile(`(?:to chuc|giai phap|ke hoach|nhiem vu|noi dung|lo trinh|phan dau|quyet tam|tap trung|phan cong|thoi gian|kinh phi|de) $`)

// whatBecame reports whether folded words say that goals were reached or missed, and not
// that they should be.
func whatBecame(low string) bool {
	return reachedGoals.MatchString(low) && !striven.MatchString(low)
}

// became reports whether items a..b say what became of the goals that they name.
func (c *clause) became(a, b int) bool { return whatBecame(viet.Fold(c.words(a, b))) }

// reachedGoals are goals with what became of them, folded.
var reachedGoals = regexp.MustCompile(`\b(?:chi tieu|muc tieu|nhiem vu|ke hoach)\b.*\b(?:chua|khong|kho|da|deu|duoc) (?:the |co the )?(?:dat|hoan thanh)|(?:chi tieu|muc tieu) (?:thi dua )?(?:dat|hoan thanh)(?:,| va| hoac) (?:hoan thanh )?vuot|(?:chi tieu|muc tieu) (?:vuot|dat thap|hoan thanh vuot)\b|(?:chi tieu|muc tieu)\b.* dat duoc\b`)

// striven are words of goals that lie ahead, folded.
var striven = regexp.MustCompile(`\b(?:phan dau|quyet tam|phai|can dat|se|nham)\b`)
