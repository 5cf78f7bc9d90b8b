// Package viet reads Vietnamese text: letters, syllables, marks, keystrokes,
// numbers, quantities, dates and times. All functions are pure and safe for
// concurrent use; text comes in any Unicode form.
//
// What a cadre types is brought to readable text in this order:
//
//	s := viet.Normalize(typed)         // NFC, look-alikes, tone marks in place
//	if t, ok := viet.Decode(s); ok {   // "ngaan sachs": raw Telex or VNI keys
//		s = t
//	}
//	restored, sure := viet.Restore(s)  // "ngan sach": marks lost
//	full := viet.ExpandAll(restored)   // "NSNN": abbreviations
//
// and compared by Fold or SearchKey, which need none of the above but Normalize.
//
// # Design
//
// A character is a letter of base, shape and tone; a syllable is an onset and a
// rhyme out of closed classes, so that a table of some 3,700 toneless spellings
// decides what is Vietnamese. Tone placement, the detection of lost marks and
// the decoding of keys all lean on it. Keys are decoded by following every
// reading of each key at once, and believed only where the whole message speaks
// for them. Marks are restored by a bigram model (see Model) that genmodel
// builds out of the corpus and a lexicon.
//
// # Bounds
//
// Any bytes are accepted. Work is linear in the length of the text; 4,096
// characters made to be slow take less than 50 ms in every function.
package viet
