import { decryptJson, encryptJson } from './encrypted-text';
import { createFieldCipher, type FieldCipher } from './field-cipher';

const keyOf = (id: string, byte: number) => ({ id, key: Buffer.alloc(32, byte) });
const [OLD, PRESENT, NEW] = [keyOf('k2024', 1), keyOf('k2025', 2), keyOf('k2026', 3)];
const hashKeys = [keyOf('v1', 9)];
const ringOf = (...encryptionKeys: (typeof OLD)[]) => createFieldCipher({ encryptionKeys, hashKeys });

const cipher = ringOf(NEW, PRESENT, OLD);
const PLAIN = '张伟 11010519491231002X';
const PURPOSE = 'account.phone';
const RECORD = '65f000000000000000000001';

const sealedText = (by: FieldCipher, recordId?: string) => by.encryptText(PLAIN, PURPOSE, recordId);
const sealedBytes = (by: FieldCipher, recordId?: string) => by.encryptBytes(Buffer.from(PLAIN), PURPOSE, recordId);

/** What the envelope, of text or bytes, holds; a null record is a caller that names none. */
const opened = (envelope: string | Buffer, purpose = PURPOSE, recordId: string | null = RECORD, by = cipher) =>
  typeof envelope === 'string'
    ? by.decryptText(envelope, purpose, recordId ?? undefined)
    : by.decryptBytes(envelope, purpose, recordId ?? undefined).toString('utf8');

/** The same envelope under another header. */
const relabelled = (envelope: string | Buffer, from: string, to: string) =>
  typeof envelope === 'string'
    ? envelope.replace(from, to)
    : Buffer.from(envelope.toString('latin1').replace(from, to), 'latin1');

describe.each([
  ['text', sealedText, 'v2.'],
  ['bytes', sealedBytes, 'v3.'],
])('an envelope of %s that is bound to a record', (_kind, sealed, format) => {
  it('names its format and the first key of the ring, and shows nothing of the text', () => {
    const envelope = sealed(cipher, RECORD).toString();
    expect(envelope.startsWith(`${format}k2026.`)).toBe(true);
    expect(envelope).not.toContain('110105');
  });

  it('opens for the same purpose and record only', () => {
    const envelope = sealed(cipher, RECORD);
    expect(opened(envelope)).toBe(PLAIN);
    expect(() => opened(envelope, 'account.email')).toThrow();
    expect(() => opened(envelope, PURPOSE, '65f000000000000000000002')).toThrow();
  });

  it.each([NEW, PRESENT, OLD])('opens where it was sealed with a key of the ring, in either format: $id', (key) => {
    expect(opened(sealed(ringOf(key), RECORD))).toBe(PLAIN);
    expect(opened(sealed(ringOf(key)))).toBe(PLAIN);
  });

  it('does not open without the id of the record', () => {
    expect(() => opened(sealed(cipher, RECORD), PURPOSE, null)).toThrow('without the id of the record');
    expect(opened(sealed(cipher), PURPOSE, null)).toBe(PLAIN);
  });

  it('does not open as one of the old format or of another key', () => {
    const envelope = sealed(cipher, RECORD);
    for (const other of ['v1.', 'v2.', 'v3.'].filter((each) => each !== format)) {
      expect(() => opened(relabelled(envelope, format, other))).toThrow();
      expect(() => opened(relabelled(sealed(cipher), 'v1.', other === 'v1.' ? format : other))).toThrow();
    }
    expect(() => opened(relabelled(envelope, 'k2026', 'k2025'))).toThrow();
  });

  it('of a key that is not in the ring is an error that names only the id', () => {
    const envelope = sealed(ringOf(OLD), RECORD);
    expect(() => opened(envelope, PURPOSE, RECORD, ringOf(NEW, PRESENT))).toThrow(
      /^envelope of an unknown key: k2024$/,
    );
  });

  it('does not open with another key of the same id', () => {
    expect(() => opened(sealed(ringOf(keyOf(NEW.id, 7)), RECORD))).toThrow(/^(?!.*110105).*$/);
  });

  it('needs no sealing anew only with the first key and the new format', () => {
    const cases = [
      [sealed(cipher, RECORD), true],
      [sealed(cipher), false],
      [sealed(ringOf(PRESENT), RECORD), false],
      [sealed(ringOf(OLD)), false],
    ] as const;
    for (const [envelope, newest] of cases) {
      expect(cipher.needsReseal(envelope)).toBe(!newest);
    }
  });

  it('that cannot be opened is not passed over', () => {
    const envelope = sealed(ringOf(OLD), RECORD);
    expect(() => ringOf(NEW).needsReseal(envelope)).toThrow(/^envelope of an unknown key: k2024$/);
    expect(() => cipher.needsReseal(PLAIN)).toThrow(/^envelope of an unknown format$/);
    expect(() => cipher.needsReseal(Buffer.from(PLAIN))).toThrow(/^envelope of an unknown format$/);
  });

  it('needs the id of a record, and a purpose that cannot run into it', () => {
    expect(() => sealed(cipher, '')).toThrow('needs the id of the record');
    expect(() => cipher.encryptText(PLAIN, 'account|phone', RECORD)).toThrow('a purpose without |');
    expect(() => cipher.encryptBytes(Buffer.from(PLAIN), 'account|phone', RECORD)).toThrow('a purpose without |');
  });
});

