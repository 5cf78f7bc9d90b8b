package viet

import (
	"strings"
	"sync"
)

// What a written syllable is made of: closed classes, set down by the rules of
// spelling. Open rhymes take any tone, stop rhymes only sắc and nặng.
const (
	onsetList = " b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"

	openRhymes = "a ai am an ang anh ao au ay ăm ăn ăng âm ân âng âu ây e em en eng eo ê êm ên ênh êu " +
		"i ia im in inh iu iêm iên iêng iêu y yêm yên yêng yêu o oi om on ong oong ô ôi ôm ôn ông ơ ơi ơm ơn " +
		"u ua ui um un ung uôi uôm uôn uông ư ưa ưi ưm ưn ưng ưu ươi ươm ươn ương ươu " +
		"oa oai oam oan oang oanh oao oay oăm oăn oăng oe oem oen oeo uân uâng uây uê uên uênh uơ " +
		"uy uya uyên uyn uynh uyu ynh êng"
	stopRhymes = "ac ach ap at ăc ăp ăt âc âp ât ec ep et êch êp êt ich ip it iêc iêp iêt yêt oc op ot ooc " +
		"ôc ôp ôt ơp ơt uc up ut uôc uôt ưc ưt ươc ươp ươt oac oach oap oat oăc oăt oet uât uêch uych uyêt uyp uyt " +
		"yt ych êc"

	// yOnsets may stand before y alone; v, n and th do so in names.
	yOnsets = " h k l m s t v n th "
)

// spelling says how the toneless syllables with one key may be used.
type spelling uint8

const (
	anyTone  spelling = 1 << iota // ends in no stop
	stopTone                      // ends in p, t, c, ch: sắc or nặng only
)

// spellings holds every toneless syllable that the rules allow: by letters
// (exact) and by letters without their shapes (bare).
type spellings struct {
	exact, bare map[uint64]spelling
	all         []string
}

var spelled = sync.OnceValue(func() *spellings {
	t := &spellings{exact: map[uint64]spelling{}, bare: map[uint64]spelling{}}
	for onset := range strings.SplitSeq(onsetList, " ") {
		t.addAll(onset, openRhymes, anyTone)
		t.addAll(onset, stopRhymes, stopTone)
	}
	return t
})

func (t *spellings) addAll(onset, list string, kind spelling) {
	for rhyme := range strings.SplitSeq(list, " ") {
		if !mayFollow(onset, rhyme) {
			continue
		}
		w, _ := wordOf(onset + rhyme)
		k := key(w.l[:w.n])
		if t.exact[k] == 0 {
			t.all = append(t.all, onset+rhyme)
		}
		t.exact[k] |= kind
		t.bare[bareKey(w.l[:w.n])] |= kind
	}
}

// mayFollow holds the spelling rules between onset and rhyme.
func mayFollow(onset, rhyme string) bool {
	front := startsWith(rhyme, "i", "e", "ê", "y")
	glide := startsWith(rhyme, "oa", "oă", "oe", "uâ", "uê", "uy", "uơ")
	switch {
	case onset == "qu":
		return startsWith(rhyme, "a", "ă", "â", "e", "ê", "i", "y", "ơ") && !startsWith(rhyme, "ia", "iê") || rhyme == "ôc"
	case rhyme == "êng" || rhyme == "êc":
		return onset == "gi"
	case startsWith(rhyme, "yê"):
		return onset == ""
	case rhyme == "y":
		return onset == "" || strings.Contains(yOnsets, " "+onset+" ")
	case startsWith(rhyme, "y"):
		return false
	}
	switch onset {
	case "":
		return !startsWith(rhyme, "iê")
	case "k", "gh", "ngh":
		return front
	case "c":
		return !front && !glide
	case "g":
		return !front || rhyme == "i" || rhyme == "in"
	case "ng":
		return !front
	case "gi":
		return !glide && !startsWith(rhyme, "i")
	}
	return true
}

func startsWith(s string, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// valid reports whether the word with the tone is a syllable.
func (w *word) valid(t Tone) bool {
	kind := spelled().exact[key(w.l[:w.n])]
	return kind&anyTone != 0 || kind&stopTone != 0 && (t == Sac || t == Nang)
}

// validBare reports whether the word is a syllable that may have lost its marks.
func (w *word) validBare() bool { return spelled().bare[bareKey(w.l[:w.n])] != 0 }
