import { AppError, type CardProblem, type ErrorCode, tidyCode, tidyName } from '@acceptance/shared';
import type { CardBack, CardFront } from '../../../ports/id-card-reader';
import type { Person } from '../../person';
import type { CardRefusal, CardSide, KeptReading, SideReadings } from './stored-reading';

const REFUSALS: Readonly<Record<CardRefusal, ErrorCode>> = {
  expired: 'files.card_expired',
  'no-card': 'files.card_missing',
  'wrong-side': 'files.card_wrong_side',
  'several-cards': 'files.several_cards',
};

const isRefusal = (reason: string): reason is CardRefusal => Object.hasOwn(REFUSALS, reason);

const isExpired = ({ validUntil }: CardBack, today: string): boolean =>
  validUntil !== undefined && validUntil !== 'long-term' && validUntil < today;

/** What a photo is not taken for, or null. `today`: YYYY-MM-DD. */
export function refusalOf(reading: SideReadings[CardSide], today: string): CardRefusal | null {
  if (!reading.read) {
    return isRefusal(reading.reason) ? reading.reason : null;
  }
  return 'validUntil' in reading.fields && isExpired(reading.fields, today) ? 'expired' : null;
}

/** `asIs`: the applicant says that the photo is right; that a card has expired is no matter of looking. */
export function refuseCard(refusal: CardRefusal | null, asIs: boolean): void {
  if (refusal && !(asIs && refusal !== 'expired')) {
    throw new AppError(REFUSALS[refusal]);
  }
}

const noted = <Fields>(reading: KeptReading<Fields>, isWhole: (fields: Fields) => boolean): CardProblem[] => {
  if (!reading.read) {
    return [reading.reason];
  }
  return isWhole(reading.fields) ? [...reading.warnings] : [...reading.warnings, 'unclear'];
};

/** What the front says of somebody else than was verified; nothing while nobody is. */
function differences({ name, idNumber }: CardFront, person: Person | null): CardProblem[] {
  return [
    ...(person && name && tidyName(name) !== tidyName(person.name) ? (['name-differs'] as const) : []),
    ...(person && idNumber && tidyCode(idNumber) !== tidyCode(person.idNumber) ? (['number-differs'] as const) : []),
  ];
}

export const problemsOfFront = (reading: SideReadings['front'], person: Person | null): CardProblem[] => [
  ...(reading.read ? differences(reading.fields, person) : []),
  ...noted(reading, ({ name, idNumber }) => Boolean(name && idNumber)),
];

export const problemsOfBack = (reading: SideReadings['back']): CardProblem[] =>
  noted(reading, ({ authority, validUntil }) => Boolean(authority && validUntil));
