import * as v from 'valibot';
import { ORDER_STATUSES } from '../order/order-status';
import { fileSchema } from './file';
import { objectIdSchema, timestampSchema } from './identifiers';
import { moneyFenSchema } from './money-fen';
import { pageOf } from './page';
import { lineOfText } from './text-fields';

/**
 * How an order's payment by bank transfer stands. `chosen`: the applicant has the account and the remark code. `handed-in`: a slip
 * waits to be compared with money; it pays nothing. `refused`: the slip was, no money has come. `returning`: it goes back.
 */
export const TRANSFER_STATES = ['chosen', 'handed-in', 'refused', 'paid', 'returning', 'returned'] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];
export const TRANSFER_STATE_LABELS: Record<TransferState, string> = {
  chosen: '等您转账',
  'handed-in': '待核实',
  refused: '凭证未通过',
  paid: '已到账',
  returning: '退款中',
  returned: '已退款',
};

/** Whose account statements are known; of `other` banks finance says what the columns are. */
export const STATEMENT_BANKS = ['icbc', 'ccb', 'cmb'] as const;
export type StatementBank = (typeof STATEMENT_BANKS)[number];
export const ENTRY_BANKS = [...STATEMENT_BANKS, 'other'] as const;
export type EntryBank = (typeof ENTRY_BANKS)[number];
export const ENTRY_BANK_LABELS: Record<EntryBank, string> = {
  icbc: '工商银行',
  ccb: '建设银行',
  cmb: '招商银行',
  other: '其他银行',
};

/** `open`: some of the money belongs to no order yet. `returned`, `set-aside`: a person has said so. */
export const ENTRY_STATES = ['open', 'used', 'returned', 'set-aside'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];
export const ENTRY_STATE_LABELS: Record<EntryState, string> = {
  open: '待处理',
  used: '已入账',
  returned: '已退回',
  'set-aside': '与业务无关',
};

/** Why money that came was not booked by itself. */
export const ENTRY_PROBLEMS = ['unknown', 'partial', 'over', 'not-due', 'ambiguous', 'own-order', 'rest'] as const;
export type EntryProblem = (typeof ENTRY_PROBLEMS)[number];
export const ENTRY_PROBLEM_LABELS: Record<EntryProblem, string> = {
  unknown: '附言里没有识别到备注码，也没有唯一相符的申请',
  partial: '金额少于应付',
  over: '金额多于应付',
  'not-due': '这份申请现在不用付款',
  ambiguous: '对应多份申请，金额与合计不符',
  'own-order': '是导入人自己的申请，要由另一位财务入账',
  rest: '入账后还有余款',
};

/** Bounds of what is typed and kept. */
export const MOST_SLIPS = 10;
export const MOST_ORDERS_OF_ENTRY = 20;
export const MOST_ENTRIES_OF_ORDER = 5;
/** The highest single sum that is taken for a payment here: ten million yuan. */
export const MOST_ENTRY_FEN = 1_000_000_000;

/** Where to transfer to. */
export const transferAccountSchema = v.object({
  bankName: v.string(),
  accountName: v.string(),
  accountNumber: v.string(),
});
export type TransferAccount = v.InferOutput<typeof transferAccountSchema>;

/** What an applicant knows of paying by transfer. */
export const ownTransferSchema = v.object({
  /** Whether this order can be paid so, as it stands. */
  offered: v.boolean(),
  amountFen: moneyFenSchema,
  /** Null until it is chosen. */
  state: v.nullable(v.picklist(TRANSFER_STATES)),
  /** To be written into the remark of the transfer; null until it is chosen. */
  code: v.nullable(v.string()),
  account: v.nullable(transferAccountSchema),
  slip: v.nullable(fileSchema),
  note: v.nullable(v.string()),
  handedInAt: v.nullable(timestampSchema),
  /** Why the slip was refused; null unless it is. */
  refusal: v.nullable(v.string()),
  slipsLeft: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});
export type OwnTransfer = v.InferOutput<typeof ownTransferSchema>;

export const slipSchema = v.object({
  fileId: objectIdSchema,
  note: v.optional(lineOfText('说明', 200)),
});

/** A slip in the queue, which names nobody. */
export const transferSummarySchema = v.object({
  orderId: v.string(),
  orderNumber: v.string(),
  projectName: v.string(),
  amountFen: moneyFenSchema,
  code: v.string(),
  state: v.picklist(TRANSFER_STATES),
  handedInAt: v.nullable(timestampSchema),
});
export type TransferSummary = v.InferOutput<typeof transferSummarySchema>;

const day = v.pipe(v.string('请填写到账日期'), v.isoDate('到账日期格式不对，例如 2026-11-29'));
/** As banks number their entries: letters, digits and a few signs. */
export const entryReferenceSchema = v.pipe(
  v.string('请填写银行流水号'),
  v.trim(),
  v.nonEmpty('请填写银行流水号'),
  v.toUpperCase(),
  v.regex(/^[A-Z0-9][A-Z0-9\-_./]{3,63}$/, '银行流水号是 4–64 位字母、数字'),
);

