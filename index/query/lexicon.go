package query

import "strings"

// sense tells what a phrase does in a question.
type sense uint8

// The senses, from the named things to the words without weight.
const (
	senseNone sense = iota
	senseIndicator
	senseArea
	senseKindOfArea // value: level
	senseWhole      // the whole area of a level: "toàn tỉnh"; value: level
	senseTime       // set by position, never in the lexicon
	senseGrowth
	senseFall
	sensePlan   // the plan as what is compared with
	senseTarget // asks for the target itself
	senseActual
	senseOfficial
	senseEstimate
	senseShare
	senseRank
	senseCompare
	senseTrend
	senseHighest
	senseLowest
	senseList
	senseGoals // "chỉ tiêu": what a campaign is measured by
	senseReached
	senseMissed
	senseWho
	senseWhen
	senseWhere
	senseHowMuch
	senseHow
	senseWhich
	senseFind
	senseDocument // value: kind of article
	senseDeadline
	senseRemind
	senseGreeting
	senseHelp
	senseNewest
	senseOldest
	senseSource
	senseChart
	senseEvent // a meeting or an act that a passage tells of
	senseAnd
	senseAgainst // "so với"
	senseYesNo
	senseUnit      // value: unit
	sensePer       // value: what is counted for each one of, "một năm"
	senseLimit     // a number that figures are held against
	senseOrder     // asks to put places in order
	senseAdding    // asks for what came in addition: goes with what accumulates
	senseOnly      // narrows to what follows: "riêng"
	senseOffice    // whose figures those of a place are: "đảng bộ"
	senseSpending  // a verb of spending: goes with money that is spent
	senseProducing // value: the head that says what a verb of production measures
	senseFiller
	senseTimeWord // a word of periods, known so that it can be mended; content where it stands alone
	senseOther    // content that must not fall apart into fillers
)

