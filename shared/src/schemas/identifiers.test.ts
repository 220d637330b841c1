import * as v from 'valibot';
import { clientTokenSchema, objectIdSchema, revisionSchema, sha256Schema, timestampSchema } from './identifiers';
import { moneyFenSchema } from './money-fen';

const accepts = (schema: v.GenericSchema, value: unknown): boolean => v.safeParse(schema, value).success;

describe('identifiers on the wire', () => {
  it('knows an object id by 24 lower-case hex digits', () => {
    expect(accepts(objectIdSchema, '65f0c0ffee65f0c0ffee65f0')).toBe(true);
    expect(accepts(objectIdSchema, '65F0C0FFEE65F0C0FFEE65F0')).toBe(false);
    expect(accepts(objectIdSchema, '65f0c0ffee65f0c0ffee65f')).toBe(false);
    expect(accepts(objectIdSchema, { $ne: null })).toBe(false);
    expect(accepts(objectIdSchema, '65f0c0ffee65f0c0ffee65f0\n')).toBe(false);
  });

  it('knows a SHA-256 by 64 lower-case hex digits', () => {
    expect(accepts(sha256Schema, 'ab'.repeat(32))).toBe(true);
    expect(accepts(sha256Schema, 'AB'.repeat(32))).toBe(false);
    expect(accepts(sha256Schema, 'ab'.repeat(31))).toBe(false);
  });

  it('wants a client token long enough never to meet another', () => {
    expect(accepts(clientTokenSchema, '3f2504e0-4f89-11d3-9a0c-0305e82c3301')).toBe(true);
    expect(accepts(clientTokenSchema, 'a'.repeat(15))).toBe(false);
    expect(accepts(clientTokenSchema, 'a'.repeat(65))).toBe(false);
  });

  it('takes a moment in ISO 8601 and a revision that is a whole number from 0', () => {
    expect(accepts(timestampSchema, '2026-11-22T09:00:00.000Z')).toBe(true);
    expect(accepts(timestampSchema, '2026-11-22 09:00')).toBe(false);
    expect(accepts(revisionSchema, 0)).toBe(true);
    expect(accepts(revisionSchema, -1)).toBe(false);
    expect(accepts(revisionSchema, 1.5)).toBe(false);
  });

  it('takes money in whole fen only', () => {
    expect(accepts(moneyFenSchema, 26_000)).toBe(true);
    expect(accepts(moneyFenSchema, 0.5)).toBe(false);
    expect(accepts(moneyFenSchema, -1)).toBe(false);
    expect(accepts(moneyFenSchema, '100')).toBe(false);
    expect(accepts(moneyFenSchema, Number.MAX_SAFE_INTEGER + 1)).toBe(false);
  });
});
