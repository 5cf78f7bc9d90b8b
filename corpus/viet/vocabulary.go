package viet

import "strings"

// vocabulary holds the words that the grammars of numerals, units and times
// know. The list was chosen by hand from those grammars; a test checks that
// every word they name is in it.
var vocabulary = newVocabulary(vocabularyWords)

type vocabularyTable struct {
	exact map[string][]string // key with marks -> words
	plain map[string][]string // fold of an unmarked word -> unmarked words
	loose map[string][]string // fold -> every word that folds to it
	fold  map[string]string   // interned folds
}

const vocabularyWords = `
không một mốt hai ba bốn tư năm lăm nhăm sáu bảy bẩy tám chín mười mươi hăm chục trăm
nghìn ngàn vạn triệu tỷ linh lẻ rưỡi phẩy chấm âm nửa phần k tr trđ t ng
i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx
quý khóa đại hội kỳ họp chương cấp lần thứ hạng loại vùng giai đoạn nhiệm tập mục bậc đợt vòng
khu vực cụm phụ lục bài quyển
đồng đ vnd vnđ usd đô la mỹ euro eur đôla
điểm pt ha héc ta hécta km m mét cm mm dm kilomet ki lô vuông khối kg g gam tạ tấn yến lạng kwh mw kw mwh kv gw lít ml
lượt khách người hộ khẩu nhân lao động chỉ tiêu xã phường thị trấn huyện tỉnh thành phố thôn xóm bản tổ dân ấp
tiêu chí hồ sơ giường bệnh bác sĩ dự án doanh nghiệp dn htx hợp tác công trình trường lớp học sinh viên giáo
đảng đại biểu vụ ca chiếc cái con cây tàu thuyền xe sản phẩm đơn vị nhóm tuổi ngày tháng tuần giờ phút giây
nghèo cận đầu thu nhập bình quân lồng bè phiếu ý kiến cuộc đoàn cơ sở chi bộ cán cử tri trẻ em phụ nữ nông tín hữu
văn nghị quyết quyết định thủ tục hành chính trang câu điều khoản ô đối tượng suất quà căn nhà mô hình máy
ruộng sào mẫu thửa gia đình tour phòng khách sạn siêu chợ trạm tế di tích lễ hội ống hàng hóa container teu
khoảng chừng tầm ước xấp xỉ gần hơn trên dưới quá ít nhất tối thiểu đa trở lên xuống từ đến tới bằng hoặc vượt
nhiều độ cỡ ngót ngoài chạm mốc thấp cao kém lớn nhỏ trong số tổng mỗi cả và
h g p gio sáng trưa chiều tối đêm khuya đúng lúc vào hồi khi cuối giữa đầu cùng kỳ
nay mai kia qua hôm này trước sau tiếp theo ngoái nữa vừa rồi gần đây
chủ nhật chúa cn mùng mồng rằm tết giêng chạp lịch dương nhuận âl nguyên đán giao thừa giỗ hùng vương
hàng hằng các những mọi cách định nhất cuối làm việc trừ nghỉ bỏ
thượng trung hạ tuần nửa luỹ lũy kế tính so với thời gian niên vụ
hạn chót chậm muộn kể hết đêm suốt vòng liền liên tục lại tiếng dịp ngay
q t bữa buổi kỷ niệm quốc khánh thu đông xuân mùa hè giảm chiếm
/ - . , : ; ( ) % ‰ ° $ ₫ > < = ≥ ≤ ' " + ~ * ! ? & [ ] ² ³
tôi mình em anh chị nhóm chúng bọn nhắc nhở giúp hộ cho xin vui lòng ơi nhé nha ạ đi dậy bot
hẹn lùi lui đẩy trì nội dung tên báo thức xóa hủy huỷ xoá sửa đổi dời chuyển sang thành tạm dừng ngừng bật tắt tiếp xem liệt kê danh sách lời có gì
cảm ơn phải nộp tháng mốt tại là thì mà rằng việc để về hai nhì đều đặn thường xuyên vĩnh viễn thêm nữa
cứ cũng sở công tổng cộng hoãn deadline đặt hãy tớ nhớ đừng quên bạn kế dùm giùm cậu phòng chí lịch đồng nào kiên việt số lặp báo họ
của đứng độc xếp vài tăng thiếu sắp quả phiên nam mấy lạc kim du cư cân chức bị tạo ngoại alo chẵn trả nhờ xanh tình nguyện thông cảnh ai sao vì đâu từng vậy thế nhỉ nhiêu bao đã chưa vẫn thôi ư hả tất được nhà nước tính ngay bây lát tí chút xíu phen đó ấy bắt kết thúc bỏ qua lặp trồng tây quân cổ truyền ta tiêu hàn thực đoan ngọ vu lan phật đản lập cài toàn bộ ghi chú note áp gọi thức sớm t2 đầu tiên cần khỏi
`

func newVocabulary(list string) vocabularyTable {
	t := vocabularyTable{map[string][]string{}, map[string][]string{}, map[string][]string{}, map[string]string{}}
	seen := map[string]bool{}
	for _, w := range strings.Fields(list) {
		if seen[w] {
			continue
		}
		seen[w] = true
		t.add(w)
	}
	return t
}

func (t vocabularyTable) add(w string) {
	var f wordForm
	for _, r := range w {
		if !f.add(r) {
			return // a sign: see signWords
		}
	}
	f.finish()
	key, fold := string(f.key), string(f.fold)
	t.fold[fold] = fold
	t.loose[fold] = append(t.loose[fold], w)
	t.exact[key] = append(t.exact[key], w)
	if !f.marked {
		t.plain[fold] = append(t.plain[fold], w)
	}
}

// signTable gives each sign the words it stands for; look-alikes are one.
var signTable = newSignTable()

func newSignTable() map[rune][]string {
	t := map[rune][]string{}
	for _, r := range `/-.,:;()%‰°$₫><=≥≤'"+~*!?&[]²³` {
		t[r] = []string{string(r)}
	}
	for like, sign := range map[rune]rune{
		'–': '-', '—': '-', '−': '-', '‑': '-', '‐': '-', '‒': '-', '％': '%', '：': ':', '／': '/', '∕': '/', '⁄': '/',
		'，': ',', '．': '.', '；': ';', '（': '(', '）': ')', '’': '\'', '‘': '\'', '“': '"', '”': '"', '－': '-', '＋': '+',
	} {
		t[like] = t[sign]
	}
	return t
}

func signWords(r rune) []string { return signTable[r] }
