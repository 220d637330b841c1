import { createHash } from 'node:crypto';
import { canonicalContent, contentDigest } from './content-digest';

describe('the canonical text of what was decided', () => {
  it('is JSON with sorted members, dates in UTC and nothing that has no value', () => {
    const content = { b: [{ y: 1, x: undefined }], a: { d: new Date(0), c: null } };
    expect(canonicalContent(content)).toBe('{"a":{"c":null,"d":"1970-01-01T00:00:00.000Z"},"b":[{"y":1}]}');
  });

  it('does not depend on the order of members, but on that of items', () => {
    expect(contentDigest({ a: 1, b: [1, 2] })).toBe(contentDigest({ b: [1, 2], a: 1 }));
    expect(contentDigest({ a: 1, b: [1, 2] })).not.toBe(contentDigest({ a: 1, b: [2, 1] }));
  });

  it('is hashed by SHA-256', () => {
    expect(contentDigest({ a: '签名' })).toBe(createHash('sha256').update('{"a":"签名"}', 'utf8').digest('hex'));
  });
});
