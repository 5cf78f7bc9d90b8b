// Package telegram is the adapter to the Telegram Bot API: it takes updates in,
// hands them to the conversation, and sends what the outbox holds.
//
//	err := telegram.Serve(ctx, telegram.Config{Token: token, Store: st, Handler: conversation, Log: log})
//
// # Design
//
// The library go-telegram gives the types of the API; its own intake confirms
// an update before anybody has handled it, starts a goroutine for each, and
// repeats a batch for ever that holds one update it cannot decode. So intake
// and sending are our own:
//
//   - an update is in state.db, synced, before Telegram hears that it arrived
//     (inbox.go), and leaves it in the transaction that plans the replies, so
//     that a kill between loses nothing and doubles nothing;
//   - updates of one chat are handled in order, those of different chats side
//     by side (work.go); one that fails twice is set aside and its writer told;
//   - messages go through the outbox, one at a time to a chat, within the
//     limits of Telegram (send.go); what is optional is tried once and then done
//     without (optional.go).
//
// # Errors
//
// Serve returns ErrToken if the server refuses the token, and errors of the
// store. All else is waited for, with a log line when it begins and another if
// it lasts. No error and no log line shows the token.
package telegram
