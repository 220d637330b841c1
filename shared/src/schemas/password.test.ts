import * as v from 'valibot';
import { holdsOwnNumber, newPasswordSchema } from './password';

const problemOf = (password: string): string | undefined =>
  v.safeParse(newPasswordSchema, password).issues?.[0].message;

describe('a new password', () => {
  it.each(['一匹老马走天下过大江', 'correct horse', 'Xk7#mQ2p', 'gedanken9', '4820571936', 'ｘｋ７＃ＭＱ２ｐ'])(
    '%s may be taken',
    (password) => {
      expect(problemOf(password)).toBeUndefined();
    },
  );

  it.each(['', 'a1', 'Xk7#mQ2', '一二三四五六七'])('%j is too short', (password) => {
    expect(problemOf(password)).toBe('密码至少 8 位');
  });

  it('of 128 characters is the longest', () => {
    const longest = 'Xk7#mQ2p'.repeat(16);
    expect(problemOf(`${longest.slice(1)}z`)).toBeUndefined();
    expect(problemOf(`${longest}z`)).toBe('密码最多 128 位');
  });

  it.each(['gedanken', 'GEDANKENN', '48205719'])('%s is of one kind and shorter than ten', (password) => {
    expect(problemOf(password)).toContain('两种');
  });

  it.each([
    'ca123456789',
    'CA123456789',
    'ca123456',
    '1111111111',
    '1234567890',
    '0987654321',
    '9876543210',
    'abcdefghij',
    'password1',
    'Password123!',
    'ｐａｓｓｗｏｒｄ１',
    'p@ssw0rd2024',
    '1234123412341234',
    'qwertyuiop',
    '1qaz2wsx3edc',
    'Admin123!',
  ])('%s is known to everybody', (password) => {
    expect(problemOf(password)).toContain('太常见');
  });
});

describe('the owner’s number', () => {
  it('is seen in a password, whole or in part, however it was typed', () => {
    expect(holdsOwnNumber('x13812341234', '13812341234')).toBe(true);
    expect(holdsOwnNumber('my12341234!', '13812341234')).toBe(true);
    expect(holdsOwnNumber('１３８１２３４１２３４', '13812341234')).toBe(true);
  });

  it('is not seen in another', () => {
    expect(holdsOwnNumber('13812341235x', '13812341234')).toBe(false);
  });
});
