// Package phrase holds every Vietnamese sentence the bot says.
package phrase
