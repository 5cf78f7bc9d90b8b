// Package query reads a question into a tree of typed nodes.
package query
