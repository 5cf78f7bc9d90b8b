// Package ingest brings outside formats into the data folder.
package ingest
