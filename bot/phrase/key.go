package phrase

import "strconv"

// The texts of buttons.
const (
	KeyChart      = "📈 Biểu đồ"
	KeyYearBefore = "↔️ So với năm trước"
	KeyTable      = "📋 Bảng số liệu"
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
	KeyRight      = "✅ Đúng"
	KeyTimes      = "🕗 Sửa giờ"
	KeyCancel     = "✖️ Hủy"
	KeyPause      = "⏸ Tạm dừng"
	KeyResume     = "▶️ Tiếp tục"
	KeyDelete     = "🗑 Xóa"
	KeyList       = "📋 Danh sách"
	KeyCalendar   = "📅 Tải tệp lịch"
	KeyDone       = "✅ Xong"
	KeyHour       = "⏱ +1 giờ"
	KeyMorning    = "🌅 Sáng mai"
	KeyOff        = "🔕 Tắt"
	KeyWrite      = "💾 Ghi"
	KeyUndo       = "↩️ Hoàn tác"
	KeySend       = "📣 Gửi"
	KeyStop       = "⏹ Dừng"
	KeyGoOn       = "▶️ Gửi tiếp"
	KeyRefresh    = "🔄 Xem lại"
	KeyClear      = "🗑 Xóa danh sách"
	KeyAudience   = "🔑 Đối tượng được xem"
	KeyTakeRole   = "🚫 Bỏ quyền"
	KeyOpenGroup  = "🔓 Cho cả nhóm hỏi"
	KeyCloseGroup = "🔒 Chỉ người có quyền"
)

// KeyOpen is the button that opens the n-th article of a list.
func KeyOpen(n int) string { return strconv.Itoa(n) }

// KeyUndoOf is the button that takes back the n-th deed of a list.
func KeyUndoOf(n int) string { return "↩️ Hoàn tác việc " + strconv.Itoa(n) }

// The descriptions of commands.
const (
	AboutStart       = "Bắt đầu, xem câu hỏi mẫu và chọn địa bàn"
	AboutAsk         = "Hỏi số liệu: /hoi thu ngân sách năm ngoái"
	AboutSearch      = "Tìm bài viết, thông báo: /tim quy hoạch"
	AboutHelp        = "Hướng dẫn sử dụng"
	AboutSettings    = "Cài đặt: địa bàn, giờ yên lặng, bản tin tuần"
	AboutStatus      = "Tình trạng của bot"
	AboutID          = "Xem mã số của anh/chị và của nhóm"
	AboutErase       = "Xóa dữ liệu của anh/chị"
	AboutCancel      = "Hủy việc đang làm dở"
	AboutRemind      = "Đặt lời nhắc: /nhac nộp báo cáo 8h sáng thứ hai hằng tuần"
	AboutReminders   = "Xem, sửa, xóa lời nhắc"
	AboutDigest      = "Tiến độ các chỉ tiêu thi đua đang chạy"
	AboutSubscribe   = "Nhận bản tin tuần"
	AboutUnsubscribe = "Thôi nhận bản tin tuần"
	AboutUpdate      = "Cập nhật số liệu hoặc bài viết"
	AboutCast        = "Gửi thông báo tới mọi người"
	AboutNotes       = "Xem câu hỏi chưa trả lời được"
	AboutPeople      = "Xem và đổi quyền"
	AboutLog         = "Nhật ký thay đổi, hoàn tác"
	AboutClaim       = "Nhận quyền chủ bot bằng mã"
)
