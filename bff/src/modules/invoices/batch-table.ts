import type { WantedInvoice } from '@acceptance/shared';
import { BYTE_ORDER_MARK, csvLine, digitsAsText, yuan } from '../../http/csv-line';

/** What the tax office is told of goods: its code (税收分类编码) and the rate, as finance has set them. */
export interface InvoiceItem {
  readonly name: string;
  readonly taxCode: string;
  readonly taxRate: string;
}

export interface InvoiceRequest {
  readonly orderNumber: string;
  readonly amountFen: number;
  readonly particulars: WantedInvoice;
}

interface Row extends InvoiceRequest {
  readonly item: InvoiceItem;
}

const ofSpecial = <Key extends 'businessAddress' | 'businessPhone' | 'bankName' | 'bankAccount'>(
  { particulars }: Row,
  key: Key,
): string => (particulars.kind === 'special' ? particulars[key] : '');

type Column = readonly [heading: string, field: (row: Row) => string];
const empty = (heading: string): Column => [heading, () => ''];

/** Whoever gives no taxpayer number is a natural person: a unit's invoice needs one (announcement 2017 no. 16). */
const isPerson = ({ particulars }: Row): boolean => !particulars.taxpayerNumber;

/** Sheet 1-发票基本信息 of the template 批量导入 of 电子发票服务平台, in its order; from public uses of that template. */
const BASIC: readonly Column[] = [
  ['发票流水号', ({ orderNumber }) => orderNumber],
  ['发票类型', ({ particulars }) => (particulars.kind === 'special' ? '增值税专用发票' : '普通发票')],
  empty('特定业务类型'),
  ['是否含税', () => '是'],
  ['受票方自然人标识', (row) => (isPerson(row) ? '是' : '否')],
  ['购买方名称', ({ particulars }) => particulars.title],
  empty('证件类型'),
  ['购买方纳税人识别号', ({ particulars }) => digitsAsText(particulars.taxpayerNumber ?? '')],
  ['购买方地址', (row) => ofSpecial(row, 'businessAddress')],
  ['购买方电话', (row) => ofSpecial(row, 'businessPhone')],
  ['购买方开户银行', (row) => ofSpecial(row, 'bankName')],
  ['购买方银行账号', (row) => digitsAsText(ofSpecial(row, 'bankAccount').replaceAll(' ', ''))],
  ['备注', ({ orderNumber }) => `申请编号 ${orderNumber}`],
  empty('是否展示购买方银行账号'),
  empty('销售方开户行'),
  empty('销售方银行账号'),
  empty('是否展示销售方银行账号'),
  ['购买方邮箱', ({ particulars }) => particulars.email],
  empty('购买方经办人姓名'),
  empty('购买方经办人证件类型'),
  empty('购买方经办人证件号码'),
  empty('经办人国籍(地区)'),
  empty('经办人自然人纳税人识别号'),
  empty('放弃享受减按1%征收率原因'),
  empty('收款人'),
  empty('复核人'),
];

/** Sheet 2-发票明细信息 without its first column, which is that of the first sheet. */
const DETAILS: readonly Column[] = [
  ['项目名称', ({ item }) => item.name],
  ['商品和服务税收编码', ({ item }) => digitsAsText(item.taxCode)],
  empty('规格型号'),
  ['单位', () => '项'],
  ['数量', () => '1'],
  ['单价', ({ amountFen }) => yuan(amountFen)],
  ['金额', ({ amountFen }) => yuan(amountFen)],
  ['税率', ({ item }) => item.taxRate],
  empty('折扣金额'),
  empty('是否使用优惠政策'),
  empty('优惠政策类型'),
  empty('即征即退类型'),
];

const COLUMNS = [...BASIC, ...DETAILS];

/** What is to be issued as a table; one row an invoice. */
export async function* batchTable(requests: AsyncIterable<InvoiceRequest>, item: InvoiceItem): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(COLUMNS.map(([heading]) => heading));
  for await (const request of requests) {
    yield csvLine(COLUMNS.map(([, field]) => field({ ...request, item })));
  }
}
