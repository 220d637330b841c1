import { bitString, explicit, integer, sequence } from '../der/write-der';
import {
  buildCsr,
  generatePrivateKeyPem,
  type KeyAlgorithm,
  type NameAttribute,
  pemOf,
  readCsr,
  type SigningKey,
} from '../index';
import { signatureAlgorithmOf } from '../keys/signature-algorithms';
import { encodeName } from '../names/distinguished-name';
import { mutationsOf, refusalOf } from '../testing/mutations';
import { OpenSslFolder, sigopt, vfyopt } from '../testing/openssl-folder';
import { rsaKeyInfo } from '../testing/public-key-infos';
import { newKey } from '../testing/sample-authority';

// Making RSA keys takes seconds on a busy machine.

const folder = new OpenSslFolder();
afterAll(() => folder.remove());

const subject: NameAttribute[] = [
  { type: 'countryName', value: 'CN' },
  { type: 'commonName', value: '张三' },
];

describe.each<KeyAlgorithm>(['rsa-2048', 'rsa-3072', 'ecdsa-p256', 'ecdsa-p384', 'sm2'])(
  'a request of %s',
  (algorithm) => {
    let key: SigningKey;
    let der: Uint8Array;
    beforeAll(async () => {
      key = await newKey(algorithm);
      der = await buildCsr(key, subject);
    });

    test('of ours is one to openssl', () => {
      const text = folder.run(
        'req',
        '-verify',
        '-noout',
        '-text',
        ...vfyopt(algorithm),
        '-inform',
        'DER',
        '-in',
        folder.file('own.csr', der),
      );
      expect(text).toContain('self-signature verify OK');
    });

    test('is read: its key, and its wishes as wishes', () => {
      expect(readCsr(der)).toMatchObject({ publicKey: { algorithm }, ignored: [] });
      expect(readCsr(der).subject.map(({ value }) => value)).toEqual(['CN', '张三']);
      expect(Buffer.from(readCsr(der).publicKey.publicKeyInfoDer)).toEqual(Buffer.from(key.publicKeyInfoDer));
    });

    test.each([
      ['PEM', (bytes: Uint8Array) => pemOf('CERTIFICATE REQUEST', bytes)],
      ['the PEM of old', (bytes: Uint8Array) => pemOf('NEW CERTIFICATE REQUEST', bytes)],
      [
        'PEM of Windows',
        (bytes: Uint8Array) => `\ufeff${pemOf('CERTIFICATE REQUEST', bytes).replaceAll('\n', '\r\n')}\r\n`,
      ],
      ['PEM as bytes', (bytes: Uint8Array) => Buffer.from(pemOf('CERTIFICATE REQUEST', bytes))],
      ['base64 in one line', (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')],
      ['base64 in lines', (bytes: Uint8Array) => pemOf('X', bytes).split('\n').slice(1, -2).join('\n')],
    ])('is read from %s', (_, encode) => {
      expect(Buffer.from(readCsr(encode(der)).der)).toEqual(Buffer.from(der));
    });

    test('with any bit turned, or cut anywhere, is refused', () => {
      const isRefused = (mutated: Buffer) => refusalOf(() => readCsr(mutated)) !== null;
      expect([...mutationsOf(der, algorithm === 'ecdsa-p256')].every(isRefused)).toBe(true);
    });

    test('that another key has signed is refused', async () => {
      const other = await newKey(algorithm);
      const forged = await buildCsr({ ...key, sign: other.sign }, subject);
      expect(() => readCsr(forged)).toThrow(expect.objectContaining({ code: 'wrong_signature' }));
    });

    test('of openssl is read; names, a password and a CA flag that it wishes for are told and given to nobody', () => {
      const config = folder.file(
        'req.cnf',
        `[req]\ndistinguished_name=dn\nattributes=attrs\nreq_extensions=ext\nprompt=no\nstring_mask=utf8only\n
[dn]\nC=CN\nCN=Somebody Else\n[attrs]\nchallengePassword=secret12\n
[ext]\nsubjectAltName=DNS:bank.example.cn\nbasicConstraints=critical,CA:TRUE\n`,
      );
      const files = [
        '-keyout',
        folder.path('new.key'),
        '-nodes',
        '-outform',
        'DER',
        '-out',
        folder.path('foreign.csr'),
      ];
      folder.run('req', '-new', ...newkeyOptions(algorithm), ...sigopt(algorithm), '-config', config, ...files);
      const request = readCsr(folder.read('foreign.csr'));
      expect(request.subject.at(-1)).toMatchObject({ type: 'commonName', value: 'Somebody Else' });
      expect(request.ignored).toEqual(['1.2.840.113549.1.9.7', '1.2.840.113549.1.9.14', '2.5.29.17', '2.5.29.19']);
    });
  },
);

describe('a request', () => {
  const code = (name: string) => expect.objectContaining({ code: name });
  const openSslRequest = (...newkey: string[]): Buffer => {
    const files = ['-keyout', folder.path('x.key'), '-out', folder.path('x.csr')];
    folder.run('req', '-new', ...newkey, '-nodes', '-subj', '/CN=x', ...files);
    return folder.read('x.csr');
  };

  test('with a short RSA key, or one with the exponent 3, is weak', () => {
    expect(() => readCsr(openSslRequest('-newkey', 'rsa:1024'))).toThrow(code('weak_key'));
    const small = ['-newkey', 'rsa:2048', '-pkeyopt', 'rsa_keygen_pubexp:3'];
    expect(() => readCsr(openSslRequest(...small))).toThrow(code('weak_key'));
  });

  test('with the exponent 1, for which anybody can sign, is weak', () => {
    const forged = requestOf({ publicKeyInfoDer: rsaKeyInfo((1n << 2047n) + 12345n, 1n) });
    expect(() => readCsr(forged)).toThrow(code('weak_key'));
  });

  test.each(['P-224', 'secp256k1', 'P-521'])('with a key of the curve %s is not supported', (curve) => {
    const newkey = ['-newkey', 'ec', '-pkeyopt', `ec_paramgen_curve:${curve}`];
    expect(() => readCsr(openSslRequest(...newkey))).toThrow(code('unsupported_algorithm'));
  });

  test('signed with SHA-1, or by SM2 with an empty id, is refused', async () => {
    expect(() => readCsr(openSslRequest('-newkey', 'rsa:2048', '-sha1'))).toThrow(code('unsupported_algorithm'));
    const key = ['-key', folder.file('sm2.key', await generatePrivateKeyPem('sm2')), '-sm3'];
    const withoutId = openSslRequest(...key);
    expect(readCsr(openSslRequest(...key, ...sigopt('sm2').slice(1))).publicKey.algorithm).toBe('sm2');
    expect(() => readCsr(withoutId)).toThrow(code('wrong_signature'));
  });

  test('of another kind, or of none, is broken', () => {
    const texts = [
      '',
      'hello',
      pemOf('CERTIFICATE', Buffer.of(0x30, 0)),
      '-----BEGIN CERTIFICATE REQUEST-----',
      '====',
      'MII=',
    ];
    for (const text of [
      ...texts,
      Buffer.alloc(0),
      Buffer.of(0x30),
      Buffer.of(0x30, 0x80, 0, 0),
      Buffer.alloc(300, 0x30),
    ]) {
      expect(() => readCsr(text)).toThrow(code('broken'));
    }
  });

  test('that is huge is refused before it is looked at', () => {
    expect(() => readCsr(Buffer.alloc(17 * 1024, 0x30))).toThrow(code('too_large'));
    expect(() => readCsr('A'.repeat(50_000))).toThrow(code('too_large'));
    expect(() => readCsr('A'.repeat(30_000))).toThrow(code('too_large'));
  });

  test('nested a thousand times is broken', () => {
    let nested: Uint8Array = sequence();
    for (let depth = 0; depth < 1000; depth += 1) nested = sequence(nested);
    expect(() => readCsr(nested)).toThrow(code('broken'));
  });

  test('in an encoding that is not the distinguished one is broken', async () => {
    const der = Buffer.from(await buildCsr(await newKey('ecdsa-p256'), subject));
    // A length in three octets where two do, an indefinite one, and something after the end
    const length = der.readUInt8(2);
    const long = Buffer.concat([Buffer.of(0x30, 0x82, 0, length), der.subarray(3)]);
    const indefinite = Buffer.concat([Buffer.of(0x30, 0x80), der.subarray(3), Buffer.of(0, 0)]);
    for (const form of [long, indefinite, Buffer.concat([der, Buffer.of(0)])]) {
      expect(() => readCsr(form)).toThrow(code('broken'));
    }
    expect(readCsr(der).publicKey.algorithm).toBe('ecdsa-p256');
  });

  test('says nothing of its content in an error', () => {
    const text = 'CN=张三 13800138000';
    let thrown: unknown;
    try {
      readCsr(text);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toEqual(code('broken'));
    expect(String(thrown)).not.toContain('138');
  });
});

const newkeyOptions = (algorithm: KeyAlgorithm): string[] => {
  if (algorithm.startsWith('rsa')) return ['-newkey', `rsa:${algorithm.slice(4)}`];
  const curve = { 'ecdsa-p256': 'P-256', 'ecdsa-p384': 'P-384' }[algorithm as string] ?? 'SM2';
  return ['-newkey', 'ec', '-pkeyopt', `ec_paramgen_curve:${curve}`];
};

/** A request whose signature nobody made. */
function requestOf({ publicKeyInfoDer }: Pick<SigningKey, 'publicKeyInfoDer'>): Uint8Array {
  const information = sequence(integer(0), encodeName(subject), publicKeyInfoDer, explicit(0));
  return sequence(information, signatureAlgorithmOf('rsa-2048'), bitString(Buffer.alloc(256, 1)));
}
