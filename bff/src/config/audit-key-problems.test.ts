import { createHash, randomBytes } from 'node:crypto';
import { auditKeyProblems } from './audit-key-problems';

const keyOf = (name: string): string => createHash('sha256').update(name).digest('base64');
const problems = (ring: string, others: Record<string, string> = {}) =>
  auditKeyProblems({ AUDIT_KEYS: ring, ...others });

describe('the keys of the audit log in production', () => {
  it('are random ones of their own', () => {
    const random = randomBytes(32).toString('base64');
    expect(problems(`a2:${keyOf('next')},a1:${random}`, { LOOKUP_HASH_KEY: keyOf('other') })).toEqual([]);
  });

  it.each([
    ['a demo key', `demo-1:${keyOf('x')}`, 'key 1 is a demo credential'],
    ['zeros', `a1:${Buffer.alloc(32).toString('base64')}`, 'key 1 is not random'],
    ['few bytes again and again', `a1:${Buffer.from('secretkeysecretkeysecretkeysecre').toString('base64')}`, 'key 1'],
    ['a key twice', `a2:${keyOf('x')},a1:${keyOf('x')}`, 'key 2 stands in it twice'],
    ['the hash key', `a1:${keyOf('hashes')}`, 'key 1 is the same secret as LOOKUP_HASH_KEY'],
    ['a key of another ring', `a1:${keyOf('fields')}`, 'key 1 is the same secret as FIELD_ENCRYPTION_KEY'],
    ['a password', `a1:${Buffer.from('k7Qz2mVb9XwT4cRj8LsN6hYd3FgP5uEa').toString('base64')}`, 'SMTP_PASSWORD'],
  ])('are not %s', (_what, ring, problem) => {
    const others = {
      LOOKUP_HASH_KEY: keyOf('hashes'),
      FIELD_ENCRYPTION_KEY: `f1:${keyOf('fields')}`,
      SMTP_PASSWORD: 'k7Qz2mVb9XwT4cRj8LsN6hYd3FgP5uEa',
    };
    const found = problems(ring, others);
    expect(found).toEqual([expect.stringContaining(problem)]);
    expect(found.join()).not.toContain(ring.split(':')[1]);
  });
});
