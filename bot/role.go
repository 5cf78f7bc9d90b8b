package bot

import (
	"crypto/subtle"
	"encoding/base32"
	"fmt"
	"io"
	"strings"

	"thiduabot/bot/store"
	"thiduabot/index"
)

// Role is what a person may do; a higher one may do all that a lower one may.
type Role int

// The roles.
const (
	Stranger Role = iota // asks to be let in
	Cadre                // asks, gets reminders
	Editor               // grants the role of cadre, changes figures, broadcasts
	Owner                // grants every role
)

// shared ids of Telegram under which many people write: never a person.
var nobody = map[int64]bool{0: true, 777000: true, 1087968824: true, 136817688: true}

// roleOf returns the role of the person who sent an update to chat.
func (b *Bot) roleOf(tx *store.Tx, chat, person int64) (Person, error) {
	if b.cfg.Local && chat == 0 {
		return Person{ID: person, Role: Owner}, nil
	}
	if nobody[person] {
		return Person{ID: person}, nil
	}
	p, ok, err := personTable.Lookup(tx, store.Int(person))
	if !ok {
		p = Person{ID: person}
	}
	return p, err
}

// ClaimCode returns the code that makes the one who sends it the owner, and
// makes it at first. It is empty once the bot has an owner.
func (b *Bot) ClaimCode() (code string, err error) {
	err = b.cfg.Store.Update(func(tx *store.Tx) error {
		for _, p := range personTable.Range(tx, nil, nil) {
			if p.Role == Owner {
				return nil
			}
		}
		var ok bool
		if code, ok, err = claimTable.Lookup(tx, []byte("code")); ok || err != nil {
			return err
		}
		if code, err = newCode(b.cfg.Rand); err != nil {
			return err
		}
		return claimTable.Put(tx, []byte("code"), code)
	})
	return code, err
}

// newCode returns 80 random bits as four groups of letters and digits.
func newCode(r io.Reader) (string, error) {
	var raw [10]byte
	if _, err := io.ReadFull(r, raw[:]); err != nil {
		return "", fmt.Errorf("make claim code: %w", err)
	}
	s := base32.StdEncoding.EncodeToString(raw[:])
	return s[:4] + "-" + s[4:8] + "-" + s[8:12] + "-" + s[12:], nil
}

// claims reports whether code is the claim code, in constant time. Case and
// dashes do not matter.
func claims(tx *store.Tx, code string) (bool, error) {
	want, ok, err := claimTable.Lookup(tx, []byte("code"))
	if err != nil || !ok || want == "" {
		return false, err
	}
	return subtle.ConstantTimeCompare([]byte(bareCode(want)), []byte(bareCode(code))) == 1, nil
}

func bareCode(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || r == ' ' {
			return -1
		}
		return r
	}, strings.ToUpper(s))
}

// audiences returns what may be read in the chat of the turn: in a group what
// the group may read, whoever asks; in private what the person may.
func (t *turn) audiences() []string {
	switch {
	case t.u.Chat.Kind != "private":
		return t.chat.Audiences
	case t.person.Role >= Editor:
		return []string{index.Everything}
	}
	return t.person.Audiences
}

// may reports whether the person has at least the role.
func (t *turn) may(r Role) bool { return t.person.Role >= r }

// letIn reports whether the person may ask in this chat.
func (b *Bot) letIn(t *turn) bool {
	return b.cfg.Open || t.may(Cadre) || t.u.Chat.Kind == "group" && t.chat.Allowed
}
