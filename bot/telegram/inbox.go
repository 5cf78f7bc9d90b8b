package telegram

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"thiduabot/bot/store"
)

// letter is an update on its way through the bot, as it came. It is written
// with an fsync before Telegram hears that it arrived, and removed in the
// transaction that plans the replies to it.
type letter struct {
	Seq      uint64          `json:"seq"` // the order of arrival; Update.ID
	ID       int64           `json:"id"`  // update_id
	Raw      json.RawMessage `json:"raw"`
	At       time.Time       `json:"at"`
	Tries    int             `json:"tries,omitempty"`   // failures of the handler
	Crashes  int             `json:"crashes,omitempty"` // times it was begun after a restart
	SetAside string          `json:"set_aside,omitempty"`
}

// seenLast is how many update ids are remembered. Telegram keeps at most a
// day's updates and may restart the numbering at random, also lower, after a
// week of silence: a set of the last ones tells a repeat, a maximum does not.
const seenLast = 20_000

var (
	letters = store.NewTable[letter]("inbox")
	seen    = store.NewTable[uint64]("inbox_seen")  // update id -> number of its memory
	memory  = store.NewTable[int64]("inbox_memory") // number -> update id, oldest first
	aside   = store.NewTable[letter]("inbox_aside")
)

func seqKey(n uint64) []byte { return store.Int(int64(n)) }

// updateID reads the id alone, which every update has, also one of a kind that
// this program does not know.
func updateID(raw json.RawMessage) (id int64, ok bool) {
	var u struct {
		ID *int64 `json:"update_id"`
	}
	if json.Unmarshal(raw, &u) != nil || u.ID == nil {
		return 0, false
	}
	return *u.ID, true
}

// take writes those of the updates that are new and returns them in order.
func take(st *store.Store, raws []json.RawMessage, now time.Time) (fresh []letter, err error) {
	err = st.Update(func(tx *store.Tx) error {
		for _, raw := range raws {
			id, ok := updateID(raw)
			if !ok || seen.Has(tx, store.Int(id)) {
				continue
			}
			seq, err := letters.Next(tx)
			if err != nil {
				return err
			}
			l := letter{Seq: seq, ID: id, Raw: raw, At: now}
			if err := errors.Join(letters.Put(tx, seqKey(seq), l), remember(tx, id)); err != nil {
				return err
			}
			fresh = append(fresh, l)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("write inbox: %w", err)
	}
	return fresh, nil
}

// remember notes an update id and forgets the one seenLast before it.
func remember(tx *store.Tx, id int64) error {
	n, err := memory.Next(tx)
	if err != nil {
		return err
	}
	err = errors.Join(seen.Put(tx, store.Int(id), n), memory.Put(tx, seqKey(n), id))
	if err != nil || n <= seenLast {
		return err
	}
	old, ok, err := memory.Lookup(tx, seqKey(n-seenLast))
	if err != nil || !ok {
		return err
	}
	return errors.Join(seen.Delete(tx, store.Int(old)), memory.Delete(tx, seqKey(n-seenLast)))
}

// leftOver returns what an earlier process took in and did not finish.
func leftOver(st *store.Store) (left []letter, err error) {
	err = st.View(func(tx *store.Tx) error {
		for _, l := range letters.Range(tx, nil, nil) {
			left = append(left, l)
		}
		return nil
	})
	return left, err
}

// setAside takes a letter out of the way, without its contents.
func setAside(tx *store.Tx, l letter, why string) error {
	l.SetAside, l.Raw = cut(why, 300), nil
	return errors.Join(letters.Delete(tx, seqKey(l.Seq)), aside.Put(tx, seqKey(l.Seq), l))
}
