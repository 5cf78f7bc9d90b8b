// Package phrase holds every Vietnamese sentence the bot says, apart from the
// texts of answers, which index says.
//
// The bot calls itself "tôi" and the person "anh/chị". A constant whose name
// begins with Key is the text of a button, one that begins with About the
// description of a command; all others are whole sentences or headings.
package phrase
