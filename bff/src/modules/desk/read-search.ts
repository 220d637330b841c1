import {
  AppError,
  checkUscc,
  isResidentNumber,
  phoneNumberSchema,
  type SearchKind,
  tidyCode,
} from '@acceptance/shared';
import * as v from 'valibot';

export interface ReadSearch {
  readonly kind: SearchKind;
  /** What was typed, without what is only a way of typing it. */
  readonly value: string;
}

/** `ZFCG-261122-0007`, from the first hyphen on as far as somebody has typed it; over the phone also without hyphens. */
const WITH_HYPHENS = /^[A-Z]{2,6}-(\d{0,6}|\d{6}-\d*)$/;
const WITHOUT_HYPHENS = /^([A-Z]{2,6})(\d{6})(\d*)$/;

function orderNumberIn(typed: string): string | null {
  const tidy = typed
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[‐‑–—]/g, '-')
    .toUpperCase();
  if (WITH_HYPHENS.test(tidy)) {
    return tidy;
  }
  const [, prefix, day, sequence] = WITHOUT_HYPHENS.exec(tidy) ?? [];
  return prefix ? `${prefix}-${day}-${sequence}` : null;
}

const phoneIn = (code: string): string | null => {
  const phone = code.replace(/^\+?86(?=1\d{10}$)/, '');
  return v.is(phoneNumberSchema, phone) ? phone : null;
};

/** What kind of thing was typed: each looks different. @throws AppError desk.no_search_by_id_number */
export function readSearch(typed: string): ReadSearch {
  const code = tidyCode(typed);
  const orderNumber = orderNumberIn(typed);
  if (orderNumber !== null) {
    return { kind: 'order-number', value: orderNumber };
  }
  const phone = phoneIn(code);
  if (phone !== null) {
    return { kind: 'phone', value: phone };
  }
  if (isResidentNumber(code)) {
    throw new AppError('desk.no_search_by_id_number');
  }
  const unit = checkUscc(code);
  return unit.state === 'invalid' ? { kind: 'name', value: typed } : { kind: 'unit-code', value: unit.code };
}
