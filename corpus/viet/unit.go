package viet

import "strings"

// unitNames lists what numbers are counted in: the name as it is spelled out,
// then other spellings. The list was chosen by hand from the kinds of figure
// that reports of local government give. Vocabulary words and signs only.
const unitNames = `
đồng|đ|vnd|vnđ|₫|việt nam đồng
USD|usd|đô la mỹ|đô la|đôla|đô|$|mỹ kim
EUR|eur|euro
điểm phần trăm|điểm %|đ % 
%|phần trăm|pt
‰|phần nghìn|phần ngàn
điểm
km²|km 2|km ²|ki lô mét vuông|kilomet vuông
m²|m 2|m ²|mét vuông
m³|m 3|m ³|mét khối
ha|héc ta|hécta
km|ki lô mét|kilomet
m|mét
cm
mm
tấn|tấn hàng hóa
tạ
yến
kg|ki lô gam|cân
lạng
gam
sào
mẫu
kWh|kwh
MWh|mwh
kW|kw
MW|mw
GW|gw
kV|kv
lít
ml
container
TEU|teu
lượt khách|lượt khách du lịch
lượt người
lượt hộ
lượt
khách
người
nhân khẩu|khẩu
dân
nhân lao động
lao động
hộ nghèo
hộ cận nghèo
hộ gia đình
hộ dân
hộ
gia đình
học sinh
sinh viên
giáo viên
cán bộ
công nhân
đảng viên
đoàn viên
hội viên
nông dân
phụ nữ
trẻ em
cử tri
đại biểu
bác sĩ|bác sỹ
giường bệnh
giường
chỉ tiêu
tiêu chí
mục tiêu
nhóm chỉ tiêu
nhóm
xã
phường
thị trấn
huyện
tỉnh
thành phố
thị xã
thôn
xóm
bản
ấp
tổ dân phố
tổ
khu dân cư
khu công nghiệp
cụm công nghiệp
khu
chi bộ
cơ sở đảng|tổ chức cơ sở đảng
cơ sở
hồ sơ
thủ tục hành chính|thủ tục
phiếu
ý kiến
cuộc
nghị quyết
quyết định
văn bản
dự án
doanh nghiệp|dn
hợp tác xã|htx
hợp tác
công trình
nhà máy
nhà
căn
phòng
trường học
trường
lớp
đơn vị
đoàn
mô hình
sản phẩm
container
con
cây
cái
chiếc
máy
xe
tàu
thuyền
lồng bè
lồng
trạm
chợ
siêu thị
khách sạn
di tích
lễ hội
vụ
ca
đối tượng
suất
bậc
lần
tuổi
chi hội
câu lạc bộ
năm
tháng
tuần
ngày
quý
giờ
phút
giây
`

type unitEntry struct {
	words []string
	name  string
}

// unitTable maps the first word of a spelling to its entries, longest first.
var unitTable = newUnitTable()

func newUnitTable() map[string][]unitEntry {
	t := map[string][]unitEntry{}
	for _, line := range strings.Split(strings.TrimSpace(unitNames), "\n") {
		names := strings.Split(strings.TrimSpace(line), "|")
		if isLower(names[0]) {
			addSpelling(t, names[0], names[0])
		}
		for _, other := range names[1:] {
			addSpelling(t, names[0], other)
		}
		if !isLower(names[0]) && names[0] == "%" || names[0] == "‰" {
			addSpelling(t, names[0], names[0])
		}
	}
	return t
}

func isLower(s string) bool { return strings.ToLower(s) == s && !strings.ContainsAny(s, "²³%‰") }

func addSpelling(t map[string][]unitEntry, name, spelling string) {
	w := strings.Fields(spelling)
	list := append(t[w[0]], unitEntry{w, name})
	for i := len(list) - 1; i > 0 && len(list[i].words) > len(list[i-1].words); i-- {
		list[i], list[i-1] = list[i-1], list[i]
	}
	t[w[0]] = list
}

// noun reads the longest unit of the table at i and returns its name.
func (sc *Scanner) noun(i int) (string, int) {
	if i < 0 || i >= len(sc.toks) {
		return "", i
	}
	best, name := 0, ""
	for _, w := range sc.toks[i].words {
		for _, e := range unitTable[w] {
			if len(e.words) > best && sc.spells(i, e.words) {
				best, name = len(e.words), e.name
				break
			}
		}
	}
	if best == 0 || sc.misread(i, name) {
		return "", i
	}
	return name, i + best
}

