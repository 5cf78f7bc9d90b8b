package index

import "thiduabot/corpus"

// sayNoReason closes an answer whose reason was asked for where no source gives one.
const sayNoReason = "Về nguyên nhân, các nguồn tôi có không nêu rõ."

// sayNoReasonKnown answers a question for a reason that no source gives.
const sayNoReasonKnown = "Tôi chưa thấy nguồn nào nêu nguyên nhân của việc này."

// sayReason quotes the sentence that tells why.
func sayReason(sentence string, s corpus.Source) string {
	return "Nguyên nhân được nêu: “" + sentence + "” (" + saySource(s) + ")"
}
