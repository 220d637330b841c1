import {
  AppError,
  type EntryBank,
  type ImportProgress,
  type NewEntry,
  type StatementImport,
  type StatementLineProblem,
} from '@acceptance/shared';
import { type QueryFilter, Types, type UpdateQuery } from 'mongoose';
import { isDuplicateKey } from '../../database/duplicate-key';
import { outboxEntry } from '../../database/outbox';
import { noteAct } from '../../http/act-notes';
import type { SheetReader } from '../../ports/sheet-reader';
import type { BankEntryModel, BankEntryRecord } from './bank-entry.model';
import { BANK_ENTRY_JOBS } from './bank-entry-jobs';
import { payerShown } from './present-entry';
import { readStatement, type UnknownHeading } from './read-statement';
import { type EntryDependencies, newEntry, type Recording } from './record-entry';
import type { SavedLayoutModel } from './saved-layout.model';
import { knownHeadings, savedColumns } from './saved-layouts';
import { columnsOf, STATEMENT_LAYOUTS, type StatementColumns } from './statement-layouts';
import { statementRows } from './statement-rows';

export interface ImportDependencies extends EntryDependencies {
  readonly sheetReader: SheetReader;
  readonly statementLayouts: SavedLayoutModel;
}

/** How the heading of a bank is found in its file, and under which name its columns are kept. */
interface Finding {
  readonly columnsIn: (cells: readonly string[]) => StatementColumns | null;
  readonly unknownHeading?: UnknownHeading;
  layoutName: string | null;
}

async function findingOf(statementLayouts: SavedLayoutModel, bank: EntryBank): Promise<Finding> {
  if (bank !== 'other') {
    return { columnsIn: (cells) => columnsOf(STATEMENT_LAYOUTS[bank], cells), layoutName: null };
  }
  const layoutOf = await knownHeadings(statementLayouts);
  const finding: Finding = {
    columnsIn: (cells) => {
      const layout = layoutOf(cells);
      finding.layoutName = layout?.name ?? null;
      return layout && savedColumns(layout);
    },
    unknownHeading: 'bank_transfers.layout_unknown',
    layoutName: null,
  };
  return finding;
}

/** Lines that are looked up and written together. */
const BATCH = 200;
/** Troubled lines that are named; who has more has chosen the wrong bank. */
const MOST_NAMED = 100;

interface Line {
  readonly line: number;
  readonly entry: NewEntry;
}

/** What an import has come to so far. */
interface Tally {
  /** Under which its entries stand; that of one that was begun before, where it goes on with it. */
  importId: string;
  goesOn: boolean;
  added: number;
  addedFen: number;
  known: number;
  passedOver: number;
  troubled: number;
  readonly troubles: { line: number; problem: StatementLineProblem }[];
}

function trouble(tally: Tally, line: number, problem: StatementLineProblem): void {
  tally.troubled += 1;
  if (tally.troubles.length < MOST_NAMED) {
    tally.troubles.push({ line, problem });
  }
}

type Known = Pick<BankEntryRecord, 'reference' | 'amountFen' | 'bookedOn' | 'payerShown'>;
const KNOWN = { reference: 1, amountFen: 1, bookedOn: 1, payerShown: 1 } as const;

/** Of other banks several share the name `other`, and a number of one may be that of another one's entry. */
const isSame = (one: Known, { bank, amountFen, bookedOn, payerName }: NewEntry): boolean =>
  one.amountFen === amountFen &&
  one.bookedOn === bookedOn &&
  (bank !== 'other' || one.payerShown === payerShown(payerName));

const isTaken = (one: Known | undefined, entry: NewEntry): boolean => one !== undefined && isSame(one, entry);

/** Whether it was new: of two imports at once one writes it. */
async function store(bankEntries: BankEntryModel, entry: BankEntryRecord): Promise<boolean> {
  try {
    await bankEntries.create(entry);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) {
      return false;
    }
    throw error;
  }
}

/** Entries that have come by an import and that nobody has had matched. */
const UNTOUCHED = { state: 'open', problem: null, matchingBy: { $exists: false } } as const;

/**
 * The file may have been taken in before by a process that died, or whose answer was lost: then nobody knows under what its
 * entries stand, and what is new joins them, so that all of them are matched.
 */
async function goOnWithBegun(bankEntries: BankEntryModel, known: QueryFilter<BankEntryRecord>, tally: Tally) {
  const begun = await bankEntries
    .findOne({ ...known, ...UNTOUCHED, importId: { $exists: true } }, { importId: 1 })
    .lean<Pick<BankEntryRecord, 'importId'> | null>();
  if (!begun?.importId || tally.goesOn) {
    return;
  }
  if (tally.added > 0) {
    await bankEntries.updateMany({ importId: tally.importId }, { $set: { importId: begun.importId } });
  }
  tally.importId = begun.importId;
  tally.goesOn = true;
}

