import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** The service's hash: MD5 in 32 capitals of the texts one behind the other. */
const md5 = (...texts: readonly string[]): string =>
  createHash('md5').update(texts.join(''), 'utf8').digest('hex').toUpperCase();

/** `sign` of a query: MD5(param + key + customer). */
export const querySign = (param: string, { key, customer }: { key: string; customer: string }): string =>
  md5(param, key, customer);

/** The salt of one subscription: a notice that was signed for one parcel is worth nothing at the address of another. */
export const saltOf = (reference: string, salt: string): string =>
  createHmac('sha256', salt).update(reference).digest('hex').slice(0, 32);

/** Whether `sign` is MD5(param + salt), as a notice must have it. */
export function isNoticeSign(sign: string, param: string, salt: string): boolean {
  const expected = Buffer.from(md5(param, salt));
  const given = Buffer.from(sign.toUpperCase());
  return given.length === expected.length && timingSafeEqual(given, expected);
}
