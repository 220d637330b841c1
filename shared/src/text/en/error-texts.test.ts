import { ERROR_CATALOGUE, type ErrorCode } from '../../errors/error-catalogue';
import { ERROR_TEXTS_EN } from './error-texts';

const codes = Object.keys(ERROR_CATALOGUE) as ErrorCode[];
const placeholders = (sentence: string): string[] => (sentence.match(/\{\w+\}/g) ?? []).sort();

describe('the error catalogue in English', () => {
  it('has every code and no other', () => {
    expect(Object.keys(ERROR_TEXTS_EN).sort()).toEqual([...codes].sort());
  });

  it.each(codes)('%s is English and takes the same details', (code) => {
    const { message, next } = ERROR_TEXTS_EN[code];
    expect(`${message} ${next}`).not.toMatch(/\p{Script=Han}/u);
    expect(placeholders(message)).toEqual(placeholders(ERROR_CATALOGUE[code].message));
    expect(placeholders(next)).toEqual(placeholders(ERROR_CATALOGUE[code].next));
  });
});
