import { clipCharacters, tidyCode, unitsFor } from '@acceptance/shared';
import type { TypedKind } from '../platform/input-keyboard-props';

export interface TypedValue {
  /** What the page gets, and what is sent. */
  readonly value: string;
  /** Whether something of what was typed is not in it: the field must not go on showing it. */
  readonly isCut: boolean;
}

/** Country code of mainland numbers, as address books and browsers put it before them. */
const COUNTRY_CODE = /^(?:\+|00)?86(?=1\d{10}$)/;

const tidyPhone = (typed: string): string => tidyCode(typed).replace(COUNTRY_CODE, '');
const tidyEmail = (typed: string): string => typed.replace(/[\s\u200b-\u200f\u202a-\u202e\ufeff]/g, '');
const asTyped = (typed: string): string => typed;

/** What is left when that which means nothing is gone: groups, invisible signs, the country code. Never a character that counts. */
const TIDY: Readonly<Record<Exclude<TypedKind, 'text'>, (typed: string) => string>> = {
  digits: tidyCode,
  phone: tidyPhone,
  'id-number': tidyCode,
  code: tidyCode,
  email: tidyEmail,
  account: (typed) => (/^1\d{10}$/.test(tidyPhone(typed)) ? tidyPhone(typed) : tidyEmail(typed)),
  password: asTyped,
  'shown-password': asTyped,
};

/**
 * A number, code, address or password is never cut to its length: what is left might be somebody else's. Too long, it stays as
 * it is, and its check says so. Other text ends where there is no room.
 */
export function typedValue(kind: TypedKind, typed: string, maxLength: number): TypedValue {
  if (kind !== 'text') {
    return { value: TIDY[kind](typed), isCut: false };
  }
  const value = clipCharacters(typed, maxLength);
  return { value, isCut: value !== typed };
}

/** `maxlength` of the element: text stops where it is full; what is never cut has room for a mistake and its groups. */
export const elementLimit = (kind: TypedKind, value: string, maxLength: number): number =>
  kind === 'text' ? unitsFor(value, maxLength) : 2 * maxLength + 40;
