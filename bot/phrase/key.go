package phrase

import "strconv"

// The texts of buttons.
const (
	KeyChart      = "📈 Biểu đồ"
	KeyYearBefore = "↔️ So với năm trước"
	KeyPlan       = "🎯 Kế hoạch"
	KeySource     = "📄 Nguồn"
	KeyBack       = "↩️ Quay lại"
	KeyGood       = "👍"
	KeyBad        = "👎"
	KeyArea       = "📍 Chọn địa bàn của tôi"
	KeyEarlier    = "« Trước"
	KeyLater      = "Sau »"
	KeyByYear     = "Năm"
	KeyByArea     = "Địa bàn"
	KeyByKind     = "Loại tin"
	KeyAll        = "Tất cả"
	KeyQuiet      = "🌙 Đổi giờ yên lặng"
	KeyDigestOn   = "📬 Nhận bản tin tuần"
	KeyDigestOff  = "📭 Thôi nhận bản tin tuần"
	KeyErase      = "Xóa hết"
	KeyKeep       = "Giữ lại"
	KeyAskIn      = "🙋 Xin quyền"
	KeyLetIn      = "✅ Đồng ý"
	KeyRefuse     = "✖️ Từ chối"
)

// KeyOpen is the button that opens the n-th article of a list.
func KeyOpen(n int) string { return strconv.Itoa(n) }

// The descriptions of commands.
const (
	AboutStart    = "Bắt đầu, xem câu hỏi mẫu và chọn địa bàn"
	AboutAsk      = "Hỏi số liệu: /hoi thu ngân sách năm ngoái"
	AboutSearch   = "Tìm bài viết, thông báo: /tim quy hoạch"
	AboutHelp     = "Hướng dẫn sử dụng"
	AboutSettings = "Cài đặt: địa bàn, giờ yên lặng, bản tin tuần"
	AboutStatus   = "Tình trạng của bot"
	AboutID       = "Xem mã số của anh/chị và của nhóm"
	AboutErase    = "Xóa dữ liệu của anh/chị"
	AboutCancel   = "Hủy việc đang làm dở"
	AboutClaim    = "Nhận quyền chủ bot bằng mã"
)
