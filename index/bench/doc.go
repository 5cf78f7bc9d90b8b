// Package bench measures the index beside SQLite FTS5, in the same process, over
// the same made-up articles and questions. It is a module of its own, so that
// SQLite is no dependency of the product:
//
//	cd index/bench && go test -bench . -benchtime 200x
//
// BENCH_ARTICLES is the number of articles, 20,000 without it.
package bench
