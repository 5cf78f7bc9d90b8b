package eval

import (
	"hash/fnv"
	"strings"

	"thiduabot/corpus/viet/damage"
)

// form is one way a question may reach the program.
type form struct {
	name   string
	damage func(string) string
}

// typoShare is the share of words with a slip in the forms that have typos.
const typoShare = 0.25

// damagedForms returns the forms that mistreated keyboards and editors give.
func damagedForms() []form {
	return []form{
		{"no marks", damage.Strip},
		{"Telex", damage.Telex},
		{"VNI", damage.VNI},
		{"typos", func(s string) string { return damage.Typos(s, seed(s), typoShare) }},
		{"NFD", damage.NFD},
		{"capitals", strings.ToUpper},
	}
}

// seed makes the slips of a question the same in every run.
func seed(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}
