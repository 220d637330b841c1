import { type CardProblem, type ErrorCode, type IdCardReadingView, UNREAD_PROBLEMS } from '@acceptance/shared';
import { CARD_PROBLEM_LABELS } from '../../../../text/identity-labels';
import { labelled } from '../../../../text/punctuation';
import { CARD_READING_TEXT } from '../../texts-papers';
import type { CardSide } from './papers-state';

/** Refusals that the applicant may know better: readers err, and not every document is one that they know. */
const MAY_BE_KEPT: readonly (ErrorCode | null)[] = [
  'files.card_missing',
  'files.card_wrong_side',
  'files.several_cards',
];

export const mayBeKept = (code: ErrorCode | null): boolean => MAY_BE_KEPT.includes(code);

const OF_SOMEBODY_ELSE: readonly CardProblem[] = ['name-differs', 'number-differs'];

/** What to do about what was found, or null. */
function adviceOf(problems: readonly CardProblem[]): string | null {
  const { advice } = CARD_READING_TEXT;
  if (problems.some((problem) => OF_SOMEBODY_ELSE.includes(problem))) {
    return advice.somebodyElse;
  }
  return problems.some((problem) => !UNREAD_PROBLEMS.includes(problem)) ? advice.retake : null;
}

export interface CardWords {
  /** 姓名：张伟 */
  readonly facts: readonly string[];
  readonly problems: readonly string[];
  readonly advice: string | null;
}

const factsOf = (facts: readonly (readonly [label: string, value: string | null])[]): string[] =>
  facts.flatMap(([label, value]) => (value ? [labelled(label, value)] : []));

function factsOfSide({ front, back }: IdCardReadingView, side: CardSide): string[] {
  const { facts, longTerm } = CARD_READING_TEXT;
  return side === 'front'
    ? factsOf([
        [facts.name, front?.name ?? null],
        [facts.idNumber, front?.idNumber ?? null],
      ])
    : factsOf([
        [facts.authority, back?.authority ?? null],
        [facts.validUntil, back?.validUntil === 'long-term' ? longTerm : (back?.validUntil ?? null)],
      ]);
}

/** What was read of one side, in words; null when nothing was. */
export function cardWords(reading: IdCardReadingView, side: CardSide): CardWords | null {
  const problems = reading[side]?.problems;
  return problems
    ? {
        facts: factsOfSide(reading, side),
        problems: problems.map((problem) => CARD_PROBLEM_LABELS[problem]),
        advice: adviceOf(problems),
      }
    : null;
}
