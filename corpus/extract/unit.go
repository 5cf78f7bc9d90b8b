package extract

import "strings"

// measures lists units that stand for themselves, with the canonical spelling
// after "=".
const measures = `%|phần trăm=%|pt=%|‰|phần nghìn=‰|điểm phần trăm|điểm %=điểm phần trăm|đ%=điểm phần trăm|đồng|đ=đồng|vnđ=đồng|vnd=đồng|đồng việt nam=đồng|usd|đô la mỹ=usd|đô la=usd|đô=usd|đôla=usd|đôla mỹ=usd|dollar=usd|euro=EUR|eur=EUR|yên=JPY|jpy=JPY|nhân dân tệ=CNY|cny=CNY|` +
	`trđ=triệu đồng|trđồng=triệu đồng|tr=triệu|tỷđ=tỷ đồng|ha|héc ta=ha|hécta=ha|hec ta=ha|hecta=ha|m2=m²|m²|mét vuông=m²|km2=km²|km²|ki lô mét vuông=km²|m3=m³|m³|mét khối=m³|khối=m³|kg|ki lô gam=kg|kilogam=kg|gam|tạ|yến|tấn|lít|km|ki lô mét=km|kilomet=km|cây số=km|mét=m|m|cm|mm|kwh=kWh|kw=kW|mw=MW|mwh=MWh|gw=GW|gwh=GWh|kva=kVA|mva=MVA|mw/h=MW|mbps=Mbps|tb|gb|` +
	`lần|điểm|bậc|teu|tcvn|tấn hàng hóa=tấn|tấn hàng=tấn|tấn hàng hóa thông qua=tấn|độ|hải lý|vòng|tỷ suất`

