import { createFieldCipher } from './field-cipher';

const keys = { keyId: 'test-1', encryptionKey: Buffer.alloc(32, 1), hashKey: Buffer.alloc(32, 2) };
const cipher = createFieldCipher(keys);
const PLAIN = '张伟 11010519491231002X';

/** The envelope with one bit of its sealed part flipped. */
function tampered(envelope: string, byte: number): string {
  const [format, keyId, sealed] = envelope.split('.');
  const bytes = Buffer.from(sealed!, 'base64url');
  bytes.writeUInt8(bytes.readUInt8(byte) ^ 1, byte);
  return [format, keyId, bytes.toString('base64url')].join('.');
}

describe('an envelope of text', () => {
  it('opens again for the same purpose', () => {
    expect(cipher.decryptText(cipher.encryptText(PLAIN, 'account.phone'), 'account.phone')).toBe(PLAIN);
    expect(cipher.decryptText(cipher.encryptText('', 'empty'), 'empty')).toBe('');
  });

  it('names its format and key and shows nothing of the text', () => {
    const envelope = cipher.encryptText(PLAIN, 'account.phone');
    expect(envelope).toMatch(/^v1\.test-1\.[\w-]+$/);
    expect(envelope).not.toContain('110105');
  });

  it('is another one each time: equal texts cannot be recognised', () => {
    expect(cipher.encryptText(PLAIN, 'p')).not.toBe(cipher.encryptText(PLAIN, 'p'));
  });

  it('does not open in another field', () => {
    const envelope = cipher.encryptText(PLAIN, 'account.phone');
    expect(() => cipher.decryptText(envelope, 'account.identity.person')).toThrow();
  });

  // IV, tag and ciphertext begin at bytes 0, 12 and 28.
  it.each([0, 12, 28])('does not open when byte %i was changed', (byte) => {
    const envelope = tampered(cipher.encryptText(PLAIN, 'p'), byte);
    expect(() => cipher.decryptText(envelope, 'p')).toThrow();
  });

  it.each(['', 'v1', 'v1.test-1.', 'v4.test-1.AAAA', 'v1.test-1.AAAA.AAAA', `v1.${PLAIN}.AAAA`, PLAIN])(
    '%j is none',
    (text) => {
      expect(() => cipher.decryptText(text, 'p')).toThrow(/^envelope of an unknown format$/);
    },
  );

  it.each([0, 1, 4, 12, 16, 27])('cut to %i bytes does not open', (length) => {
    const [format, keyId, sealed] = cipher.encryptText('', 'p').split('.');
    const cut = Buffer.from(sealed!, 'base64url').subarray(0, length).toString('base64url');
    expect(() => cipher.decryptText([format, keyId, cut].join('.'), 'p')).toThrow();
  });

  it('does not open with another key of the same id, and the error does not quote the text', () => {
    const other = createFieldCipher({ ...keys, encryptionKey: Buffer.alloc(32, 3) });
    expect(() => other.decryptText(cipher.encryptText(PLAIN, 'p'), 'p')).toThrow(/^(?!.*110105).*$/);
  });
});

describe('an envelope of bytes', () => {
  const bytes = Buffer.from('ffd8ffe000104a464946', 'hex');

  it('opens again for the same purpose', () => {
    expect(cipher.decryptBytes(cipher.encryptBytes(bytes, 'file.1'), 'file.1').equals(bytes)).toBe(true);
  });

  it('hides the magic number of a picture', () => {
    expect(cipher.encryptBytes(bytes, 'file.1').includes(bytes)).toBe(false);
  });

  it('does not open as another file', () => {
    expect(() => cipher.decryptBytes(cipher.encryptBytes(bytes, 'file.1'), 'file.2')).toThrow();
  });

  it('of another format is none', () => {
    expect(() => cipher.decryptBytes(bytes, 'file.1')).toThrow('envelope of an unknown format');
  });
});

// Made by the cipher as it was before there were rings.
describe('what is stored already', () => {
  const text = 'v1.test-1.dlBUuvfU3v7YisTx15NgV-JlpsMuVEqd28_B1wn-1rRhReied4NqeKowJ_JR07hMv-pbANM';
  const bytes = '76312e746573742d312e7f65ee8887580f23c581d6835a09825c9b5d5202cfa3e518bb2ec2d67cfa024cfbc51230dda6';
  const hash = 'bf2a234177c264790479add336c14ada8c77e1d3724c87cec807d8c08982f8bf';

  it('opens and is found', () => {
    expect(cipher.decryptText(text, 'account.phone')).toBe(PLAIN);
    expect(cipher.decryptBytes(Buffer.from(bytes, 'hex'), 'file.1').toString('hex')).toBe('ffd8ffe000104a464946');
    expect(cipher.lookupHash('19900000001', 'account.phone')).toBe(hash);
    expect(cipher.lookupHashes('19900000001', 'account.phone')).toEqual([hash]);
  });

  it('opens for callers that name the record already', () => {
    expect(cipher.decryptText(text, 'account.phone', 'record-1')).toBe(PLAIN);
  });
});

describe('a look-up hash', () => {
  it('is the same for the same value and purpose only', () => {
    const hash = cipher.lookupHash('19900000001', 'account.phone');
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(cipher.lookupHash('19900000001', 'account.phone')).toBe(hash);
    expect(cipher.lookupHash('19900000002', 'account.phone')).not.toBe(hash);
    expect(cipher.lookupHash('19900000001', 'sms-code.phone')).not.toBe(hash);
  });

  it('cannot be made without the key', () => {
    const other = createFieldCipher({ ...keys, hashKey: Buffer.alloc(32, 9) });
    expect(other.lookupHash('19900000001', 'p')).not.toBe(cipher.lookupHash('19900000001', 'p'));
  });
});
