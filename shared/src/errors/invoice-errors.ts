import { define, type ErrorDefinition } from './error-definition';

/** Invoices of paid orders; a part of `ERROR_CATALOGUE`. */
export const INVOICE_ERRORS = {
  'invoices.none': define(404, '这份申请没有发票', '申请时选择了开发票的，付款后几分钟再看；有疑问请拨打客服电话'),
  'invoices.already_requested': define(
    409,
    '发票已在开具，不能再修改抬头',
    '开具后信息有误的，请拨打客服电话，由财务红冲重开',
  ),
  'invoices.number_used': define(409, '这个发票号码已登记在申请 {orderNumber} 上', '请核对发票号码'),
  'invoices.number_differs': define(409, '这份申请登记的是另一个发票号码', '请核对；确实开错的，先红冲'),
  'invoices.not_requested': define(409, '这张发票现在是“{state}”，不能这样登记', '请刷新后查看'),
  'invoices.not_requested_yet': define(409, '这张发票还没有导出去开具', '请先导出待开具的发票，再导入结果'),
  'invoices.no_red_letter_due': define(409, '这张发票不用红冲', '退款已同意、发票已开具的，才需要红冲'),
  'invoices.pdf_missing': define(404, '这张发票的 PDF 还没有上传', '开具后一般当天可以下载'),
  'invoices.pdf_damaged': define(422, '这不是完整的 PDF 文件', '请从电子发票服务平台重新下载后再上传'),
  'invoices.pdf_too_large': define(413, 'PDF 超过 2 MB', '请上传电子发票服务平台下载的原件'),
  'invoices.pdf_present': define(409, '这张发票已有另一份 PDF', '请核对文件；已发给申请人的原件不能替换'),
  'invoices.pdf_unknown': define(
    404,
    '没有一张已登记的发票对得上这个文件名',
    '文件名里要有 20 位发票号码；请先导入结果',
  ),
  'invoices.row_number_wrong': define(
    422,
    '发票号码不是 20 位数字',
    '表格软件可能改动了长数字：请把这一列设为“文本”后重新保存',
  ),
  'invoices.row_day_wrong': define(422, '开票日期读不出来', '请写成 2026-11-29'),
  'invoices.row_twice': define(422, '同一份申请在文件里有不同的两行', '请核对后只留一行'),
  'invoices.file_missing': define(422, '没有收到文件', '请选择开具结果的 CSV 文件'),
  'invoices.file_unreadable': define(
    422,
    '文件读不出来，或缺少“发票流水号”和“数电票号码”两列',
    '请导出为 CSV（UTF-8 或 GBK），保留标题行',
  ),
  'invoices.file_too_long': define(413, '文件太大，一次最多 {most} 行', '请分成几个文件'),
  'invoices.nothing_waits': define(409, '没有等待开具的发票', '请刷新后再看'),
  'invoices.batch_not_found': define(404, '没有找到这一批发票', '请刷新后重新导出'),
} as const satisfies Record<string, ErrorDefinition>;
