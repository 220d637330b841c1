import { contractCheckCodeSchema } from '@acceptance/shared';
import * as v from 'valibot';
import { createFieldCipher } from '../../database/field-cipher';
import { checkCodeOf, createCheckUrls, isCheckCode } from './check-codes';

const key = (fill: number) => Buffer.alloc(32, fill);
const cipherWith = (...ids: number[]) =>
  createFieldCipher({
    encryptionKeys: [{ id: 'k1', key: key(9) }],
    hashKeys: ids.map((id) => ({ id: `v${id}`, key: key(id) })),
  });
const NUMBER = 'HT-GOV-20261122-000123';

describe('the code on a contract', () => {
  it('is the same each time, another for another contract, and as the schema has it', () => {
    const cipher = cipherWith(1);
    const code = checkCodeOf(cipher, NUMBER);
    expect(checkCodeOf(cipher, NUMBER)).toBe(code);
    expect(v.is(contractCheckCodeSchema, code)).toBe(true);
    expect(new Set(Array.from({ length: 500 }, (_, n) => checkCodeOf(cipher, `HT-${n}`))).size).toBe(500);
    expect(isCheckCode(cipher, NUMBER, code)).toBe(true);
    expect(isCheckCode(cipher, 'HT-GOV-20261122-000124', code)).toBe(false);
  });

  it('is made by the newest key and stays good while its key is in the ring', () => {
    const old = checkCodeOf(cipherWith(1), NUMBER);
    const rotated = cipherWith(2, 1);
    expect(checkCodeOf(rotated, NUMBER)).not.toBe(old);
    expect(isCheckCode(rotated, NUMBER, old)).toBe(true);
    expect(isCheckCode(rotated, NUMBER, checkCodeOf(rotated, NUMBER))).toBe(true);
    expect(isCheckCode(cipherWith(2), NUMBER, old)).toBe(false);
  });

  it('stands in the address of the first web origin, and nowhere without one', () => {
    const cipher = cipherWith(1);
    const origins = ['https://ca.example.cn', 'https://desk.example.cn'];
    expect(createCheckUrls(cipher, origins)(NUMBER)).toBe(
      `https://ca.example.cn/#/subpackages/check/pages/contract/index?n=${NUMBER}&c=${checkCodeOf(cipher, NUMBER)}`,
    );
    expect(createCheckUrls(cipher, [])(NUMBER)).toBeNull();
  });
});
