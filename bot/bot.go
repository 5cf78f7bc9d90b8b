// Package bot is the conversation: an Update in, Replies out. It knows no
// transport.
package bot
