// Package render turns answers into what a message shows: styled parts, links,
// marked words and tables, cleaned of characters that would mislead the eye and
// split at the limits of a message.
//
// # Design
//
// Texts come from index as plain lines; render adds the looks and never changes
// a figure. Escaping belongs to the adapters, at the leaf: a part holds the text
// itself, "<b>" included. All lengths are counted in UTF-16 units, as Telegram
// does.
package render
