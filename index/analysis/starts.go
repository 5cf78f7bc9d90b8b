package analysis

// Starts knows how the words begin that are looked for in a text. Most words of
// the text begin otherwise, and need not be folded to be told apart. The zero
// value is for no words.
type Starts [startClasses][startClasses]bool

// Classes of the first two bytes of a word.
const (
	letterClass  = 0                // a to z, without marks, in either case
	digitClass   = letterClass + 26 // 0 to 9
	noneClass    = digitClass + 10  // the word has ended
	otherClass   = noneClass + 1    // of which nothing is known
	startClasses = otherClass + 1
)

// Add adds a folded word.
func (s *Starts) Add(folded string) {
	first, second := startOf(folded)
	for _, i := range [...]uint8{first, otherClass} {
		for _, j := range [...]uint8{second, otherClass} {
			s[i][j] = true
		}
	}
	if first == otherClass || second == otherClass { // what folds to it may begin with anything
		*s = anyStart
	}
}

var anyStart = func() (s Starts) {
	for i := range s {
		for j := range s[i] {
			s[i][j] = true
		}
	}
	return s
}()

// may reports whether a word may be one of those that were added.
func (s *Starts) may(raw string) bool {
	first, second := startOf(raw)
	return s[first][second]
}

// startOf returns the classes of the first two bytes. A letter with marks that
// are composed with it is of otherClass, as is what marks of its own may follow.
func startOf(word string) (first, second uint8) {
	if len(word) == 0 {
		return noneClass, noneClass
	}
	if len(word) == 1 {
		return startClass[word[0]], noneClass
	}
	return startClass[word[0]], startClass[word[1]]
}

var startClass = func() (t [256]uint8) {
	for c := range t {
		t[c] = otherClass
	}
	for c := byte('a'); c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = letterClass+c-'a', letterClass+c-'a'
	}
	t['y'], t['Y'] = t['i'], t['i'] // viet.SearchKey writes some of them so
	for c := byte('0'); c <= '9'; c++ {
		t[c] = digitClass + c - '0'
	}
	return t
}()
