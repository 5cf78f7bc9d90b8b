package ingest

import (
	"bytes"
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/unicode/norm"

	utf16 "golang.org/x/text/encoding/unicode"

	"thiduabot/corpus/viet"
)

// ErrEncoding says that a text is in no encoding that is known.
var ErrEncoding = errors.New("text is neither UTF-8, UTF-16, windows-1258, TCVN3 nor VNI-Windows; save it as UTF-8")

// Shares of words that are Vietnamese syllables: below trusted a text is tried
// in the legacy encodings, and one is taken that reaches readable.
const (
	trusted  = 0.75
	readable = 0.80
)

// decodeText returns the text of a file in UTF-8, NFC, whatever Vietnamese
// encoding it is in.
func decodeText(b []byte) (string, error) {
	switch {
	case bytes.HasPrefix(b, []byte("\xff\xfe\x00\x00")):
		return decodeAs(utf32.UTF32(utf32.LittleEndian, utf32.UseBOM).NewDecoder().Bytes, b)
	case bytes.HasPrefix(b, []byte("\xff\xfe")), bytes.HasPrefix(b, []byte("\xfe\xff")):
		return decodeAs(utf16.UTF16(utf16.LittleEndian, utf16.UseBOM).NewDecoder().Bytes, b)
	case looksUTF16(b, 1):
		return decodeAs(utf16.UTF16(utf16.LittleEndian, utf16.IgnoreBOM).NewDecoder().Bytes, b)
	case looksUTF16(b, 0):
		return decodeAs(utf16.UTF16(utf16.BigEndian, utf16.IgnoreBOM).NewDecoder().Bytes, b)
	case utf8.Valid(b):
		return fromLegacyLetters(strings.TrimPrefix(string(b), "\ufeff")), nil
	}
	return fromLegacyBytes(b)
}

func decodeAs(decode func([]byte) ([]byte, error), b []byte) (string, error) {
	u, err := decode(b)
	if err != nil {
		return "", ErrEncoding
	}
	return clean(string(u)), nil
}

// clean returns text in NFC without NUL bytes.
func clean(s string) string { return norm.NFC.String(strings.ReplaceAll(s, "\x00", "")) }

// looksUTF16 reports whether every other byte, from the given one, is mostly
// zero, as in UTF-16 without a byte order mark.
func looksUTF16(b []byte, from int) bool {
	b = b[:min(len(b), 4096)]
	zeros := 0
	for i := from; i < len(b); i += 2 {
		if b[i] == 0 {
			zeros++
		}
	}
	return len(b) >= 4 && zeros > len(b)*3/10
}

// fromLegacyBytes decodes a file that is not UTF-8: the reading with the most
// Vietnamese syllables, if it has enough of them.
func fromLegacyBytes(b []byte) (string, error) {
	latin, _ := charmap.Windows1252.NewDecoder().Bytes(b)
	raw, _ := charmap.ISO8859_1.NewDecoder().Bytes(b)
	tonal, _ := charmap.Windows1258.NewDecoder().Bytes(b)
	best, share := "", 0.0
	for _, s := range []string{clean(string(tonal)), fromTCVN3(string(raw)), fromVNI(string(latin))} {
		if v, _ := syllableShare(s); v > share {
			best, share = s, v
		}
	}
	if share < readable {
		return "", ErrEncoding
	}
	return best, nil
}

// fromLegacyLetters mends a UTF-8 text whose letters are those of a TCVN3 or
// VNI font ("Céng hßa"), and returns any other text as it is.
func fromLegacyLetters(s string) string {
	s = clean(s)
	if isASCII(s) {
		return s
	}
	share, words := syllableShare(s)
	if share >= trusted || words < fewest {
		return s
	}
	for _, mended := range []string{fromTCVN3(s), fromVNI(s)} {
		if v, n := syllableShare(mended); v >= readable && v > share+0.1 && n*4 >= wordCount(mended) {
			return mended
		}
	}
	return s
}

// fewest is how many different words with letters beyond ASCII a text must have
// to be mended: fewer are names, signs and foreign words in another text. Of
// Vietnamese more than half of the words have such letters, and a text where
// they are less than a quarter is another language.
const fewest = 3

func wordCount(s string) int { return min(len(strings.Fields(s)), 5000*4) }

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > unicode.MaxASCII }) < 0
}

// syllableShare returns how many of the words that hold a letter beyond ASCII
// are Vietnamese syllables, 0 to 1, and how many such words there are; 0 if
// there is none.
func syllableShare(s string) (share float64, words int) {
	valid := 0
	for _, w := range strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(".,;:()\"“”‘’…«»/-–—*|", r)
	}) {
		if isASCII(w) {
			continue
		}
		words++
		if viet.ValidSyllable(w) {
			valid++
		}
		if words == 5000 {
			break
		}
	}
	if words == 0 {
		return 0, 0
	}
	return float64(valid) / float64(words), words
}