/** Money that came, as finance types it from the bank. */
export const newEntrySchema = v.object({
  bank: v.picklist(ENTRY_BANKS, '请选择银行'),
  reference: entryReferenceSchema,
  bookedOn: day,
  amountFen: v.pipe(
    v.number('请填写到账金额'),
    v.safeInteger('到账金额最多两位小数'),
    v.minValue(1, '到账金额要大于 0'),
    v.maxValue(MOST_ENTRY_FEN, '到账金额太大，请核对'),
  ),
  payerName: lineOfText('付款户名', 100),
  payerAccount: v.optional(v.pipe(v.string(), v.trim(), v.regex(/^[0-9A-Za-z*-]{4,40}$/, '付款账号格式不对'))),
  remark: v.optional(lineOfText('附言', 200)),
});
export type NewEntry = v.InferOutput<typeof newEntrySchema>;

export const entrySchema = v.object({
  id: v.string(),
  bank: v.picklist(ENTRY_BANKS),
  reference: v.string(),
  bookedOn: v.string(),
  amountFen: moneyFenSchema,
  /** What belongs to no order yet. */
  remainingFen: moneyFenSchema,
  state: v.picklist(ENTRY_STATES),
  problem: v.nullable(v.picklist(ENTRY_PROBLEMS)),
  /** A person's name is masked, a unit's is not. */
  payerShown: v.string(),
  /** Codes found in the remark. */
  codes: v.array(v.string()),
  parts: v.array(v.object({ orderId: v.string(), orderNumber: v.string(), amountFen: moneyFenSchema })),
});
export type EntryView = v.InferOutput<typeof entrySchema>;

/** With who paid, from which account, and what they wrote: what a refund by transfer needs. */
export const entryDetailSchema = v.object({
  ...entrySchema.entries,
  payerName: v.string(),
  payerAccount: v.nullable(v.string()),
  remark: v.nullable(v.string()),
});
export type EntryDetail = v.InferOutput<typeof entryDetailSchema>;

/** One transfer at the desk, beside the money that may be its. */
export const staffTransferSchema = v.object({
  ...transferSummarySchema.entries,
  unitName: v.nullable(v.string()),
  applicantNameMasked: v.string(),
  note: v.nullable(v.string()),
  slip: v.nullable(fileSchema),
  refusal: v.nullable(v.string()),
  /** Money that belongs to no order yet and has this code or this amount, those with the code first. */
  candidates: v.array(entryDetailSchema),
  /** What it was paid with. */
  paidWith: v.array(entryDetailSchema),
});
export type StaffTransfer = v.InferOutput<typeof staffTransferSchema>;

export const transferQueueSchema = v.object({
  ...pageOf(transferSummarySchema).entries,
  openEntries: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

/** What became of each order of a booking. */
export const bookingSchema = v.object({
  booked: v.array(v.object({ orderId: v.string(), orderNumber: v.string(), amountFen: moneyFenSchema })),
});
export type Booking = v.InferOutput<typeof bookingSchema>;

/** Why a line of a statement was not taken. */
export const STATEMENT_LINE_PROBLEMS = ['amount', 'day', 'reference', 'rounded', 'differs'] as const;
export type StatementLineProblem = (typeof STATEMENT_LINE_PROBLEMS)[number];
export const STATEMENT_LINE_PROBLEM_LABELS: Record<StatementLineProblem, string> = {
  amount: '收入金额看不懂',
  day: '日期看不懂',
  reference: '没有流水号',
  rounded: '流水号被表格软件改成了近似数，请用网银导出的原始文件',
  differs: '流水号登记过，但金额或日期不同',
};

/** Bounds of one file: a busy account has fewer lines in a month. */
export const MOST_STATEMENT_LINES = 5000;
export const MOST_STATEMENT_BYTES = 3 * 1024 * 1024;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** What was in a statement. Taking it in pays nothing. */
export const statementImportSchema = v.object({
  /** Null: nothing in it was new. */
  importId: v.nullable(v.string()),
  bank: v.picklist(ENTRY_BANKS),
  /** Of another bank: the name that its columns are kept under. */
  layoutName: v.nullable(v.string()),
  added: count,
  addedFen: moneyFenSchema,
  /** Recorded before. */
  known: count,
  /** Money that went out, and other lines without any. */
  passedOver: count,
  troubled: count,
  /** The first of them, by line as an editor counts. */
  troubles: v.array(v.object({ line: count, problem: v.picklist(STATEMENT_LINE_PROBLEMS) })),
});
export type StatementImport = v.InferOutput<typeof statementImportSchema>;

/** How far an import is: entries by what became of them. */
export const importProgressSchema = v.object({
  importId: v.string(),
  /** Nobody has had them matched yet. */
  untouched: count,
  /** Their turn comes. */
  matching: count,
  booked: count,
  /** For a person. */
  troubled: count,
  /** A person has settled them. */
  settled: count,
});
export type ImportProgress = v.InferOutput<typeof importProgressSchema>;

/** An order that money may be booked to, found by its number or remark code; it names nobody. */
export const payableOrderSchema = v.object({
  orderId: v.string(),
  orderNumber: v.string(),
  projectName: v.string(),
  amountFen: moneyFenSchema,
  status: v.picklist(ORDER_STATUSES),
});
export type PayableOrder = v.InferOutput<typeof payableOrderSchema>;
