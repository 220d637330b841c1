import { define } from './error-definition';

/** Payment by bank transfer; a part of `ERROR_CATALOGUE`. */
export const BANK_TRANSFER_ERRORS = {
  'bank_transfers.not_offered': define(409, '这份申请不能用银行转账支付', '请用微信支付'),
  'bank_transfers.not_chosen': define(409, '这份申请没有选择银行转账', '请先选择银行转账，取得收款账户和备注码'),
  'bank_transfers.too_many_slips': define(429, '提交凭证的次数太多了', '请联系客服，说明申请编号和备注码'),
  'bank_transfers.waiting': define(
    409,
    '您提交的转账凭证正在核实',
    '请不要重复付款；如果没有转账，请先撤回凭证，再用微信支付',
  ),
  'bank_transfers.only_way': define(409, '这份申请只能用银行转账支付', '请选择银行转账，按页面上的账户和备注码转账'),
  'bank_transfers.nothing_to_refuse': define(409, '没有等待核实的凭证', '请刷新后查看最新状态'),
  'bank_transfers.entry_not_found': define(404, '没有找到这笔到账', '请刷新列表后再试'),
  'bank_transfers.reference_taken': define(
    409,
    '这个流水号已经登记过，金额或日期不同',
    '请核对银行和流水号；登记错的，请在列表里找到原来那一笔处理',
  ),
  'bank_transfers.one_of_either': define(
    422,
    '一次只能用一笔到账付多份申请，或用多笔到账付一份申请',
    '请减少所选的到账或申请',
  ),
  'bank_transfers.not_due': define(409, '申请 {orderNumber} 现在不用付款', '请刷新后查看；多付的款项请退回付款人'),
  'bank_transfers.too_little': define(
    409,
    '所选到账的余额不够支付申请 {orderNumber}',
    '请再选一笔到账，或请付款人补足；都不行的，退回款项后重新支付',
  ),
  'bank_transfers.statement_missing': define(422, '没有收到对账单文件', '请选择从网银导出的 CSV 或 Excel（.xlsx）文件'),
  'bank_transfers.statement_unreadable': define(
    422,
    '认不出这份对账单的表头',
    '请核对所选的银行，用网银导出的原始文件，不要改动表头',
  ),
  'bank_transfers.statement_too_long': define(422, '对账单太大了，一次最多 {most} 行', '请按日期分几次导出、导入'),
  'bank_transfers.statement_protected': define(
    422,
    '对账单有打开密码，读不了',
    '请用 Excel 或 WPS 打开，去掉密码另存后再导入',
  ),
  'bank_transfers.statement_old_format': define(
    422,
    '这是旧版 Excel 文件（.xls），读不了',
    '请用 Excel 或 WPS 打开，另存为 .xlsx 或 CSV 后再导入',
  ),
  'bank_transfers.statement_damaged': define(
    422,
    '对账单打不开，文件可能不完整',
    '请从网银重新下载；还是不行的，用 Excel 或 WPS 打开，另存为 CSV 后再导入',
  ),
  'bank_transfers.statement_busy': define(503, '正在读别的对账单', '请过一分钟再导入，什么都没有登记'),
  'bank_transfers.layout_unknown': define(
    422,
    '没有保存过这种表头的对账单',
    '请先指出各列的用途并保存，再导入；银行改了表头的也要重新指出',
  ),
  'bank_transfers.layout_not_found': define(404, '没有找到保存的列', '可能已被别人删除，请刷新'),
  'bank_transfers.too_many_layouts': define(409, '保存的银行太多了，最多 {most} 家', '请删除不再用的，再保存'),
  'bank_transfers.import_not_found': define(404, '没有找到这次导入', '请重新导入对账单；登记过的不会重复'),
  'bank_transfers.changed_meanwhile': define(409, '到账或申请刚刚被别人处理过', '请刷新后再操作'),
};
