package viet

import "strings"

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}

// english lists common English words that are key sequences too. Chosen by hand
// among the words of one syllable that office text uses.
var english = wordSet("as is us has his this was of or for her if tax bus gas box car per mix six fix fax max sex wax " +
	"test text next best rest list last lost cost most must just low now how who few new two saw law raw war see bee fee " +
	"tree free room too to do food good book look pool tool cool school pos pass class loss boss less miss mass " +
	"are our air ear fair hair far bar var star her over or nor form term bar firm far per sir her tour hour your " +
	"does goes yes ads add odd dad mod nod kid did red led bed end and aids bad had mad sad load road read need " +
	"seed feed deed day days was ways as gas has was plus thus bonus virus status menu us its it's his hers ours " +
	"web wifi pdf gif jpg offs off if of half self golf surf turf leaf chef boxes taxi laser user users mouse house " +
	"inbox outbox linux unix max min mixer fixes taxes axis expo exit exam apex index codex latex matrix " +
	"ajax jar jet job join major project fast first most ads apps ops gps sms cms crm erp sos soft " +
	"task ask risk disk desk host post past cast fast east west zoom zoo news views " +
	"data meet sites times games names notes roles cars bars " +
	"tour car door floor poor more store score core fire hire tire here there where were mere sure pure cure")

// englishToo lists the words of english that are common Vietnamese ones as keys
// (á, ít, đi, cả, sĩ, mĩ, hải, gì, mã, thú, tô, sơ, tơ): decoded beside decoded words.
var englishToo = wordSet("as its did car six mix hair gif max thus too sow tow tar")

// numbered lists stripped words that a number follows: "quy1", "lan2". With a
// digit behind they are more likely a number than a tone.
var numbered = wordSet("quy lan dot khoa to lop phuong quan xa nam thang ngay tuan tiet ky bai cau dieu khoan muc " +
	"chuong phan cap hang loai so tang vu vong doi ban nhom khu ap thon to tuyen duong ho ca tap quyen doan mau bang " +
	"ke vung cum giai chi hoi thu co so no")

// abbreviated reports whether a lower-case token is a known abbreviation.
func abbreviated(token string) bool { return keyAbbreviations[strings.ToLower(token)] }

var keyAbbreviations = wordSet("ubnd hdnd tw dtc cchc gpmb ntm bhyt bhxh tthc cds cntt qd nq kl kh ttr bc tb cv gm nd " +
	"grdp gdp iip cpi fdi oda ppp kcn ccn kkt htx dn nsnn xnk xk nk ktxh mttq tvtu btv bch bqt bqd bql sxkd thcs thpt " +
	"bn ntn dc ko vs trd nsdp nstw xdcb dtnn tttt gddt tdtt qpan antt ttatgt ttatxh tnmt lk hn hcn ld")
