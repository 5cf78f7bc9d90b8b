package corpus

import (
	"iter"
	"math"
	"strings"

	"thiduabot/corpus/viet"
)

// A Dimension tells which units measure the same kind of thing and can be
// turned into one another.
type Dimension string

// The dimensions of the units that the program knows. Two currencies are two
// dimensions: their rate is not known here. Every other counted noun is a
// dimension of its own.
const (
	Percent  Dimension = "%"
	Dong     Dimension = "đồng"
	Dollar   Dimension = "USD"
	AreaSize Dimension = "m²"
	Mass     Dimension = "kg"
	Energy   Dimension = "Wh"
	Counted  Dimension = "số"
)

// scales are the words before a unit that multiply it.
var scales = []struct {
	word   string
	factor float64
}{
	{"triệu tỷ ", 1e15}, {"nghìn tỷ ", 1e12}, {"ngàn tỷ ", 1e12}, {"tỷ ", 1e9}, {"tỉ ", 1e9},
	{"triệu ", 1e6}, {"vạn ", 1e4}, {"nghìn ", 1e3}, {"ngàn ", 1e3},
}

// measures are the units that have a size: dimension and factor to its base.
var measures = map[string]struct {
	Dimension
	factor float64
}{
	"%": {Percent, 1}, "%/năm": {Percent, 1}, "điểm phần trăm": {"điểm phần trăm", 1}, "‰": {"‰", 1}, "lần": {"lần", 1}, "điểm": {"điểm", 1},
	"đồng": {Dong, 1}, "vnd": {Dong, 1}, "usd": {Dollar, 1}, "đô la": {Dollar, 1}, "đô la mỹ": {Dollar, 1}, "eur": {"EUR", 1}, "euro": {"EUR", 1},
	"m²": {AreaSize, 1}, "m2": {AreaSize, 1}, "ha": {AreaSize, 1e4}, "héc ta": {AreaSize, 1e4}, "hecta": {AreaSize, 1e4}, "km²": {AreaSize, 1e6}, "km2": {AreaSize, 1e6},
	"kg": {Mass, 1}, "yến": {Mass, 10}, "tạ": {Mass, 100}, "tấn": {Mass, 1000},
	"wh": {Energy, 1}, "kwh": {Energy, 1e3}, "mwh": {Energy, 1e6}, "gwh": {Energy, 1e9}, "mw": {"W", 1e6}, "kw": {"W", 1e3},
	"m": {"m", 1}, "km": {"m", 1e3}, "m³": {"m³", 1}, "m3": {"m³", 1}, "lít": {"m³", 1e-3},
	"giờ": {"giờ", 1}, "ngày": {"ngày", 1}, "tháng": {"tháng", 1}, "năm": {"năm", 1}, "tuổi": {"tuổi", 1},
}

// counted are the nouns that local reports count, chosen from the published
// figures of the built-in corpus, the indicators of its catalogue and what
// councils, army and mass organisations report.
var counted = nouns(`người;người dân;dân;vạn dân;nhân khẩu;khẩu;hộ;hộ dân;hộ nghèo;gia đình;lao động;việc làm;công nhân;công dân
học sinh;sinh viên;học viên;giáo viên;trẻ;trẻ em;cháu;em;bé trai;bé gái;100 bé gái;cử tri;đại biểu;cán bộ;công chức;viên chức
bác sĩ;bệnh nhân;ca;ca mắc;đảng viên;đoàn viên;hội viên;thành viên;thanh niên;tân binh;chiến sĩ;đối tượng;trường hợp;nạn nhân;chuyên gia;đồng chí;nghệ nhân
xã;phường;thị trấn;thôn;xóm;làng;bản;tổ;tổ dân phố;khu;khu phố;khu dân cư;huyện;quận;thị xã;thành phố;tỉnh;vùng;đơn vị;đơn vị cấp huyện;đơn vị cấp xã;địa phương;nước;quốc gia
chỉ tiêu;tiêu chí;nhóm;nhóm chỉ tiêu;nhóm nhiệm vụ;nhiệm vụ;giải pháp;nghị quyết;quyết định;văn bản;kế hoạch;chương trình;đề án;phương án;phong trào;hồ sơ;thủ tục;dịch vụ công;đơn;đơn thư;ý kiến;kiến nghị;vụ;vụ việc;vụ án;biên bản;cam kết;phiếu;chức danh
lượt;lượt người;lượt khách;lượt hộ;lượt xe;khách;hành khách;cuộc;hội nghị;lớp;lớp học;khóa;buổi;chuyến;chuyến bay
doanh nghiệp;công ty;hợp tác xã;tổ hợp tác;cơ sở;cơ quan;ngân hàng;chi nhánh;cửa hàng;siêu thị;trung tâm;chợ;dự án;công trình;sản phẩm;mô hình;đề tài;sáng kiến;trang trại;nhà máy;cụm công nghiệp;khu công nghiệp;làng nghề;ngành;nghề;lĩnh vực;thị trường;mặt hàng;chủ thể;nhà đầu tư;đối tác
trường;điểm trường;phòng;phòng học;buồng;giường;giường bệnh;bệnh viện;trạm;nhà;nhà ở;căn;căn hộ;thư viện;nhà văn hóa;di tích;lễ hội;câu lạc bộ
chi bộ;đảng bộ;hội;tổ chức;tổ chức đảng;tổ chức cơ sở đảng;tập thể;cá nhân;giải;giải thưởng;huy chương;danh hiệu;bằng khen;giấy khen;suất;suất quà;phần quà;suất học bổng;học bổng;sổ;sổ tiết kiệm;thẻ;tài khoản;mũi;mũi tiêm;liều;đơn vị máu
con;cây;cây xanh;chiếc;cái;máy;thiết bị;xe;ô tô;mô tô;phương tiện;tàu;tàu cá;cầu;tuyến;tuyến đường;điểm cầu;thuê bao;container;bộ;tập;quyển;cuốn;bài;tin;lần;bậc;hạng;giấy chứng nhận;hợp đồng;giao dịch;thửa;thửa đất;lô;lô đất;lồng;đàn;mã số;văn bằng;nhãn hiệu;sào;mẫu;lao động trực tiếp;tin bài`)

