// Package analysis turns articles and records into what Bleve's scorch stores:
// words, pairs of words and keys.
//
// "Thu ngân sách năm 2021" has the words "thu", "ngan", "sach", "nam", "2021"
// and the pairs "thu ngan", "ngan sach", "sach nam", "nam 2021". Words are kept
// without marks (viet.SearchKey), because people type without them; the text
// itself is stored, so that marks, phrases and exact counts are judged on the
// best hits only.
//
// # Design
//
// A field is a set of terms, nothing more: frequencies and norms are left out of
// the postings, which makes each of them a bare bitmap (a third of the size, and
// several times faster to add up). How often a word occurs is told by further
// sets for two and four occurrences (Twice, Often), how long a text is by a key
// of its length class, both close enough to pick the hits that are then scored
// exactly. Pairs are hashed into PairBuckets sets: a dictionary of all pairs of a
// large corpus would be larger than their postings.
package analysis
