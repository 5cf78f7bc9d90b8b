// Package corpus holds what the bot knows: articles, records of indicators,
// areas, campaigns and deadlines, each with its source.
//
// A Corpus is opened from a folder of plain files (see Open) or from the data
// built into the binary (see Default); a data folder is laid over the built-in
// one with Overlay. The files are the source of truth; the index is derived.
//
// # Design
//
// Records are never merged or averaged. Two published values for the same
// indicator, area and period stay two records, and names that are equal,
// related or opposite are told by the catalogue of indicators alone.
//
// # Errors
//
// A broken file is reported as a Problem (file, line, reason) and skipped; what
// can be read is kept.
package corpus
