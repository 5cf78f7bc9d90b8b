// Package telegram is the adapter to the Telegram Bot API.
package telegram
