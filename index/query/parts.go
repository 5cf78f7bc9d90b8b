package query

import (
	"regexp"
	"strings"

	"thiduabot/corpus/viet"
)

// mostParts bounds the asking parts of one message.
const mostParts = 4

// pauses part a message: a sign with a space behind it, which no number has.
var pauses = regexp.MustCompile(`[,;?!.…]+(?:\s+|$)|\s+[-–]\s+`)

// askingPart is how a part asks, folded.
var askingPart = regexp.MustCompile(`\b(?:bao nhieu|bnhieu|bn|may|thi sao|the nao|ra sao|the con|den dau|toi dau|duoc chua)\b|\b(?:chua|khong|ko|hong)(?: (?:a|nhi|vay|the))?$`)

// joiners are words, folded, before which a message may go on to its next part.
var joiners = map[string]bool{"con": true, "va": true, "roi": true, "the": true}

// Parts returns the parts of a message each of which asks by itself: "mục tiêu năm
// 2021 là bao nhiêu, đạt chưa" has two. What does not ask belongs to the part
// behind it, and at the end to the one before. Nil: the message asks one thing.
func Parts(text string) []string {
	var pieces []string
	for _, s := range pauses.Split(text, -1) {
		pieces = append(pieces, joinedParts(strings.TrimSpace(s))...)
	}
	var parts []string
	open := ""
	for _, s := range pieces {
		open = strings.TrimSpace(open + " " + s)
		if isAsking(s) {
			parts, open = append(parts, open), ""
		}
	}
	if len(parts) < 2 || len(parts) > mostParts {
		return nil
	}
	if open != "" {
		parts[len(parts)-1] += ", " + open
	}
	return parts
}

func isAsking(s string) bool { return askingPart.MatchString(viet.Fold(s)) }

// joinedParts cuts a piece before a joining word that has asking words on either
// side: "2022 bao nhiêu còn 2023 bao nhiêu".
func joinedParts(piece string) []string {
	words := strings.Fields(piece)
	for i := 1; i < len(words); i++ {
		before, after := strings.Join(words[:i], " "), strings.Join(words[i:], " ")
		if joiners[viet.Fold(words[i])] && endsAsking(before) && isAsking(after) {
			return append([]string{before}, joinedParts(after)...)
		}
	}
	if piece == "" {
		return nil
	}
	return []string{piece}
}

// endsAsking reports whether a text asks within its last words, so that what
// follows begins anew.
func endsAsking(s string) bool {
	words := strings.Fields(s)
	return isAsking(strings.Join(words[max(0, len(words)-3):], " "))
}

// Words in which a part asks only by what the part before asked.
var (
	askedAlike = regexp.MustCompile(`(?i)\s*(?:thì sao|thế nào|ra sao|thi sao|the nao)(?:\s+(?:ạ|nhỉ|vậy|thế))?[?.!\s]*$`)
	opensAlike = regexp.MustCompile(`(?i)^(?:thế\s+còn|còn|thế|và|the\s+con|con|the|va)\s+`)
	ofShare    = regexp.MustCompile(`(?i)(?:^|\s)(?:chiếm|chiem)\s.*$`)
)

// Alike says a part that names only another thing with what was asked of the one
// before: "dịch vụ thì sao" behind "công nghiệp chiếm mấy % GRDP" asks for a share
// too. It reports false where the part stands as it is.
func Alike(part, before string) (string, bool) {
	share := ofShare.FindString(before)
	if share == "" || !askedAlike.MatchString(part) || ofShare.MatchString(part) {
		return part, false
	}
	name := opensAlike.ReplaceAllString(askedAlike.ReplaceAllString(part, ""), "")
	return name + " " + strings.TrimSpace(share), true
}
