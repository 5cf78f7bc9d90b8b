// Package reminder knows when something is to be said: what a person asked to be
// reminded of, what a campaign owes, and progress digests. It knows no
// transport; what is due goes into the outbox.
package reminder