// lexicon lists the words of questions, parted by commas. A word with "!" is
// taken with its marks only, since without them it may be a word of content.
// Chosen by hand from what officials type; it names no indicator and no area.
var lexicon = map[sense]string{
	senseGrowth: `lớn thêm, lớn lên, lên mấy phần trăm, lên bao nhiêu phần trăm, lên mấy %, lên bao nhiêu %, nhảy lên, vọt lên, leo lên, nhích thêm được, cao lên, dày lên, tăng được, lên được, phình ra, nở ra, tốc độ phát triển, mức tăng trưởng, tăng, tăng trưởng, tốc độ tăng, tốc độ tăng trưởng, mức tăng, tăng thêm, tăng lên, tăng hay giảm,
		tăng giảm, biến động, so với cùng kỳ, so cùng kỳ, so ck, so với ck, !ck, với cùng kỳ, cùng kỳ, nhịp tăng, tỷ lệ tăng, tăng bình quân, tăng thế nào, gấp mấy, gấp mấy lần, gấp bao nhiêu, gấp bao nhiêu lần, tăng bao nhiêu lần, tăng mấy lần, tăng thêm bao nhiêu, nhích, nhích lên, nhích thêm, nhỉnh lên, đi lên, cao thêm, tăng mạnh hơn, tăng cao hơn, tăng nhanh hơn`,
	senseFall:     `tụt mất, giảm mất, sụt mất, rớt, rớt xuống, tuột, tuột xuống, co lại, teo lại, kéo giảm, bớt, bớt đi, giảm được, hao hụt, tụt lùi, tụt đi, thụt lùi, giảm, sụt, sụt giảm, mức giảm, giảm xuống, tốc độ giảm, giảm đi, tụt, tụt xuống, hạ xuống, đi xuống, sụt xuống`,
	sensePlan:     `kế hoạch, dự toán, so với kế hoạch, so kế hoạch, so với dự toán, so dự toán, kế hoạch năm, dự toán năm, dự toán giao, kế hoạch giao, chỉ tiêu giao, chỉ tiêu kế hoạch, phần trăm kế hoạch, phần trăm dự toán, nghị quyết giao, nghị quyết đề ra, kế hoạch đề ra, tỉnh giao, tiến độ, tỷ lệ hoàn thành`,
	senseTarget:   `cái đích, !đích, mốc phấn đấu, mốc đặt ra, kỳ vọng, đặt kỳ vọng, dự định, đưa ra mục tiêu, chỉ tiêu phấn đấu, muốn đạt, quyết tâm đạt, quyết đạt, phấn đấu lên, phấn đấu tới, nhắm mốc, đặt mốc, chốt mục tiêu, giao chỉ tiêu là, !đặt, !nhắm, !ngắm, nhắm tới, nhắm đến, hướng tới, hướng đến, ngắm tới, ngắm đến, mục tiêu, phấn đấu, chỉ tiêu đề ra, đề ra, đặt ra, dự kiến đạt, định hướng, phấn đấu đạt, kế hoạch là, mục tiêu là, kế hoạch là bao nhiêu, dự toán là bao nhiêu, đặt mục tiêu, phải đạt, phải đạt được, cần đạt, cần đạt được, phải được, phải có, đặt chỉ tiêu, đề ra mục tiêu, giao chỉ tiêu, mục tiêu đặt ra, mục tiêu đề ra`,
	senseActual:   `cán mốc, chạm mốc, chạm ngưỡng, đạt ngưỡng, ghi nhận, ghi nhận được, kiếm được, kiếm về, kiếm về được, nhận được, !kiếm, bố trí được, xoay được, gom góp được, gặt hái được, hoàn thành được, lập được, nhặt được, gánh được, tích được, rút về được, tới được, lên tới, lên đến, đạt tới, đạt đến, cán đích ở mức, thực hiện, kết quả thực hiện, thực đạt, thực tế, đã đạt, đạt được, đạt bao nhiêu, đạt được bao nhiêu, đạt mấy, được bao nhiêu, đã thực hiện, đạt, hoàn thành, thực tế đạt, kết quả, thu hút, thu hút được, làm ra, làm ra được, làm được, !hút, hút được, hút về, thu về, thu về được, kéo về, kéo về được, đem về, đem lại, mang lại, tạo ra, tạo ra được, tạo được, lo được, lo cho, có được, gom được, gom về, quyên góp được, vận động được, huy động được, mang về, đi được, đạt được mấy`,
	senseOfficial: `!thực, thực thu, thực chi, chính thức, số chính thức, công bố chính thức`,
	senseEstimate: `ước, ước đạt, ước tính, ước thực hiện, ưth, số ước, sơ bộ, dự ước`,
	senseShare:    `đóng góp bao nhiêu phần trăm, đóng góp mấy phần trăm, đóng góp bao nhiêu %, đóng góp mấy %, góp bao nhiêu phần trăm, góp mấy phần trăm, góp bao nhiêu %, góp mấy %, chiếm, chiếm tỷ lệ, chiếm khoảng, chiếm được, chiếm giữ`,
	senseRank:     `đứng thứ mấy, xếp thứ mấy, xếp hạng, thứ hạng, đứng thứ, xếp thứ, hạng mấy, !thứ mấy, đứng hạng, đứng vị trí`,
	senseOrder:    `xếp từ cao xuống thấp, xếp từ thấp lên cao, từ cao xuống thấp, từ cao đến thấp, từ thấp lên cao, từ thấp đến cao, từ lớn đến nhỏ, từ nhỏ đến lớn, từ nhiều đến ít, từ ít đến nhiều, sắp xếp theo thứ tự, xếp theo thứ tự, xếp thứ tự, theo thứ tự, sắp thứ tự, xếp lần lượt, xếp theo, bảng xếp hạng`,
	senseCompare:  `đặt cạnh nhau, để cạnh nhau, đặt lên bàn cân, so kè, ai hơn ai, cái nào hơn, bên nào hơn, năm nào hơn, nơi nào hơn, hơn kém nhau, cách nhau, vênh nhau, lệch nhau, chênh nhau, chênh, chênh bao nhiêu, so sánh, đối chiếu, so với nhau, chênh lệch, hơn kém, chênh nhau, khác nhau, hơn nhau, bên nào, nơi nào tăng`,
	senseTrend:    `lên xuống thế nào, lên xuống ra sao, đi lên hay đi xuống, tăng giảm ra sao, tăng giảm thế nào, xuống nhanh không, lên nhanh không, biến chuyển thế nào, chuyển biến thế nào, thay đổi như thế nào, qua từng giai đoạn, nhìn lại các năm, diễn biến, xu hướng, qua các năm, từng năm, các năm, hằng năm, hàng năm, những năm qua, những năm gần đây, mấy năm qua, mấy năm gần đây, thay đổi thế nào, thay đổi ra sao, theo năm, qua từng năm, chuỗi số liệu, thay đổi`,
	senseHighest:  `cao nhất, lớn nhất, nhiều nhất, đông nhất, rộng nhất, kỷ lục, cao kỷ lục, tăng mạnh nhất, tăng cao nhất, dẫn đầu, tăng nhanh nhất, đứng đầu, nhanh nhất, mạnh nhất`,
	senseLowest:   `thấp nhất, nhỏ nhất, ít nhất, tăng thấp nhất, tăng chậm nhất, giảm mạnh nhất, đội sổ, chậm nhất, yếu nhất, kém nhất`,
	senseList:     `liệt kê, liệt kê hết, liệt kê tất cả, kể hết, nêu hết, danh sách, những gì, gồm những gì, tổng hợp, thống kê, kể ra, nêu các, các số liệu, những số liệu, có số liệu gì, có những số liệu nào, có số liệu nào, có những chỉ tiêu nào, những chỉ tiêu nào, các chỉ tiêu, chỉ tiêu nào, chỉ tiêu gì, chỉ tiêu thi đua, kết quả kinh tế xã hội, tình hình kinh tế, kết quả kinh tế, số liệu kinh tế, kết quả kt xh, kết quả ktxh, tình hình kinh tế xã hội, kinh tế xã hội, kt xh, ktxh, biết gì, biết những gì, toàn bộ số liệu, tất cả, những chỉ tiêu, những số liệu có, số liệu có, các số liệu có, số liệu hiện có, số liệu đã có, kể hết, kê hết, kể hết ra, kê ra, kê hết ra, cả bảng, cho xin cả bảng, bảng số liệu, bảng tổng hợp, có gì đưa hết, có gì cho hết, đưa hết, đưa hết ra, gồm những chỉ tiêu nào, gồm các chỉ tiêu nào, gồm chỉ tiêu nào, gồm chỉ tiêu gì, gồm những chỉ tiêu gì, bao gồm những chỉ tiêu nào, bao gồm những gì, gồm những số liệu nào`,
	senseGoals:    `chỉ tiêu, chỉ tiêu về, các chỉ tiêu về`,
	senseReached:  `đủ kế hoạch giao, đủ kế hoạch được giao, đủ dự toán, đủ dự toán giao, đủ mục tiêu, tròn kế hoạch, đủ chỉ tiêu, đủ kế hoạch, đủ quân số, đạt và vượt, vượt, vượt kế hoạch, vượt chỉ tiêu, vượt dự toán, hoàn thành kế hoạch, hoàn thành vượt mức, vượt mức, đạt kế hoạch, đạt chỉ tiêu, đã đạt chưa, có đạt không, đạt chưa, về đích, đủ chỉ tiêu, có đủ chỉ tiêu, đủ kế hoạch, đạt đủ, đủ chỉ tiêu không`,
	senseMissed:   `không đạt, chưa đạt, không hoàn thành, chưa hoàn thành, hụt, chậm, chưa đạt kế hoạch, không đạt kế hoạch, chưa đạt được, trễ`,
	senseWho:      `ai, những ai, người nào, đồng chí nào, đơn vị nào, cơ quan nào, ai là, ai là người, do ai, cá nhân nào, tập thể nào, ông nào, bà nào, ai đã, gồm ai, gồm những ai`,
	senseWhen:     `khi nào, lúc nào, ngày nào, bao giờ, hôm nào, vào ngày nào, mấy giờ, thời gian nào, ngày mấy, vào lúc nào, tháng mấy, ngày bao nhiêu, tháng nào, khi mô, bữa nào`,
	senseWhere:    `ở đâu, nơi nào, tại đâu, chỗ nào, đâu, địa điểm nào, địa điểm`,
	senseHowMuch:  `bao nhiêu, mấy, bao lăm, chừng nào, cỡ nào, bao nhiu, bn, bnh, bnhiêu, được bao nhiêu, đạt bao nhiêu, là bao nhiêu, đạt mấy, còn bao nhiêu, còn mấy, là mấy, có bao nhiêu, tỷ lệ bao nhiêu, tỷ lệ là bao nhiêu, tỷ lệ mấy, đc bao nhiêu, dc bao nhiêu, đc mấy, dc mấy, được mấy, đc bn, dc bn, được bn, bao nhiêu phần`,
	senseHow:      `thế nào, ra sao, như thế nào, ntn, như nào, sao rồi, tình hình, tới đâu, đến đâu`,
	senseWhich:    `nào, gì, ngành nào, lĩnh vực nào, khu vực kinh tế nào, cái nào, cái gì, năm nào, j`,
	senseFind:     `gửi link, kèm link, cho link, cho xin link, xin link, link bài, gửi đường dẫn, cho đường dẫn, tìm, tìm kiếm, tra, tra cứu, cho xem, mở, tìm giúp, tìm bài, xem bài, bài, bài về, bài nói về, tin về, các bài, những bài, tìm tin, có bài nào, có tin nào, bài nào !nói, bài nào, bài viết nào, bài viết, bài báo, tin bài, tin tức, tin, tin ảnh, chùm ảnh, xem ảnh, cho xem ảnh, xin ảnh, gửi ảnh, tìm ảnh, !ảnh`,
	senseSource:   `nguồn, nguồn ở đâu, nguồn nào, lấy ở đâu, nguồn đâu, dẫn nguồn, theo nguồn nào, trích nguồn, ở đâu ra, lấy từ đâu, xuất xứ`,
	senseChart:    `vẽ giúp đường, vẽ đường, vẽ giúp biểu đồ, vẽ hộ biểu đồ, vẽ cho, vẽ giúp, đồ họa, dựng biểu đồ, làm biểu đồ, biểu diễn, vẽ biểu đồ, biểu đồ, vẽ đồ thị, đồ thị, sơ đồ`,
	senseDeadline: `hạn nộp, hạn chót, thời hạn, đến hạn, sắp đến hạn, quá hạn, hết hạn, tới hạn, hạn, kỳ hạn, phải nộp, cần nộp, phải nộp những gì, nợ báo cáo, hạn cuối, trước hạn`,
	senseRemind:   `nhắc, nhắc tôi, nhắc em, nhắc anh, nhắc !chị, nhắc nhở, nhắc việc, hẹn, đặt lịch nhắc, lời nhắc, báo thức, nhắc mình, nhắc giúp, nhắc lại, đặt nhắc, tạo nhắc, nhắc hộ, nhớ nhắc, gọi tôi dậy, gọi em dậy, gọi mình dậy, đừng quên, ghi nhớ, ghi chú, note, đặt hẹn, đặt lịch`,
	senseGreeting: `xin chào, chào bot, hello, hi, chào bạn, chào anh, chào chị, chào em, cảm ơn, cám ơn, cảm ơn bạn, thank, thanks, tạm biệt, chào buổi sáng, bạn là ai, bot là ai, bạn tên gì, ok, alo, chào mọi người, chào`,
	senseHelp:     `help, trợ giúp, giúp đỡ, hướng dẫn sử dụng, bạn làm được gì, bot làm được gì, làm được những gì, bạn làm được những gì, em làm được gì, bot làm được những gì, làm được gì, biết làm gì, hướng dẫn dùng, cách dùng, hỏi được gì, dùng thế nào, start, giúp tôi với, bạn giúp được gì`,
	senseNewest:   `mới nhất, gần nhất, gần đây nhất, mới đây, gần đây, vừa rồi, đến nay, tính đến nay, hiện nay, hiện tại, bây giờ, hiện giờ, cập nhật, vừa qua, nay, đến giờ`,
	senseAgainst:  `so với, so, hơn so với, cao hơn, thấp hơn, nhiều hơn, ít hơn, tăng so với, giảm so với, chênh lệch so với, hơn, kém, bằng bao nhiêu so với`,
	senseAnd:      `kèm, kèm theo, kèm cả, kèm với, và, với, cùng với, hay, hoặc, lẫn, vs, cùng`,
	senseYesNo:    `có không, phải không, đúng không, chưa, không, à, hả, đúng chứ, chứ, có phải, phải ko, ko, k, hok, hông`,
	senseAdding:   `!thêm, có thêm, thêm được, có thêm được, mới có thêm`,
	senseOnly:     `riêng, riêng về, riêng phần, phần riêng, !phần, riêng khoản, !chỉ tính, chỉ tính riêng, tính riêng`,
	senseOffice:   `đảng bộ, chính quyền, đảng bộ và chính quyền, cấp ủy, đảng bộ và nhân dân, chính quyền và nhân dân, cán bộ và nhân dân, đảng bộ chính quyền`,
	senseSpending: `bỏ ra, !bỏ, chi ra, rót, rót vào, đổ vào, đổ ra, !dành, dành ra, !tiêu, tiêu được, tiêu hết, đầu tư hết, !hết, chi hết, tốn, tốn hết`,
	senseFiller: `!bên, tất cả các ngành, mọi ngành, toàn bộ các ngành, của các ngành cộng lại, làm trong năm, làm được trong năm, tổng hết, tính hết, xin lại, cho xin lại, cho lại, !kia, con số kia, ngày trước, ngày xưa, hồi đó, hồi ấy, lúc đó, lúc ấy, khi đó, khi ấy, hồi trước, dạo trước, dạo đó, !mảng, bên mảng, thật ra, thực ra, đại khái, nôm na, tóm lại, nói tóm lại, sơ sơ, sơ qua, vị chi, tính ra, quy ra, tính ra thì, nghe nói, hình như, dường như, có lẽ, chắc là, không biết, chẳng biết, chả biết, liệu, thì phải, ý là, tức là, cái số, số đó, số này, con số này, con số đó, dữ liệu, số cụ thể, con số cụ thể, con số tuyệt đối, số tuyệt đối, nhiệm kỳ hđnd, nhiệm kỳ hội đồng nhân dân, một cách, rồi ta, rồi nhỉ, mọi người, !mn, hết cả, cả thảy là, nói riêng, nói thật, quả thật, đúng ra, rốt lại, suy cho cùng, xem nào, xem sao, !hử, !hén, !héng, tổng quan, nhìn chung, tính chung, tính gộp, gọi là, coi như, nhà mình, bên mình, phía mình, chỗ mình, cơ quan mình, trong kỳ, của họ, của nó, của mình, chỗ đó, dùm cái, giúp cái, cho chắc, cho chuẩn, cho đúng, !nhờ, cho gọn, ngắn gọn, đầy đủ, !kèm, trên giấy, trên thực địa, tại thời điểm, ở thời điểm, thời điểm, vào thời điểm, kính nhờ, nhờ, nhờ bot, nhờ anh, nhờ chị, nhờ em, nhờ đồng chí, rốt cuộc, rút cuộc, cho số từng năm, đợt, !khoản, tra hộ, tra giúp, tra giùm, kiểm hộ, xem hộ, coi giùm, giữa mùa dịch, trong mùa dịch, giữa dịch, trong dịch covid, giữa, mỗi loại, từng loại, mỗi thứ, từng thứ, cả hai số, cả hai, cho cả hai, gửi tôi, gửi cho tôi, gửi mình, gửi cho mình, cho mình, cho mình xin, giúp mình, gửi em, gửi cho em, gửi anh, gửi giúp, gửi giúp tôi, sếp, sếp hỏi, sếp cần, !gấp, hỏi gấp, cần gấp, e, gđ, hồi, cuối cùng, chốt, chốt lại, chốt lại là, địa bàn, cho, cho hỏi, cho tôi hỏi, cho em hỏi, cho anh hỏi, cho chị hỏi, cho mình hỏi, hỏi, xin, xin hỏi, vui lòng, làm ơn, ạ, !nhé, !nha, !nhá, giúp, giúp tôi, đồng chí, đ c, ad, bot, bot ơi, ơi, em ơi, anh ơi, tôi, em, !anh, chị, mình, tôi muốn biết, muốn biết, muốn hỏi, cho biết, cho tôi biết, biết, cho xin, xin số liệu, cho xin số liệu, số liệu, số liệu về, đc, con số, chỉ số liệu, thông tin, thông tin về, về, của, là, !thì, được, đạt được là, vào, trong, trong năm, năm, cả năm, tính, tính đến, đến, cuối năm, đầu năm, còn, thế, !vậy, thế còn, vậy còn, thì sao, sao, nữa, ở, tại, trên, trên địa bàn, !ta, chúng ta, tỉnh mình, tổng số, tổng, tổng cộng, tất cả là, giá trị, mức, số, con, đã, có, !đang, sẽ, các, những, một, này, !đó, nào đó, theo, từ, !đồng, xem, coi, !cần, !lấy, nói, kể, !rồi, thưa, dạ, vâng, ừ, xin phép, bác, chú, cô, cháu, quý vị, như, để, mà, cũng, ra, khoảng, tầm, giai đoạn, nhiệm kỳ, thời kỳ, kỳ, toàn, toàn bộ, nói chung, chung, cụ thể, chi tiết, chi tiết hơn, chính xác, cho đến, kể từ, đi, luôn, gấp giúp, dùm, giùm, hộ tôi, hộ em, hộ anh, với ạ, ạ cho, đấy, đây, năm học, bằng, !do, tỷ lệ là, vừa rồi là, thực chất, check, check giúp, tra giúp, cả, !chỉ bằng, !chỉ đạt, mới bằng, mới đạt, mới được, !mới chỉ, ghi là, !ghi, nêu là, !chỉ được, !chỉ còn, còn có, hỏi chút, hỏi tí, !nhỉ, !nhề, !z, !zậy, !dzậy, !vại, !hen, !hở, !hử, hả em, hả anh, hả bạn, !ấy, !chừng, áng chừng, !cỡ, vào khoảng, độ chừng, bước vào, bước sang, cả thảy, hết cả thảy, hết thảy, hết tất cả, tất cả, tất tần tật, tổng cộng là,
		hiện có, hiện đang có, đang có, !hiện, hiện đang, các khoản, xảy ra, !xảy, đã xảy ra, lúc này, đề nghị, đề nghị cho, đề nghị cho biết, trong vòng, !tụi mình, !bọn mình, nhá em, giùm cái, luôn nha, !đặng, cho hỏi chút, hỏi tý`,
}

