// Package analysis is the Bleve glue around corpus/viet: tokenizer, filters and analyzers for Vietnamese.
package analysis
