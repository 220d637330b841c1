import * as v from 'valibot';
import { objectIdSchema, timestampSchema } from './identifiers';
import { lineOfText } from './text-fields';

/** What a column of a bank's statement is for; `direction`: it says whether the money came or went. */
export const COLUMN_ROLES = [
  'none',
  'reference',
  'day',
  'income',
  'payerName',
  'payerAccount',
  'remark',
  'direction',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];
export const COLUMN_ROLE_LABELS: Record<ColumnRole, string> = {
  none: '不用',
  reference: '流水号',
  day: '到账日期',
  income: '收入金额',
  payerName: '付款户名',
  payerAccount: '付款账号',
  remark: '附言、摘要',
  direction: '收支标志',
};

/** Bounds: of the banks that are kept, of a table's width, and of columns that together are a reference or a remark. */
export const MOST_LAYOUTS = 30;
export const MOST_LAYOUT_COLUMNS = 60;
const MOST_OF_ROLE: Record<Exclude<ColumnRole, 'none'>, number> = {
  reference: 4,
  day: 1,
  income: 1,
  payerName: 1,
  payerAccount: 1,
  remark: 4,
  direction: 1,
};
const NEEDED: readonly ColumnRole[] = ['reference', 'day', 'income', 'payerName'];

const countOf = (roles: readonly ColumnRole[], role: ColumnRole): number => roles.filter((one) => one === role).length;
/** What a set of columns lacks, or has too often; null: nothing. */
export function wrongColumn(roles: readonly ColumnRole[]): ColumnRole | null {
  const isWrong = (role: ColumnRole): boolean =>
    role !== 'none' && (countOf(roles, role) > MOST_OF_ROLE[role] || (NEEDED.includes(role) && !roles.includes(role)));
  return COLUMN_ROLES.find(isWrong) ?? null;
}

/** Amounts, days and numbers: a line of somebody's payment, not the names of columns. */
const isData = (heading: string): boolean => /\d{4,}/.test(heading);

const layoutEntries = {
  /** Under which finance finds it again. */
  name: lineOfText('银行名称', 20),
  headings: v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(60, '表头每格最多 60 个字'))),
    v.minLength(NEEDED.length, '表头的列太少，请选择表头所在的行'),
    v.maxLength(MOST_LAYOUT_COLUMNS, `表格最多 ${MOST_LAYOUT_COLUMNS} 列`),
    v.check((headings) => !headings.some(isData), '这一行像是一笔明细，请选择表头所在的行'),
  ),
  /** One for each heading. */
  roles: v.array(v.picklist(COLUMN_ROLES)),
  /** How the column `direction` says that money came. */
  incomeWord: v.optional(lineOfText('表示收入的字', 10)),
};

/** A bank's columns, as finance tells them once. */
export const newLayoutSchema = v.pipe(
  v.object(layoutEntries),
  v.forward(
    v.check(({ headings, roles }) => headings.length === roles.length, '每一列都要说明用途'),
    ['roles'],
  ),
  v.forward(
    v.check(({ roles }) => wrongColumn(roles) === null, '请各选一列：流水号、到账日期、收入金额、付款户名'),
    ['roles'],
  ),
  v.forward(
    v.check(
      ({ roles, incomeWord }) => roles.includes('direction') === (incomeWord !== undefined),
      '有收支标志的，请填写表示收入的字，例如“贷”',
    ),
    ['incomeWord'],
  ),
);
export type NewLayout = v.InferOutput<typeof newLayoutSchema>;

export const layoutSchema = v.object({
  id: objectIdSchema,
  name: v.string(),
  headings: v.array(v.string()),
  roles: v.array(v.picklist(COLUMN_ROLES)),
  incomeWord: v.nullable(v.string()),
  changedBy: v.string(),
  changedAt: timestampSchema,
});
export type LayoutView = v.InferOutput<typeof layoutSchema>;

/** The start of a statement, so that somebody can say what its columns are. */
export const statementPreviewSchema = v.object({
  rows: v.array(v.object({ line: v.number(), cells: v.array(v.string()) })),
  /** The bank whose heading is in it; null: none that is known. */
  layout: v.nullable(layoutSchema),
  /** Of `rows` the one that is its heading. */
  headingLine: v.nullable(v.number()),
});
export type StatementPreview = v.InferOutput<typeof statementPreviewSchema>;