// units maps what is asked for after "bao nhiêu" to the unit of a record.
var units = map[string]string{
	"%": "%", "tỷ lệ bao nhiêu": "%", "tỷ lệ là bao nhiêu": "%", "tỷ lệ mấy": "%", "phần trăm": "%", "pt": "%", "% dân": "%", "% dân số": "%", "% người dân": "%", "phần trăm dân": "%", "phần trăm dân số": "%", "phần trăm người dân": "%",
	"tỷ": "tỷ đồng", "tỷ đồng": "tỷ đồng", "triệu đồng": "triệu đồng", "triệu usd": "triệu USD", "triệu đô": "triệu USD", "triệu đô la": "triệu USD", "tỷ đô": "tỷ USD", "tỷ đô la": "tỷ USD", "usd": "USD", "tỷ usd": "tỷ USD",
	"nghìn tỷ": "tỷ đồng", "nghìn đồng": "nghìn đồng", "đô": "USD", "đô la": "USD", "tiền": "đồng", "đồng": "đồng",
}

// kinds are the kinds of article with the words for them.
var kinds = map[string]string{
	"announcement": "thông báo, giấy mời, lịch họp, lịch công tác, lịch làm việc",
	"plan":         "kế hoạch số, văn bản kế hoạch, chương trình hành động, bản kế hoạch",
	"decision":     "quyết định, nghị quyết, chỉ thị, kết luận, quy định, quy chế",
	"report":       "báo cáo, niên giám, báo cáo tháng, báo cáo năm",
	"":             "công văn, văn bản, tài liệu, hướng dẫn, tờ trình",
}