// counted lists nouns whose number is counted.
const counted = `thanh thiếu niên|nlđ=người lao động|cnvclđ|nữ công nhân|f0=F0|f1=F1|mắt camera|mắt cam=mắt camera|cụm loa|loa|cột đèn|cột điện|bóng điện|đầu sách|giếng khoan=giếng|tủ thuốc|đoàn công tác|nguồn tin|địa chỉ|máy cấy|máy gặt|máy cày|máy bay|trạm bts|điểm thu|điểm chi trả|nhà kính|nhà màng|nhà lưới|mái ấm|bồn hoa|tuyến mương=tuyến|tuyến kênh=tuyến|hố rác|thùng rác|lò đốt|đoạn|đoạn đường=đoạn|bé trai|trẻ trai|trẻ em trai|cđcs=công đoàn cơ sở|cđcs=công đoàn cơ sở|nông dân|ngư dân|phụ nữ|cựu chiến binh|mẫu xét nghiệm=mẫu|mẫu bệnh phẩm=mẫu|túi|bếp ăn|suất cơm=suất|suất ăn=suất|khu vực|tuyên truyền viên|báo cáo viên|vận động viên|huấn luyện viên|giảng viên|nhân viên|tiểu thương|dân quân|thanh thiếu nhi|thiếu nhi|chi hội|việc|luật sư|bị cáo|phiên tòa|giấy|tuyến hẻm=tuyến|hẻm|hàng rào|đội hình|hiện vật|bãi rác|thông báo|đội|tổ hòa giải=tổ|hòa giải viên|cộng tác viên|điều dưỡng|bộ hồ sơ|cuốn|mỏ|quả|khẩu|bức|lá đơn=đơn|lượt bạn đọc=lượt|vụ, việc=vụ|vụ việc|buổi|biên chế|thùng|cờ|cờ thi đua=cờ|áo ấm|áo|xe đạp|giấy phép lái xe=giấy phép|camera|bóng đèn|đèn|mái che|biển quảng cáo|biển hiệu|tờ rơi=tờ|phản ánh|sân thể thao|sân|hài cốt liệt sĩ=hài cốt|ổ nhóm|đợt|phần việc|lá cờ|tủ sách|bồn nước|máy tính|máy vi tính=máy tính|giếng|cống|kg gạo=kg|ngày công|tin báo|bị can|thí sinh|công đoàn cơ sở|công đoàn|chủ đầu tư|căn cước=thẻ|căn cước công dân=thẻ|thẻ căn cước=thẻ|chỉ tiêu|nhóm chỉ tiêu|nhóm nhiệm vụ=nhóm|nhóm giải pháp=nhóm|nhóm nhiệm vụ, giải pháp=nhóm|nhóm nhiệm vụ và giải pháp=nhóm|nhóm|nhiệm vụ|giải pháp|tiêu chí|xã|phường|thị trấn|huyện|quận|thành phố|tỉnh|thị xã|thôn|xóm|bản|làng|khu dân cư|tổ dân phố|khu phố|ấp|buôn|tổ|đơn vị|đơn vị cấp huyện|đơn vị cấp xã|xã, phường|xã, thị trấn|xã, phường, thị trấn|huyện, thành phố|huyện, thị xã|huyện, thị xã, thành phố|thôn, bản|doanh nghiệp|dn=doanh nghiệp|hợp tác xã|htx=hợp tác xã|hộ kinh doanh|hộ|hộ nghèo=hộ|hộ cận nghèo=hộ|hộ dân=hộ|hộ gia đình=hộ|gia đình|khẩu|nhân khẩu|người|người dân=người|người lao động=người|lao động|lđ=lao động|công nhân|cán bộ|công chức|viên chức|đảng viên|đảng viên mới=đảng viên|quần chúng ưu tú|đoàn viên|hội viên|thanh niên|tân binh|công dân|cử tri|đại biểu|học sinh|sinh viên|giáo viên|học viên|trẻ|trẻ em=trẻ|em|bệnh nhân|bác sĩ|bác sỹ=bác sĩ|giường bệnh|giường|cơ sở|cơ sở sản xuất=cơ sở|chi bộ|đảng bộ|tổ chức|tổ chức đảng|tổ chức cơ sở đảng|tccsđ=tổ chức cơ sở đảng|cơ quan|dự án|dự án fdi=dự án|công trình|nhà|căn nhà=căn|căn|căn hộ|ngôi nhà=nhà|phòng học|phòng|trường|trường học=trường|trường mầm non=trường|trạm y tế|trạm|bệnh viện|chợ|cầu|tuyến đường|tuyến|cụm công nghiệp|khu công nghiệp|kcn=khu công nghiệp|ccn=cụm công nghiệp|nhà máy|làng nghề|trang trại|sản phẩm|sản phẩm ocop=sản phẩm|mô hình|phong trào|đề án|chương trình|kế hoạch|nghị quyết|văn bản|quyết định|hồ sơ|thủ tục|thủ tục hành chính=thủ tục|tthc=thủ tục|dịch vụ công|vụ|vụ việc|vụ án|cuộc|hội nghị|lớp|lớp học|khóa đào tạo|khóa|lượt|lượt khách|lượt người|lượt hộ|lượt lao động|lượt du khách=lượt khách|lượt hành khách|hành khách|khách|khách du lịch=khách|du khách=khách|lượt khách du lịch=lượt khách|lượt xe|xe|phương tiện|ô tô|mô tô|tàu|tàu cá|chiếc|con|con gia súc|con gia cầm|đầu con|cây|cây xanh|bò|trâu|lợn|gia cầm|thẻ|thẻ bảo hiểm y tế|tài khoản|thuê bao|đơn|đơn thư|ý kiến|kiến nghị|giấy chứng nhận|gcn=giấy chứng nhận|sổ|sổ tiết kiệm|suất|suất quà=suất|phần quà|di tích|lễ hội|câu lạc bộ|clb=câu lạc bộ|tập thể|cá nhân|sáng kiến|đề tài|huy chương|giải|bằng khen|giấy khen|giải thưởng|đơn vị máu|khu|điểm cầu|điểm|điểm du lịch|khu du lịch|cơ sở lưu trú|buồng|ca|ca mắc=ca|trường hợp|nạn nhân|người chết|người bị thương|chuyến|chuyến bay|hecta|bộ|tủ|nghề|ngành|lĩnh vực|nước|quốc gia|thị trường|thành viên|nhà đầu tư|ngân hàng|chi nhánh|tổ hợp tác|điểm trường|thư viện|nhà văn hóa|cơ sở giáo dục|cơ sở y tế|đối tượng|hội|công ty|nhóm hộ|cặp|dân|vạn dân|liều|mũi|mũi tiêm|liều vắc xin|tấm|bài|tin|bài viết|ngày|tháng|năm|giờ|phút|tuần|quý|nhà ở|nhà tạm|nhà tạm, nhà dột nát=nhà|đại lý|hộ sản xuất|công dân nhập ngũ=công dân|chiến sĩ|tình nguyện viên|người có công|điểm phục vụ|máy|thiết bị|chủ thể|mã số vùng trồng|mã số|nhãn hiệu|văn bằng|bằng sáng chế|phiếu|nhà vệ sinh|bể|vùng|vùng sản xuất|cửa hàng|siêu thị|trung tâm|trung tâm thương mại|điểm bán|bưu phẩm|biên bản|nghị định|cam kết|đầu việc|cánh đồng|lồng|lồng bè|trại|đàn|nóc nhà|di sản|nghệ nhân|khối|cụm|tiểu khu|phương án|vị trí|chốt|mặt hàng|gian hàng|đơn hàng|giao dịch|hợp đồng|hành vi|đối tác|nhà khoa học|chuyên gia|chức danh|đồng chí|đồng bào|tổ chức tôn giáo|cơ sở đảng|chính quyền cơ sở|sào|mẫu|bao|viên|hộp|suất học bổng=suất|học bổng|tin bài|cái|đôi|thửa đất|thửa|lô đất|lô|giấy phép|giấy phép xây dựng=giấy phép|văn phòng|khách sạn|nhà hàng|nhà trọ`

