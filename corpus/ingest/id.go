package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// Lengths of an id, in bytes.
const (
	maxID   = 120
	maxSlug = 60
)

// NewID makes the id of an article from its date and title; publisher and
// address tell apart what has both in common. It is the same every time.
func NewID(a corpus.Article) string {
	sum := sha256.Sum256([]byte(strings.Join([]string{a.Date, viet.Normalize(a.Title), a.Publisher, a.URL}, "\x00")))
	return strings.Trim(a.Date+"-"+slug(a.Title), "-") + "-" + hex.EncodeToString(sum[:4])
}

// slug returns a title in lower-case ASCII words joined by "-", cut at a word.
func slug(title string) string {
	var b strings.Builder
	for _, word := range strings.FieldsFunc(viet.Fold(title), func(r rune) bool {
		return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}) {
		if b.Len() > 0 && b.Len()+1+len(word) > maxSlug {
			break
		}
		if b.Len() > 0 {
			b.WriteByte('-')
		}
		b.WriteString(word[:min(len(word), maxSlug)])
	}
	return b.String()
}

// checkID reports why an id may not name a file.
func checkID(id string) error {
	if id == "" || len(id) > maxID || strings.HasPrefix(id, ".") {
		return fmt.Errorf("id %.40q: want 1 to %d letters, digits, '.', '_' or '-', not beginning with '.'", id, maxID)
	}
	for _, r := range id {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("._-", r) {
			return fmt.Errorf("id %.40q: letters, digits, '.', '_' and '-' only", id)
		}
	}
	return nil
}