// levels are the words for the kinds of area.
var levels = map[string]string{
	"province": "tỉnh, thành phố trực thuộc trung ương, thành phố trung ương",
	"city":     "thành phố, tp, thành ủy",
	"district": "huyện, quận, thị xã",
	"ward":     "phường",
	"commune":  "xã, thị trấn, thôn, xóm, tổ dân phố",
	"country":  "cả nước, toàn quốc, nước ta",
}

// wholes are the words that stand for the area of a level around the asker.
var wholes = map[string]string{
	"province": "toàn tỉnh, tỉnh ta, tỉnh nhà, tỉnh mình, cả tỉnh, của tỉnh, cấp tỉnh, trong tỉnh, trên địa bàn tỉnh",
	"district": "toàn huyện, huyện ta, huyện mình, huyện nhà, cả huyện, của huyện, trong huyện, trên địa bàn huyện, toàn quận, quận mình, toàn thị xã, thị xã mình",
	"commune":  "toàn xã, xã ta, xã mình, xã nhà, cả xã, của xã, trong xã, trên địa bàn xã, toàn thị trấn, thị trấn mình",
	"ward":     "toàn phường, phường ta, phường mình, phường nhà, cả phường, trên địa bàn phường",
	"city":     "tp mình, tp ta, tp nhà, cả tp, thành phố nhà, toàn thành phố, thành phố ta, thành phố mình, của thành phố, cả thành phố, trên địa bàn thành phố, toàn tp",
	"country":  "cả nước, toàn quốc, nước ta, trên cả nước",
}