// per lists what follows "/" in a compound unit.
const per = `nhà|căn|em|cháu|trường hợp|mô hình|công trình|tuyến|bộ|100 bé gái|100 trẻ gái|100 trẻ em gái|100 nữ|người|năm|tháng|ngày|ha|hộ|vạn dân|10.000 dân=vạn dân|1.000 dân=1.000 dân|100.000 dân=100.000 dân|km|km2=km²|km²|m2=m²|m²|giờ|quý|lao động|xã|suất|chiếc|kg|tấn|héc ta=ha|hecta=ha|vụ|sào|lượt|khách|lượt khách|đơn vị|hộ dân=hộ|1 vạn dân=vạn dân|một vạn dân=vạn dân|đầu người=người|hecta đất canh tác=ha|ha canh tác=ha|ha đất canh tác=ha|ha đất trồng trọt=ha|dân|1000 dân=1.000 dân|10000 dân=vạn dân|thôn|con|doanh nghiệp|tuần|ca|l|lít|dự án|lớp|giáo viên|học sinh|cán bộ|đêm|m3=m³|cây|phòng|thẻ|phường|huyện`

// scales multiply the unit that follows them.
const scales = `nghìn|ngàn=nghìn|vạn|triệu|tr=triệu|tỷ|nghìn tỷ|ngàn tỷ=nghìn tỷ|trăm|trăm tỷ|trăm nghìn|trăm triệu|chục nghìn|chục tỷ|chục triệu`

// scaleValue is what a scale word multiplies by.
var scaleValue = map[string]float64{
	"trăm": 1e2, "nghìn": 1e3, "vạn": 1e4, "trăm nghìn": 1e5, "chục nghìn": 1e4, "triệu": 1e6,
	"chục triệu": 1e7, "trăm triệu": 1e8, "tỷ": 1e9, "chục tỷ": 1e10, "trăm tỷ": 1e11, "nghìn tỷ": 1e12,
}

// A kind of unit decides what a figure may be.
const (
	unitMeasure = "m:"
	unitCount   = "c:"
	unitPer     = "/"
)

// addUnits enters the units. The text of an entry is its kind and its
// canonical spelling.
func (x *lexicon) addUnits() {
	enter := func(list, kind string, c class) {
		for _, s := range strings.Split(list, "|") {
			name, text, ok := strings.Cut(s, "=")
			if !ok {
				text = name
			}
			if text == "usd" {
				text = "USD"
			}
			x.add(name, entry{class: c, text: kind + text})
		}
	}
	enter(measures, unitMeasure, cUnit)
	enter(counted, unitCount, cCount)
	enter(per, unitPer, cUnit)
	enter(scales, "", cScale)
}

// A unit is read from the text; Name is spelled out with its scale.
type unit struct {
	name  string
	scale float64 // what the scale word multiplies by; 1 without one
	count bool    // a counted noun
	n     int     // tokens it takes
}

func (u unit) percent() bool { return u.name == "%" || u.name == "%/năm" || u.name == "‰" }
func (u unit) points() bool  { return strings.HasPrefix(u.name, "điểm phần trăm") }

func (u unit) money() bool {
	for _, m := range [...]string{"đồng", "USD", "EUR", "JPY", "CNY"} {
		if strings.Contains(u.name, m) {
			return true
		}
	}
	return false
}

