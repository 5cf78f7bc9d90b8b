// Package render turns answers into replies: parts, tables and buttons, split at the limits of a message.
package render
