package extract

// deeds lists verbs of the work of offices, unions and police whose counted or
// measured object is a result: "mở 24 lớp", "tước 214 giấy phép". They were chosen
// by hand from the manner of reports on parties, unions, courts, police, schools
// and relief; verbs of work in fields and on roads stand in vocabulary.
const deeds = `đóng góp|đóng góp được|mở|mở được|mở mới|tổ chức|tổ chức được|đã tổ chức|ban hành|tham mưu ban hành|tước|tạm giữ|tịch thu|tinh giản|sáp nhập|hợp nhất|phẫu thuật|tháo dỡ|lập biên bản|nhắc nhở|ra quân|huấn luyện|tập huấn|sửa|giành|giành được|đoạt|đoạt được|cho vay|thu gom|thu gom được|trả kết quả|tuyển sinh|bổ nhiệm|điều động|quy tập|phát|cấp phát|ra mắt|nhân rộng|tiêu hủy|cưỡng chế|truy tố|xét xử|thụ lý|giải cứu|chuyển đảng chính thức|chuyển đảng chính thức cho|đỡ đầu|nhận đỡ đầu|chăm lo|cắt giảm|đơn giản hóa|tích hợp|chuyển giao|nghiệm thu|khai trừ|khiển trách|cảnh cáo|cách chức|giám sát chuyên đề|tổ chức giám sát|phun|treo|lắp dựng|mua sắm|sửa chữa, xây mới|xây mới, sửa chữa|khơi thông|phát quang|trồng và chăm sóc|chăm sóc|khoanh nuôi tái sinh|hướng dẫn|tiếp|thuê|quyên góp được|kêu gọi|kêu gọi được|vận động được|ủng hộ được|thu được|thành lập và ra mắt|kiện toàn|củng cố|đưa vào hoạt động|đưa vào vận hành|khánh thành|khảo sát|đối thoại|tiếp xúc|phản biện|đình chỉ|thu thập|phổ biến|nhập|xuất|cứu trợ|bảo vệ|xử lý kỷ luật|miễn giảm|gia hạn|cấp đổi|cấp lại|chứng thực|đo đạc|cấp giấy|công bố|thẩm tra|thông báo|vớt|đào|đắp|khoan|đổ|rải|rải nhựa|thảm nhựa|cấy ghép|khử khuẩn|xét nghiệm|sàng lọc|mổ|tầm soát|tuần tra|huy động tham gia|điều trị nội trú|điều trị ngoại trú|khám sức khỏe`

// gifts are deeds that a report counts as results and an article on one evening as
// courtesies.
const gifts = `trao|trao tặng|tặng|tặng quà|trao quà|thăm|thăm hỏi|thăm, tặng|thăm hỏi, tặng|thăm hỏi, tặng quà|khen thưởng|biểu dương|tuyên dương|ủng hộ|quyên góp|xử phạt|phạt|phạt tiền|phạt hành chính|xử phạt hành chính|xử phạt vi phạm hành chính`
