import {
  entryReferenceSchema,
  MOST_ENTRY_FEN,
  type NewEntry,
  type StatementLineProblem,
  unifyHan,
} from '@acceptance/shared';
import * as v from 'valibot';
import { type ReferencePart, type StatementColumns, tidyCell } from './statement-layouts';

const PLAIN_AMOUNT = /^\d{1,12}(\.\d{1,2})?$/;
const GROUPED_AMOUNT = /^\d{1,3}(,\d{3})+(\.\d{1,2})?$/;

/** Yuan as banks write them, in fen, without a fraction on the way; null for what is no amount. */
function wholeFenOf(amount: string): number | null {
  const bare = amount.replace(/^(¥|￥|CNY|\+)\s*/, '');
  if (!PLAIN_AMOUNT.test(bare) && !GROUPED_AMOUNT.test(bare)) {
    return null;
  }
  const [yuan = '', part = ''] = bare.replaceAll(',', '').split('.');
  return Number(yuan) * 100 + Number(part.padEnd(2, '0'));
}

/** The same of a payment, which has a bound. */
export function fenOf(amount: string): number | null {
  const fen = wholeFenOf(amount);
  return fen !== null && fen <= MOST_ENTRY_FEN ? fen : null;
}

/** Days as a spreadsheet counts them where a cell is not marked as a day: 46349 is 2026-11-23. */
const SERIAL_DAY = /^([3-6]\d{4})(\.\d+)?$/;
const SERIAL_START = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** 2026-11-29, 20261129, 2026/11/29, 2026年11月29日, each with or without a time, 46355; null for what is no day. */
export function dayOf(text: string): string | null {
  const serial = SERIAL_DAY.exec(text)?.[1];
  if (serial) {
    return new Date(SERIAL_START + Number(serial) * DAY_MS).toISOString().slice(0, 10);
  }
  const found = /^(\d{4})(\d{2})(\d{2})/.exec(text) ?? /^(\d{4})\D(\d{1,2})\D(\d{1,2})(?!\d)/.exec(text);
  const [, year, month = '', day = ''] = found ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const moment = new Date(`${iso}T00:00:00Z`);
  return year && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(iso) ? iso : null;
}

const LONGEST_NAME = 100;
const LONGEST_REMARK = 200;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}]/gu;
const textOf = (cell: string, most: number): string =>
  Array.from(unifyHan(cell.replaceAll(INVISIBLE, ' ')).replaceAll(/\s+/g, ' ').trim())
    .slice(0, most)
    .join('');

/** A line with money that came, one that has none, or why it cannot be read. */
export type ReadLine =
  | { readonly entry: Omit<NewEntry, 'bank'> }
  | { readonly passedOver: true }
  | { readonly problem: StatementLineProblem };

/** What names the entry at its bank: its own number, or what the layout takes instead, the same from each kind of file. */
function referenceOf(cell: (index: number) => string, { reference }: StatementColumns): string {
  const [own] = reference;
  if (own && reference.length === 1) {
    return cell(own.index);
  }
  const partOf = ({ index, isAmount }: ReferencePart): string =>
    String((isAmount ? wholeFenOf(cell(index)) : null) ?? cell(index).replaceAll(/[^0-9A-Za-z]/g, ''));
  return reference.map(partOf).join('-');
}

/** What a spreadsheet makes of a number that is longer than it keeps: its last digits are lost. */
const ROUNDED = /^\d(\.\d+)?E\+\d+$/i;

const isIncome = (cell: (index: number) => string, { direction }: StatementColumns): boolean =>
  !direction || cell(direction.index) === direction.income;

/** Reads one line of a statement. */
export function readLine(record: readonly string[], columns: StatementColumns): ReadLine {
  const cell = (index: number): string => tidyCell(record[index]);
  const income = cell(columns.income);
  const isNothing = income === '' || /^0*(\.0*)?$|^-+$/.test(income) || income.startsWith('-');
  if (isNothing || !isIncome(cell, columns)) {
    return { passedOver: true };
  }
  const amountFen = fenOf(income);
  if (!amountFen) {
    return { problem: 'amount' };
  }
  const bookedOn = dayOf(cell(columns.day));
  if (!bookedOn) {
    return { problem: 'day' };
  }
  const naming = referenceOf(cell, columns);
  if (columns.reference.some(({ index }) => ROUNDED.test(cell(index)))) {
    return { problem: 'rounded' };
  }
  const reference = v.safeParse(entryReferenceSchema, naming);
  if (!reference.success) {
    return { problem: 'reference' };
  }
  const account = cell(columns.payerAccount).replaceAll(/\s/g, '');
  const remark = textOf(columns.remarks.map(cell).filter(Boolean).join(' '), LONGEST_REMARK);
  return {
    entry: {
      reference: reference.output,
      bookedOn,
      amountFen,
      payerName: textOf(cell(columns.payerName), LONGEST_NAME) || '（没有户名）',
      ...(/^[0-9A-Za-z*-]{4,40}$/.test(account) && { payerAccount: account }),
      ...(remark && { remark }),
    },
  };
}
