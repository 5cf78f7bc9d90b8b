package analysis

import (
	"math/bits"
	"strconv"
)

// KindKey is the key of documents of a kind: article or record.
func KindKey(kind string) string { return "t:" + kind }

// SourceKey is the key of an article's texts and of the records taken from it.
func SourceKey(id string) string { return "s:" + id }

// IndicatorKey is the key of the records of an indicator.
func IndicatorKey(id string) string { return "i:" + id }

// AreaKey is the key of what speaks of an area.
func AreaKey(name string) string { return "r:" + name }

// AudienceKey is the key of what an audience may read; that of everybody is the
// key of the empty name.
func AudienceKey(name string) string { return "u:" + name }

// DatePrefix begins the keys of dates, followed by the date as it is printed.
const DatePrefix = "y:"

// GenreKey is the key of an article's kind: news, plan, report.
func GenreKey(kind string) string { return "g:" + kind }

// PublisherKey is the key of a publisher's articles.
func PublisherKey(name string) string { return "p:" + name }

// FileKey is the key of the records of one file.
func FileKey(path string) string { return "x:" + path }

// LengthPrefix begins the keys of length classes.
const LengthPrefix = "l:"

// LengthKey returns the key of the length class of a text of n words. There are
// four classes to each doubling, so that a class is at most a fifth wide.
func LengthKey(n int) string { return LengthPrefix + strconv.Itoa(lengthClass(n)) }

func lengthClass(n int) int {
	if n < 8 {
		return n
	}
	top := bits.Len(uint(n)) - 1
	return top*4 + (n>>(top-2))&3
}

// Class returns the length class of a key that LengthKey made.
func Class(key string) (uint8, bool) {
	c, err := strconv.ParseUint(key[len(LengthPrefix):], 10, 8)
	return uint8(c), err == nil
}

// ClassLength returns the length in words in the middle of a class.
func ClassLength(class uint8) float32 {
	if class < 8 {
		return float32(class)
	}
	top, quarter := class/4, class%4
	width := float32(uint64(1) << (top - 2))
	return width*float32(4+quarter) + (width-1)/2
}
