import { AppError, type ColumnRole, type LayoutView, MOST_LAYOUTS, type NewLayout } from '@acceptance/shared';
import { unlessTaken } from '../../database/duplicate-key';
import { noteAct } from '../../http/act-notes';
import type { StaffNames } from '../staff';
import { headingKeyOf, type SavedLayoutModel, type SavedLayoutRecord } from './saved-layout.model';
import { headingsOf, referencePart, type StatementColumns } from './statement-layouts';

export interface LayoutDependencies {
  readonly statementLayouts: SavedLayoutModel;
  readonly staffNames: StaffNames;
}

const readAll = (statementLayouts: SavedLayoutModel) =>
  statementLayouts.find().sort({ name: 1, _id: 1 }).limit(MOST_LAYOUTS).lean<SavedLayoutRecord[]>();

/** Knows the headings that are kept. */
export type LayoutOfHeading = (line: readonly string[]) => SavedLayoutRecord | null;
export async function knownHeadings(statementLayouts: SavedLayoutModel): Promise<LayoutOfHeading> {
  const byKey = new Map((await readAll(statementLayouts)).map((layout) => [layout.headingKey, layout]));
  return (line) => byKey.get(headingKeyOf(line)) ?? null;
}

export function savedColumns({ headings, roles, incomeWord }: SavedLayoutRecord): StatementColumns {
  const all = (role: ColumnRole): number[] => roles.flatMap((one, index) => (one === role ? [index] : []));
  const first = (role: ColumnRole): number => roles.indexOf(role);
  return {
    reference: all('reference').map((index) => referencePart(headings, index)),
    day: first('day'),
    income: first('income'),
    payerName: first('payerName'),
    payerAccount: first('payerAccount'),
    remarks: all('remark'),
    direction: incomeWord === null ? undefined : { index: first('direction'), income: incomeWord },
  };
}

function present(layout: SavedLayoutRecord, changedBy: string): LayoutView {
  const { _id, name, headings, roles, incomeWord, changedAt } = layout;
  return { id: _id.toHexString(), name, headings, roles, incomeWord, changedBy, changedAt: changedAt.toISOString() };
}

const nameOf = (names: ReadonlyMap<string, string>, { changedBy }: SavedLayoutRecord): string =>
  names.get(changedBy) ?? '';

export async function presentLayout({ staffNames }: LayoutDependencies, layout: SavedLayoutRecord) {
  return present(layout, nameOf(await staffNames.namesOf([layout.changedBy]), layout));
}

export async function listLayouts({ statementLayouts, staffNames }: LayoutDependencies): Promise<LayoutView[]> {
  const layouts = await readAll(statementLayouts);
  const names = await staffNames.namesOf([...new Set(layouts.map(({ changedBy }) => changedBy))]);
  return layouts.map((layout) => present(layout, nameOf(names, layout)));
}

/**
 * Keeps the columns of a heading, or corrects those that are kept of it.
 * @throws AppError bank_transfers.too_many_layouts
 */
export async function saveLayout(
  needs: LayoutDependencies,
  { name, headings, roles, incomeWord }: NewLayout,
  { staffId, now }: { readonly staffId: string; readonly now: Date },
): Promise<LayoutView> {
  const { statementLayouts } = needs;
  const headingKey = headingKeyOf(headings);
  const known = await statementLayouts.exists({ headingKey });
  if (!known && (await statementLayouts.countDocuments()) >= MOST_LAYOUTS) {
    throw new AppError('bank_transfers.too_many_layouts', { details: { most: MOST_LAYOUTS } });
  }
  const layout = {
    name,
    headings: headingsOf(headings),
    roles,
    incomeWord: incomeWord ?? null,
    changedBy: staffId,
    changedAt: now,
  };
  const write = () =>
    statementLayouts
      .findOneAndUpdate({ headingKey }, { $set: layout }, { upsert: true, returnDocument: 'after' })
      .lean<SavedLayoutRecord>();
  // Of two who keep a new heading at once the second corrects the first.
  const saved = (await unlessTaken(write())) ?? (await write());
  noteAct({ name, roles: roles.join(), ...(incomeWord !== undefined && { incomeWord }) });
  return presentLayout(needs, saved);
}

/** @throws AppError bank_transfers.layout_not_found */
export async function deleteLayout(statementLayouts: SavedLayoutModel, layoutId: string): Promise<void> {
  const gone = await statementLayouts.findOneAndDelete({ _id: layoutId }).lean<SavedLayoutRecord | null>();
  if (!gone) {
    throw new AppError('bank_transfers.layout_not_found');
  }
  noteAct({ name: gone.name });
}
