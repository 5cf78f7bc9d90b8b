// Package viet reads Vietnamese text: letters, syllables, marks, keystrokes,
// numbers, quantities, dates and times. All functions are pure and safe for
// concurrent use; text comes in any Unicode form.
package viet
