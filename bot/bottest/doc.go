// Package bottest is a fake Bot API server over real HTTP, for tests: true
// offset semantics, long polling, one poller at a time, webhooks, the checks
// and limits of the real server, and faults on demand.
//
//	srv := bottest.New(bottest.Options{})
//	defer srv.Close()
//	// point the bot at srv.URL() with srv.Token()
//	srv.Say(42, "thu ngân sách 2021")
//	got, err := srv.Wait(ctx, 42, 1)
//
// A positive chat is a private one, a negative one a group, unless Describe
// says otherwise. It is an own implementation of what the public reference
// says, and knows nothing of package telegram.
package bottest
