// Package bottest is a fake Bot API server for tests.
package bottest