func nouns(s string) map[string]bool {
	all := map[string]bool{}
	for line := range strings.SplitSeq(s, "\n") {
		for noun := range strings.SplitSeq(line, ";") {
			all[viet.Normalize(noun)] = true
		}
	}
	return all
}

// UnitNames yields the names of the units that the program knows, without words
// of scale: "người", "tấn", "đồng".
func UnitNames() iter.Seq[string] {
	return func(yield func(string) bool) {
		for name := range measures {
			if !yield(name) {
				return
			}
		}
		for name := range counted {
			if !yield(name) {
				return
			}
		}
	}
}

// UnitOf returns what a unit measures and its factor to the base unit of that
// dimension: "tỷ đồng" is Dong and 1e9. What is divided by ("triệu
// đồng/người/năm") makes a dimension of its own. Ok is false for a unit that is
// not known.
func UnitOf(unit string) (d Dimension, factor float64, ok bool) {
	s := strings.ToLower(viet.Normalize(unit))
	if m, known := measures[s]; known {
		return m.Dimension, m.factor, true
	}
	head, per, divided := strings.Cut(s, "/")
	d, factor, ok = wholeUnit(strings.TrimSpace(head))
	if !ok || !divided {
		return d, factor, ok
	}
	for part := range strings.SplitSeq(per, "/") {
		base, _, known := wholeUnit(strings.TrimSpace(part))
		if !known {
			return "", 0, false
		}
		if base == Counted {
			base = Dimension(strings.TrimSpace(part))
		}
		d += "/" + base
	}
	return d, factor, true
}

func wholeUnit(s string) (Dimension, float64, bool) {
	factor := 1.0
	for _, scale := range scales {
		if rest, ok := strings.CutPrefix(s, scale.word); ok {
			factor, s = scale.factor, rest
			break
		}
	}
	if m, ok := measures[s]; ok {
		return m.Dimension, m.factor * factor, true
	}
	if counted[s] {
		return Counted, factor, true
	}
	return "", 0, false
}

// Limits of what a published figure of a government can be, in base units: the
// country's economy is about 1.3e16 đồng and its trade 8e11 USD a year (General
// Statistics Office, 2024); its land is 331,000 km² and its people 101 million.
var limits = map[Dimension]float64{
	Percent: 10_000, Dong: 1e17, Dollar: 2e12, AreaSize: 1e12, Mass: 1e12, Energy: 1e15, Counted: 1e9,
}

// implausible tells why a value cannot be, "" if it can.
func implausible(value float64, unit string, share bool) string {
	d, factor, ok := UnitOf(unit)
	if !ok {
		return ""
	}
	size := value * factor
	limit, limited := limits[d]
	switch {
	case share && d == Percent && (value < 0 || value > 100):
		return "a share outside 0 to 100 %"
	case limited && math.Abs(size) > limit:
		return "more than anything of this unit can be"
	case d == Percent && size < -100:
		return "less than -100 %"
	case size < 0 && d != Percent && d != "điểm phần trăm" && d != Dong && d != Dollar:
		return "a count or measure below zero"
	case d == Counted && factor == 1 && size != math.Trunc(size):
		return "a count that is not a whole number"
	}
	return ""
}