func (sc *Scanner) spells(i int, words []string) bool {
	for k, w := range words {
		if w == "2" || w == "3" {
			v, n, ok := sc.Digits(i + k)
			if !ok || n != 1 || v != int(w[0]-'0') || !sc.toks[i+k].glued {
				return false
			}
			continue
		}
		if !sc.Is(i+k, w) || k > 0 && sc.toks[i+k].fresh {
			return false
		}
	}
	return true
}

// misread refuses units that a text without marks only seems to name, and one
// letter that is the beginning of something else.
func (sc *Scanner) misread(i int, name string) bool {
	t := &sc.toks[i]
	if t.kind == scanSign {
		return false
	}
	next := i + 1
	glue := next < len(sc.toks) && sc.toks[next].glued
	switch name {
	case "m", "đồng", "km":
		if runeLen(sc.text[t.start:t.end]) == 1 && (t.upper && !t.glued || glue && sc.Is(next, ".", "-", "'")) {
			return true
		}
	case "ha":
		return t.upper && !sc.toks[i].glued && !sc.allCaps()
	}
	if !t.bare || !sc.loose {
		return false
	}
	switch name {
	case "đồng":
		return t.fold == "dong" && sc.foldIs(next, "bang", "chi", "bo", "thoi", "y", "i")
	case "con", "ca", "vụ", "tổ", "bản", "dân", "cái", "điểm", "khẩu", "cân", "tá", "tạ", "căn", "nhà", "ấp", "m", "đoàn", "lần":
		return ambiguousBare[t.fold+" "+sc.foldAt(next)] || riskyBare[t.fold]
	}
	return false
}

// riskyBare are stripped words too often something else to be taken for a unit.
var riskyBare = map[string]bool{"con": true, "ca": true, "to": true, "ban": true, "cai": true, "can": true, "ta": true, "ap": true, "khau": true}

var ambiguousBare = map[string]bool{"vu viec": true, "nha nuoc": true, "dan so": true, "dan toc": true, "doan the": true}

func (sc *Scanner) foldAt(i int) string {
	f, _ := sc.Word(i)
	return f
}

func (sc *Scanner) allCaps() bool { return strings.ToUpper(sc.text) == sc.text }

// placeAfter reports whether the figure at i is a year before the word for a kind
// of place: no one counts provinces or districts by thousands ("2021 tỉnh thu
// được"), and communes behind such a figure have a name ("2021 xã Hồng Quang").
func (sc *Scanner) placeAfter(i int) bool {
	v, digits, ok := sc.Digits(i)
	if !ok || digits != 4 || !plausibleYear(v) {
		return false
	}
	unit, k := sc.noun(i + 1)
	switch unit {
	case "tỉnh", "thành phố", "thị xã", "huyện", "quận":
		return true
	case "xã", "phường", "thị trấn", "thôn", "xóm", "khu":
		return k < len(sc.toks) && sc.toks[k].upper && !sc.allCaps()
	}
	return false
}

// perUnits are what a rate is counted by after "/".
var perUnits = []string{
	"người", "năm", "tháng", "tuần", "ngày", "quý", "giờ", "phút", "giây", "ha", "km²", "km", "m²", "m³", "hộ", "lao động", "dân", "vụ", "xã", "lượt khách",
	"lượt", "đơn vị", "kg", "tấn", "tạ", "sào", "mẫu", "suất", "học sinh", "khách", "trẻ em", "đảng viên",
	"hợp tác xã", "doanh nghiệp", "huyện", "lít", "kWh", "căn", "con", "thôn",
}

// rate reads "/người", "/vạn dân", "/10.000 dân" after a unit, up to two.
func (sc *Scanner) rate(i int) (string, int) {
	out := ""
	for n := 0; n < 3 && sc.Is(i, "/"); n++ {
		part, j := sc.perUnit(i + 1)
		if j == i+1 {
			break
		}
		out, i = out+"/"+part, j
	}
	return out, i
}

func (sc *Scanner) perUnit(i int) (string, int) {
	lead, j := "", i
	switch {
	case sc.Is(i, "vạn"):
		lead, j = "vạn ", i+1
	case sc.Is(i, "nghìn", "ngàn"):
		lead, j = "nghìn ", i+1
	default:
		if c, k := sc.figure(i); k > i && c.value >= 1 {
			lead, _, _ = sc.Text(i, k)
			lead, j = lead+" ", k
		}
	}
	name, k := sc.noun(j)
	if k == j {
		return "", i
	}
	for _, u := range perUnits {
		if u == name {
			return lead + name, k
		}
	}
	return "", i
}