// unitAt reads the unit at toks[i:]: scale words, a measure or a counted noun,
// and what it is divided by. The zero unit means there is none.
func (x *lexicon) unitAt(toks []token, i int) unit {
	var u unit
	u.scale = 1
	if i+2 < len(toks) && toks[i].word == "đ" && toks[i+1].word == "/" && toks[i+2].word == "c" {
		return unit{name: "đồng chí", scale: 1, count: true, n: 3} // "vắng 3 đ/c"
	}
	j := i
	if e, n := x.longest(toks, j, false, func(e entry) bool { return e.class == cScale }); n > 0 {
		u.name, u.scale = e.text, scaleValue[e.text]
		if j += n; e.text == "tỷ" && j < len(toks) && strings.Contains(" lệ trọng suất ", " "+toks[j].word+" ") { // a number of the list, then "Tỷ lệ …"
			return unit{scale: 1}
		}
	}
	if j > i && toks[j-1].word == "tr" && wordIs(toks, j, ".") && j+1 < len(toks) && toks[j+1].glued {
		j++ // "tr.đồng"
	}
	base, n := x.baseUnit(toks, j)
	switch {
	case n > 0:
		u.count = strings.HasPrefix(base, unitCount)
		u.name = strings.TrimSpace(u.name + " " + base[2:])
		j += n
	case u.scale >= 1e6 && x.ends(toks, j): // "3.426 tỷ": money is meant
		u.name += " đồng"
	case u.scale > 1 && j < len(toks) && !x.ends(toks, j): // "85 triệu cái"
		u.name, u.count = u.name+" "+toks[j].word, true
		j++
	case j > i && u.scale > 1: // "34,8 nghìn": of what, the subject says
	default:
		return unit{scale: 1}
	}
	if wordIs(toks, j, ".") && wordIs(toks, j+1, "km") && toks[j].glued && toks[j+1].glued {
		u.name, j = u.name+".km", j+2 // "lượt khách.km"
	}
	for range 3 {
		text, n := x.perUnit(toks, j)
		if n == 0 {
			break
		}
		u.name += "/" + text
		j += n
	}
	u.n = j - i
	return u
}

// ends reports whether nothing that could be counted stands at toks[j:].
func (x *lexicon) ends(toks []token, j int) bool {
	if j >= len(toks) || toks[j].kind != wordToken {
		return true
	}
	_, n := x.longest(toks, j, false, func(e entry) bool {
		switch e.class {
		case cUp, cDown, cLevel, cEqual, cExceed, cBasis, cPlan, cSame, cAnd, cAux, cConn, cCont, cPostLow, cPostHigh, cShare, cAvg, cEach, cTo, cFor, cAt, cOf, cName, cTotal:
			return true
		}
		return false
	})
	return n > 0 || toks[j].word == x.w.nam || toks[j].word == x.w.trong || toks[j].word == x.w.vao
}

func (x *lexicon) baseUnit(toks []token, j int) (string, int) {
	m, nm := x.longest(toks, j, false, func(e entry) bool { return e.class == cUnit && strings.HasPrefix(e.text, unitMeasure) })
	c, nc := x.longest(toks, j, false, func(e entry) bool { return e.class == cCount })
	if _, verb := x.longest(toks, j, false, func(e entry) bool { return e.class == cDeed }); verb > max(nc, nm) || nc == 1 && toks[j].word == "giải" && j+1 < len(toks) && strings.Contains(" ngân quyết phóng thể pháp trình tỏa ", " "+toks[j+1].word+" ") {
		return "", 0 // "đến 31/12 giải ngân …": a verb, no prizes
	}
	if nc > nm {
		return c.text, nc
	}
	if m.text == unitMeasure+"lần" && wordIs(toks, j+1, "lượt") {
		return "", 0
	}
	if nm == 1 && toks[j].upper && toks[j].end-toks[j].start == 1 {
		return "", 0 // "5 M", initials
	}
	return m.text, nm
}

// perUnit reads "/người" or "một người" after a unit.
func (x *lexicon) perUnit(toks []token, j int) (string, int) {
	if j >= len(toks) || toks[j].word != "/" {
		return "", 0
	}
	j++
	lead := 0
	if j < len(toks) && toks[j].word == "1" {
		lead, j = 1, j+1
	}
	e, n := x.longest(toks, j, false, func(e entry) bool { return e.class == cUnit && strings.HasPrefix(e.text, unitPer) })
	if n == 0 {
		if j < len(toks) && toks[j].kind == numberToken && lead == 0 {
			return x.perNumber(toks, j)
		}
		return "", 0
	}
	return e.text[len(unitPer):], n + 1 + lead
}

func (x *lexicon) perNumber(toks []token, j int) (string, int) {
	if j+1 < len(toks) && toks[j+1].word == "dân" {
		if toks[j].word == "10.000" || toks[j].word == "10000" {
			return "vạn dân", 3
		}
		return toks[j].word + " dân", 3
	}
	return "", 0
}
