package index

// sayLocalProduct tells that the GDP asked for was read as GRDP.
const sayLocalProduct = "GDP tính cho cả nước; với địa phương, chỉ tiêu tương ứng là GRDP (tổng sản phẩm trên địa bàn)."