// Salt, IV, tag and ciphertext begin at bytes 0, 16, 28 and 44 of the sealed part of bytes, the last three 16 earlier in text.
it.each([0, 16, 28, 44])('an envelope whose byte %i was changed does not open', (byte) => {
  const bytes = sealedBytes(cipher, RECORD);
  const header = 'v3.k2026.'.length;
  bytes.writeUInt8(bytes.readUInt8(header + byte) ^ 1, header + byte);
  expect(() => opened(bytes)).toThrow();
});

it.each([0, 12, 28])('an envelope of text whose byte %i was changed does not open', (byte) => {
  const [format, key, text = ''] = sealedText(cipher, RECORD).split('.');
  const sealed = Buffer.from(text, 'base64url');
  sealed.writeUInt8(sealed.readUInt8(byte) ^ 1, byte);
  expect(() => opened(`${format}.${key}.${sealed.toString('base64url')}`)).toThrow();
});

it('a file has a key of its own: what was sealed twice shares nothing, and the ring’s key alone opens nothing', () => {
  const [one, other] = [sealedBytes(cipher, RECORD), sealedBytes(cipher, RECORD)];
  const header = 'v3.k2026.'.length;
  expect(one.subarray(header, header + 16).equals(other.subarray(header, header + 16))).toBe(false);
  const asText = `v2.k2026.${one.subarray(header + 16).toString('base64url')}`;
  expect(() => opened(asText)).toThrow();
});

it('files of before they had keys of their own open, and are sealed anew by a rotation', () => {
  const text = sealedText(cipher, RECORD);
  const sealed = Buffer.from(text.split('.')[2] ?? '', 'base64url');
  const before = Buffer.concat([Buffer.from('v2.k2026.'), sealed]);
  expect(opened(before)).toBe(PLAIN);
  expect(cipher.needsReseal(before)).toBe(true);
});

it('a value goes through a rotation: sealed by the old ring, sealed anew by the new one, opened without the old key', () => {
  const before = sealedText(createFieldCipher({ keyId: OLD.id, encryptionKey: OLD.key, hashKey: hashKeys[0]!.key }));
  const during = ringOf(NEW, OLD);
  expect(during.needsReseal(before)).toBe(true);
  const after = during.encryptText(during.decryptText(before, PURPOSE, RECORD), PURPOSE, RECORD);
  expect(opened(after, PURPOSE, RECORD, ringOf(NEW))).toBe(PLAIN);
});

it('JSON is bound to its record, too', () => {
  const envelope = encryptJson(cipher, { name: '张伟' }, PURPOSE, RECORD);
  expect(decryptJson(cipher, envelope, PURPOSE, RECORD)).toEqual({ name: '张伟' });
  expect(() => decryptJson(cipher, envelope, PURPOSE, 'another')).toThrow();
  expect(decryptJson(cipher, encryptJson(cipher, [1], PURPOSE), PURPOSE)).toEqual([1]);
});

it.each([
  ['encryption keys: must have a key', { encryptionKeys: [], hashKeys }],
  ['encryption keys: key 2: has the id of key 1', { encryptionKeys: [NEW, keyOf(NEW.id, 8)], hashKeys }],
  ['encryption keys: key 1: its id must be', { encryptionKeys: [keyOf('a.b', 1)], hashKeys }],
  ['hash keys: must have a key', { encryptionKeys: [NEW], hashKeys: [] }],
  ['hash keys: key 1: must be 32 bytes', { encryptionKeys: [NEW], hashKeys: [{ id: 'v1', key: Buffer.alloc(16) }] }],
])('a ring that cannot be used is none: %s', (problem, keys) => {
  expect(() => createFieldCipher(keys)).toThrow(problem);
});