func (t *Terms) addLexicon() {
	for s, list := range lexicon {
		t.addList(list, s, "")
	}
	for text, unit := range units {
		t.add(text, senseUnit, unit)
	}
	for kind, list := range kinds {
		t.addList(list, senseDocument, kind)
	}
	for level, list := range levels {
		t.addList(list, senseKindOfArea, level)
	}
	for level, list := range wholes {
		t.addList(list, senseWhole, level)
	}
	for head, verbs := range producing {
		t.addList(verbs, senseProducing, head)
	}
	t.addList(events, senseEvent, "")
	t.addList(deeds, senseEvent, deed)
	t.addList(others, senseOther, "")
	t.addList(timeWords, senseTimeWord, "")
}

// timeWords are what periods are named with.
const timeWords = `tháng, tháng đầu năm, tháng cuối năm, quý, nửa đầu năm, nửa cuối năm, năm ngoái, năm nay, năm trước, giai đoạn,
	nhiệm kỳ, cùng kỳ năm trước, đến nay, ngày, tuần`

// others are terms of statistics whose parts read like question words; each is a
// thing of its own unless the catalogue names it.
const others = `trung hạn, dài hạn, ngắn hạn, nợ quá hạn, dư nợ quá hạn, giới hạn, hạn ngạch, hạn mức, vô thời hạn, đất ở, đất nông nghiệp, đất trồng lúa, đất lâm nghiệp, đất phi nông nghiệp, đất công, số cơ sở, số cơ sở sản xuất, tôn vinh, vinh danh, vinh dự, vinh quang, quang vinh, hội đồng nhân dân, ủy ban nhân dân, toàn địa bàn, trên toàn địa bàn, cả địa bàn, giá trị tăng thêm, giá trị gia tăng, thuế giá trị gia tăng, bình quân đầu người, đầu người, bình quân, tăng dân số,
	tỷ lệ tăng dân số, dân số tăng, tốc độ tăng dân số, chỉ số giá, giảm nghèo, giảm phát, tăng ca, tăng lương, giảm trừ, giảm thuế,
	số thu, số chi, tổng chi, chi, nhập, nợ, hạn hán, hạn mặn, hạn điền, tin học, tin dùng, giá hiện hành, giá so sánh, giá cố định, giá so sánh 2010, giá so sánh năm 2010, giá cố định 2010, thành phố quản lý, tp quản lý, tỉnh quản lý, trung ương quản lý, địa phương quản lý, kế hoạch hóa gia đình, dân số kế hoạch hóa`

// events are meetings and other things that articles tell of.
const events = `hội nghị, cuộc họp, họp, kỳ họp, phiên họp, buổi họp, tổng kết, sơ kết, lễ phát động, phong trào,
	phong trào thi đua, thi đua, giấy khen, bằng khen, diễn ra, khẩu hiệu, chủ đề, mục tiêu kép, bầu cử, đại hội, diễn tập, sáp nhập,
	lễ, gặp mặt, ban hành, khai mạc, tác giả, ảnh, thành lập, kỷ niệm, tổ chức, phát động`

// deed marks the events that somebody does; deeds are their words.
const (
	deed  = "deed"
	deeds = `trao, trao giấy khen, khen thưởng, dự, tham dự, chủ trì, phát biểu, trao tặng, ký, chỉ đạo, kết luận, viết, chụp ảnh`
)

func (t *Terms) addList(list string, s sense, value string) {
	for text := range strings.SplitSeq(list, ",") {
		text = strings.TrimSpace(text)
		bare, sure := strings.CutPrefix(text, "!")
		t.addPhrase(bare, phrase{sense: s, value: value, sure: sure})
	}
}
