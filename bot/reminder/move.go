package reminder

import (
	"errors"

	"thiduabot/bot/store"
)

// ofChatIn returns the keys of a table that begin with a chat.
func ofChatIn[T any](tx *store.Tx, t store.Table[T], chat int64) map[string]T {
	found := map[string]T{}
	for k, v := range t.Range(tx, store.Int(chat), after(chat)) {
		found[string(k)] = v
	}
	return found
}

// moveTable gives the rows of a chat to another.
func moveTable[T any](tx *store.Tx, t store.Table[T], from, to int64) error {
	var errs []error
	for k, v := range ofChatIn(tx, t, from) {
		errs = append(errs, t.Put(tx, store.Key(store.Int(to), []byte(k[8:])), v), t.Delete(tx, []byte(k)))
	}
	return errors.Join(errs...)
}

// moveDuties gives what a chat confirmed and was told to another.
func moveDuties(tx *store.Tx, from, to int64) error {
	return errors.Join(moveTable(tx, dones, from, to), moveTable(tx, stands, from, to), moveTable(tx, seens, from, to), moveTable(tx, warned, from, to), moveTable(tx, lives, from, to))
}

// forgetDuties drops what a person confirmed in private and for whom they stand.
func forgetDuties(tx *store.Tx, chat, person int64) error {
	errs := []error{stands.Delete(tx, store.Key(store.Int(chat), store.Int(person)))}
	if chat == person {
		for k := range ofChatIn(tx, dones, chat) {
			errs = append(errs, dones.Delete(tx, []byte(k)))
		}
		errs = append(errs, seens.Delete(tx, store.Int(chat)), warned.Delete(tx, store.Int(chat)))
	}
	return errors.Join(errs...)
}
