// Package bot is the conversation: an Update in, Replies out. It knows no
// transport.
//
//	b, err := bot.New(bot.Config{Answerer: x, Searcher: x, Store: st, Library: x})
//	...
//	replies, err := b.Handle(ctx, update)
//
// # Design
//
// An update goes through one turn (turn.go): what is known of chat and person
// is loaded, the update is routed (route.go) to a command, a dialogue that
// waits for a text, or a question; what it says and what it changes is
// collected, and all of it is kept in one transaction. So a crash leaves an
// update undone or done, and one that comes again gets the same replies and
// changes nothing twice.
//
// Behind every button stands a card (card.go): its state is here, the client
// only holds a key that cannot be guessed. Buttons of older versions go on
// working, as their data begins with the letter of their layout.
//
// What others do stands behind interfaces declared here (hooks.go, library.go):
// answering, reminders, changes of the corpus, broadcasts, channel posts. What
// is not given is not offered.
//
// A question that its writer edits is not answered anew: the first answer may
// have been read and leaned on already, and a figure that changes under the
// reader's eyes is worse than a second question. Edited channel posts are taken
// in, for there the text is the announcement itself.
//
// The file that an article was made from stays with the transport; original.go
// keeps its reference and sends it again to whom may read the article.
//
// # Roles
//
// The owner is who sends the claim code first (/chubot). Editors grant the role
// of cadre and change figures; owners grant every role. A stranger gets one
// polite sentence with a button that asks to be let in; Config.Open lets
// anybody ask. In a group, what may be read is decided by the group's
// audiences, never by those of the one who asks.
//
// # Threats
//
// Each has the test that shows the answer to it.
//
//   - Forged callback data: a card is looked up by 64 random bits and bound to
//     its chat. TestForgedButtonsDoNothing, FuzzButtonData
//
//   - A button pressed by somebody else: cards of a dialogue belong to the one who
//     asked. TestButtonOfAnotherPerson
//
//   - A stranger: TestStrangerReachesNothing
//
//   - An editor demoted meanwhile: roles are looked up at every press.
//     TestDemotedEditorLosesOpenButtons
//
//   - Shared identities (anonymous administrators, channels, id 0): they never
//     hold a role. TestSharedIdentityHoldsNoRole
//
//   - Guessing the claim code: 80 random bits, compared in constant time, a used
//     code is gone. TestClaimCodeWorksOnce
//
//   - HTML and control characters that turn text in names, questions, figures:
//     parts carry plain text, adapters escape it, render takes the controls away.
//     TestInjectedTextStaysText
//
//   - A link that is no web page (javascript:, tg:): never made a link.
//     TestOnlyWebPagesBecomeLinks in render
//
//   - Private material in a group, inline or for strangers: TestAudiences
//
//   - Replayed updates: TestReplayedUpdateChangesNothing
//
//   - Flooding by one person: TestFloodIsStoppedPolitely
//
//   - Huge texts: cut before they are looked at. TestHugeText
//
//   - Internal errors shown to people: TestErrorsStayInside
//
//   - A channel that anybody makes the bot administrator of: posts are taken in
//     only from channels an editor let in. TestPostsOfAllowedChannelsOnly
//
//   - What is whispered to one person of a group: still what the group may read,
//     as servers older than that show it to all. TestWhispersAreForTheGroup
//
// Adapters and corpus/ingest answer these:
//
//   - Webhook forgery and large bodies: TestWebhookRefuses
//   - The token in errors and logs: TestErrorsHideTheToken, TestRedactedEverywhere,
//     TestServeThroughProxy
//   - Updates that end the handler or cannot be decoded: TestPoisonIsSetAsideAndSaidOnce,
//     TestUnknownAndBrokenUpdatesAreSkipped
//   - Huge files: TestDownload, and a file that unpacks to more than it weighs:
//     TestReadDocxZipBomb in ingest
//   - A link to an internal address: TestFetcherStaysOutside, TestPublicAddresses
package bot
