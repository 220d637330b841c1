import type { StatementBank } from '@acceptance/shared';

/** What is read of a line. */
export type StatementField = 'reference' | 'day' | 'income' | 'payerName' | 'payerAccount' | 'remark';

export interface StatementLayout {
  /** Headings by field, the first that is there counts; of remarks all that are there, for payers write into any of them. */
  readonly columns: Readonly<Record<StatementField, readonly string[]>>;
  /** Columns that together name an entry where the bank exports no reference. */
  readonly insteadOfReference: readonly string[];
}

/**
 * Headings as the online banking of each bank exports them (企业网银 → 账户明细 → 下载, CSV). They are matched by name, in any
 * order; further columns and lines above the heading are passed over. ICBC exports no number for an entry in some editions: time,
 * voucher and the balance after it name it there, for no two entries leave the same balance at the same second.
 */
export const STATEMENT_LAYOUTS: Readonly<Record<StatementBank, StatementLayout>> = {
  icbc: {
    columns: {
      reference: ['交易流水号', '流水号', '明细序号'],
      day: ['交易时间', '交易日期', '入账日期'],
      income: ['贷方发生额', '转入金额', '收入金额'],
      payerName: ['对方单位', '对方单位名称', '对方户名'],
      payerAccount: ['对方账号'],
      remark: ['摘要', '用途', '个性化信息', '附言'],
    },
    insteadOfReference: ['交易时间', '凭证号', '余额'],
  },
  ccb: {
    columns: {
      reference: ['账户明细编号-交易流水号', '交易流水号', '明细编号'],
      day: ['记账日期', '交易时间', '交易日期'],
      income: ['贷方发生额（收入）', '贷方发生额(收入)', '贷方发生额', '收入金额'],
      payerName: ['对方户名'],
      payerAccount: ['对方账号'],
      remark: ['摘要', '备注'],
    },
    insteadOfReference: [],
  },
  cmb: {
    columns: {
      reference: ['流水号', '交易流水号'],
      day: ['交易日', '交易日期'],
      income: ['贷方金额', '收入'],
      payerName: ['收(付)方名称', '收/付方名称', '对方户名'],
      payerAccount: ['收(付)方账号', '收/付方账号', '收(付)方帐号', '对方账号'],
      remark: ['摘要', '用途', '业务摘要', '其它摘要'],
    },
    insteadOfReference: [],
  },
};

const NEEDED: readonly StatementField[] = ['day', 'income', 'payerName'];

/** A column of those that name an entry; what an amount is written like differs between files of one bank. */
export interface ReferencePart {
  readonly index: number;
  readonly isAmount: boolean;
}

/** Where the fields stand in a file; -1: nowhere. */
export interface StatementColumns extends Readonly<Record<Exclude<StatementField, 'remark' | 'reference'>, number>> {
  /** One column as it stands, or several that together name an entry. */
  readonly reference: readonly ReferencePart[];
  readonly remarks: readonly number[];
  /** Where one column of amounts is for both ways: the column that tells them apart, and its word for money that came. */
  readonly direction?: { readonly index: number; readonly income: string } | undefined;
}

/** A spreadsheet's sign that a value is text, and what it leaves around it. */
export const tidyCell = (value: string | undefined): string =>
  (value ?? '')
    .normalize('NFKC')
    .trim()
    .replace(/^[='"]+|["'\t]+$/g, '')
    .trim();

/** Headings as they are compared: without what spreadsheets and printing leave in them. */
export const headingsOf = (line: readonly string[]): string[] =>
  line.map((name) => tidyCell(name).replaceAll(/\s/g, ''));

export const referencePart = (headings: readonly string[], index: number): ReferencePart => ({
  index,
  isAmount: headings[index]?.includes('额') ?? false,
});

/** The columns of a heading; null for a line that is none of this bank. */
export function columnsOf({ columns, insteadOfReference }: StatementLayout, line: readonly string[]) {
  const names = headingsOf(line);
  const all = (known: readonly string[]): number[] =>
    known.map((name) => names.indexOf(name.normalize('NFKC'))).filter((index) => index !== -1);
  const first = (known: readonly string[]): number => all(known)[0] ?? -1;
  const instead = all(insteadOfReference);
  const own = first(columns.reference);
  const naming = own !== -1 ? [own] : instead.length === insteadOfReference.length ? instead : [];
  if (naming.length === 0 || NEEDED.some((field) => first(columns[field]) === -1)) {
    return null;
  }
  return {
    reference: naming.map((index) => referencePart(names, index)),
    day: first(columns.day),
    income: first(columns.income),
    payerName: first(columns.payerName),
    payerAccount: first(columns.payerAccount),
    remarks: all(columns.remark),
  } satisfies StatementColumns;
}
