package bot

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"thiduabot/bot/message"
)

// BenchmarkTurn asks one question after the other: what the conversation adds
// to an answer, its transaction with fsync included.
func BenchmarkTurn(b *testing.B) {
	h := newHouse(b, true)
	n := int64(0)
	for b.Loop() {
		n++
		if _, err := h.bot.Handle(context.Background(), ask(n, n)); err != nil {
			b.Fatal(err)
		}
	}
}

func ask(id, person int64) message.Update {
	return message.Update{ID: id, Kind: message.Text, Chat: message.Chat{ID: person, Kind: message.Private}, From: message.Person{ID: person}, Text: "thu ngân sách 2021", ToBot: true}
}

// TestManyChatsAtOnce lets 500 chats ask at the same time.
func TestManyChatsAtOnce(t *testing.T) {
	h := newHouse(t, true)
	start := time.Now()
	var wg sync.WaitGroup
	errs := make(chan error, 500)
	for i := range int64(500) {
		wg.Go(func() {
			replies, err := h.bot.Handle(context.Background(), ask(i+1, i+100))
			if err != nil || len(replies) != 1 {
				errs <- fmt.Errorf("chat %d: %d replies, %w", i, len(replies), err)
			}
		})
	}
	wg.Wait()
	close(errs)
	for err := range errs {
		t.Error(err)
	}
	t.Logf("500 chats in %v", time.Since(start))
}