/** Stores what is new of some lines. */
async function takeLines(
  { bankEntries, cipher }: EntryDependencies,
  lines: readonly Line[],
  recording: Recording,
  tally: Tally,
): Promise<void> {
  const bank = lines[0]?.entry.bank;
  const references = lines.map(({ entry }) => entry.reference);
  const stored = await bankEntries.find({ bank, reference: { $in: references } }, KNOWN).lean<Known[]>();
  const known = new Map(stored.map((entry) => [entry.reference, entry]));
  const taken = lines.filter(({ entry }) => isTaken(known.get(entry.reference), entry));
  if (taken.length > 0) {
    await goOnWithBegun(bankEntries, { bank, reference: { $in: taken.map(({ entry }) => entry.reference) } }, tally);
  }
  const { importId } = tally;
  for (const { line, entry } of lines) {
    const before = known.get(entry.reference);
    if (before) {
      tally.known += isSame(before, entry) ? 1 : 0;
      if (!isSame(before, entry)) {
        trouble(tally, line, 'differs');
      }
      continue;
    }
    known.set(entry.reference, { ...entry, payerShown: payerShown(entry.payerName) });
    const isNew = await store(bankEntries, newEntry(cipher, entry, { ...recording, importId }));
    tally.known += isNew ? 0 : 1;
    tally.added += isNew ? 1 : 0;
    tally.addedFen += isNew ? entry.amountFen : 0;
  }
}

/**
 * Takes a statement in, entry by entry; the same again adds nothing, and nothing is paid by it: `startMatching` does that.
 * @throws AppError bank_transfers.statement_*
 */
export async function importStatement(
  needs: ImportDependencies,
  { bytes, bank }: { readonly bytes: Uint8Array | null; readonly bank: EntryBank },
  { staffId, now }: { readonly staffId: string; readonly now: Date },
): Promise<StatementImport> {
  if (!bytes || bytes.length === 0) {
    throw new AppError('bank_transfers.statement_missing');
  }
  const recording = { staffId, now };
  const tally: Tally = {
    ...{ importId: new Types.ObjectId().toHexString(), goesOn: false },
    ...{ added: 0, addedFen: 0, known: 0, passedOver: 0, troubled: 0, troubles: [] },
  };
  let batch: Line[] = [];
  const finding = await findingOf(needs.statementLayouts, bank);
  const rows = statementRows(needs.sheetReader, bytes);
  for await (const { line, read } of readStatement(rows, finding.columnsIn, finding.unknownHeading)) {
    if ('problem' in read) {
      trouble(tally, line, read.problem);
    } else if ('entry' in read) {
      batch.push({ line, entry: { bank, ...read.entry } });
    } else {
      tally.passedOver += 1;
    }
    if (batch.length === BATCH) {
      await takeLines(needs, batch, recording, tally);
      batch = [];
    }
  }
  await takeLines(needs, batch, recording, tally);
  const { layoutName } = finding;
  const { importId, goesOn, ...found } = tally;
  const { added, addedFen, known, troubled } = found;
  noteAct({ importId, bank, added, addedFen, known, troubled, ...(layoutName && { layoutName }) });
  return { importId: added > 0 || goesOn ? importId : null, bank, layoutName, ...found };
}

interface CountedEntries {
  readonly _id: {
    readonly state: BankEntryRecord['state'];
    readonly isTroubled: boolean;
    readonly isMatching: boolean;
  };
  readonly count: number;
}

/**
 * How far the matching is. One reading counts every entry once: those that are matched meanwhile, too.
 * @throws AppError bank_transfers.import_not_found
 */
export async function readImport(bankEntries: BankEntryModel, importId: string): Promise<ImportProgress> {
  const jobs = { $ifNull: ['$outbox.job', []] };
  const kinds = await bankEntries.aggregate<CountedEntries>([
    { $match: { importId } },
    {
      $group: {
        _id: {
          state: '$state',
          isTroubled: { $ne: [{ $ifNull: ['$problem', null] }, null] },
          isMatching: { $in: [BANK_ENTRY_JOBS.matchEntry.name, jobs] },
        },
        count: { $sum: 1 },
      },
    },
  ]);
  if (kinds.length === 0) {
    throw new AppError('bank_transfers.import_not_found');
  }
  const sum = (isOf: (kind: CountedEntries['_id']) => boolean): number =>
    kinds.filter(({ _id }) => isOf(_id)).reduce((total, { count }) => total + count, 0);
  const untroubled = ({ state, isTroubled }: CountedEntries['_id']) => state === 'open' && !isTroubled;
  return {
    importId,
    untouched: sum((kind) => untroubled(kind) && !kind.isMatching),
    matching: sum((kind) => untroubled(kind) && kind.isMatching),
    booked: sum(({ state }) => state === 'used'),
    troubled: sum(({ state, isTroubled }) => state === 'open' && isTroubled),
    settled: sum(({ state }) => state !== 'open' && state !== 'used'),
  };
}

/** Has the entries of an import matched that nobody has looked at yet; again it changes nothing. @throws AppError as `readImport` */
export async function startMatching(
  bankEntries: BankEntryModel,
  importId: string,
  { staffId, now }: { readonly staffId: string; readonly now: Date },
): Promise<ImportProgress> {
  const untouched: QueryFilter<BankEntryRecord> = { importId, ...UNTOUCHED };
  const job = outboxEntry(BANK_ENTRY_JOBS.matchEntry, now, {}, `match-${importId}`);
  await bankEntries.updateMany(untouched, {
    $set: { matchingBy: staffId },
    $push: { outbox: job },
  } as UpdateQuery<BankEntryRecord>);
  return readImport(bankEntries, importId);
}
