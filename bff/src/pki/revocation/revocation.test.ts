import { extension } from '../certificates/write-extensions';
import { membersOf, readDer } from '../der/read-der';
import { insideOf } from '../der/read-values';
import { explicit, integer, sequence } from '../der/write-der';
import {
  buildCertificate,
  buildCrl,
  type CrlContent,
  isSignedBy,
  type KeyAlgorithm,
  pemOf,
  type RevokedEntry,
  readCertificate,
  readCrl,
} from '../index';
import { oids } from '../oids';
import { mutationsOf, refusalOf } from '../testing/mutations';
import { isVerifiedByOpenSsl } from '../testing/openssl-digest';
import { OpenSslFolder } from '../testing/openssl-folder';
import { contentFor, createSampleAuthority, newKey, noon, type SampleAuthority } from '../testing/sample-authority';

const folder = new OpenSslFolder();
afterAll(() => folder.remove());

const hoursLater = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);
const content: CrlContent = { number: 7n, thisUpdate: hoursLater(1), nextUpdate: hoursLater(25), previousUpdate: null };
const entry = (serialNumber: string, changes: Partial<RevokedEntry> = {}): RevokedEntry => ({
  serialNumber,
  revokedAt: noon,
  reason: 'unspecified',
  notAfter: hoursLater(8760),
  ...changes,
});

describe.each<KeyAlgorithm>(['rsa-2048', 'ecdsa-p256', 'sm2'])('a list of %s', (algorithm) => {
  let authority: SampleAuthority;
  beforeAll(async () => {
    authority = await createSampleAuthority(algorithm);
  });

  test('is read by openssl with its number, reasons and dates', async () => {
    const entries = [
      entry('00FF01', { reason: 'keyCompromise' }),
      entry('AB', { reason: 'certificateHold', revokedAt: hoursLater(0.5) }),
      entry('7F', { reason: 'superseded' }),
      entry('1234'),
    ];
    const der = await buildCrl(authority.issuing, content, entries);
    const text = folder.run(
      'crl',
      '-inform',
      'DER',
      '-noout',
      '-text',
      '-nameopt',
      'utf8',
      '-in',
      folder.file('a.crl', der),
    );
    for (const line of [
      'Version 2 (0x1)',
      'Issuer: C=CN, O=测试电子认证服务有限公司, CN=测试签发机构',
      'Last Update: Nov 28 13:00:00 2026 GMT',
      'Next Update: Nov 29 13:00:00 2026 GMT',
      'X509v3 CRL Number: \n                7',
      'Serial Number: FF01',
      'Key Compromise',
      'Serial Number: AB\n        Revocation Date: Nov 28 12:30:00 2026 GMT',
      'Certificate Hold',
      'Superseded',
      'Serial Number: 1234',
    ]) {
      expect(text).toContain(line);
    }
    expect(isVerifiedByOpenSsl(folder, authority.issuing.certificate, readCrl(der))).toBe(true);
  });

  test('is read back by serial number', async () => {
    const der = await buildCrl(authority.issuing, content, [
      entry('00FF01', { reason: 'keyCompromise' }),
      entry('1234'),
    ]);
    const crl = readCrl(der);
    expect(crl).toMatchObject({
      number: 7n,
      thisUpdate: content.thisUpdate,
      nextUpdate: content.nextUpdate,
      entryCount: 2,
    });
    expect(crl.find('ff01')).toEqual({ revokedAt: noon, reason: 'keyCompromise' });
    expect(crl.find('1234')).toEqual({ revokedAt: noon, reason: 'unspecified' });
    expect(crl.find('12')).toBeNull();
    expect(isSignedBy(crl, authority.issuing.certificate)).toBe(true);
    expect(isSignedBy(crl, authority.root.certificate)).toBe(false);
  });
});

describe.each<KeyAlgorithm>(['rsa-2048', 'ecdsa-p256'])('openssl verify -crl_check with %s', (algorithm) => {
  test('refuses a revoked certificate and takes another, as long as the list is of today', async () => {
    const { issuing } = await createSampleAuthority(algorithm);
    const holder = readCertificate(await buildCertificate(issuing, contentFor(await newKey(algorithm))));
    const verify = async (serialNumber: string, hours: number) => {
      const crl = pemOf('X509 CRL', await buildCrl(issuing, content, [entry(serialNumber, { reason: 'superseded' })]));
      const trusted = [
        '-trusted',
        folder.certificates('issuing.pem', issuing.certificate.der),
        '-CRLfile',
        folder.file('a.pem', crl),
      ];
      const at = ['-attime', String(hoursLater(hours).getTime() / 1000)];
      return folder.run(
        'verify',
        '-partial_chain',
        '-crl_check',
        ...at,
        ...trusted,
        folder.certificates('h.pem', holder.der),
      );
    };
    expect(await verify(holder.serialNumber, 2)).toContain('certificate revoked');
    expect(await verify('1234', 2)).toContain('h.pem: OK');
    expect(await verify('1234', 26)).toContain('CRL has expired');
  });
});

describe('a list', () => {
  let authority: SampleAuthority;
  beforeAll(async () => {
    authority = await createSampleAuthority('ecdsa-p256');
  });
  const listed = async (changes: Partial<CrlContent>, ...entries: RevokedEntry[]) =>
    readCrl(await buildCrl(authority.issuing, { ...content, ...changes }, entries));

  test.each(['superseded', 'keyCompromise', 'certificateHold'] as const)(
    'keeps an entry for %s until it was on one made after the end of its certificate',
    async (reason) => {
      const ending = entry('AA', { reason, notAfter: hoursLater(2) });
      // Made before the end; made after it, the one before not; made after it, the one before too
      expect((await listed({ previousUpdate: noon }, ending)).find('AA')).not.toBeNull();
      const after = { thisUpdate: hoursLater(3), previousUpdate: hoursLater(1) };
      expect((await listed(after, ending)).find('AA')).not.toBeNull();
      const later = { thisUpdate: hoursLater(4), previousUpdate: hoursLater(3) };
      expect((await listed(later, ending)).find('AA')).toBeNull();
    },
  );

  test('without entries has no empty list', async () => {
    const crl = await listed({});
    expect(crl.entryCount).toBe(0);
    expect(folder.run('crl', '-inform', 'DER', '-noout', '-text', '-in', folder.file('empty.crl', crl.der))).toContain(
      'No Revoked Certificates',
    );
  });

  test('of 100,000 entries is made and read', async () => {
    const entries = Array.from({ length: 100_000 }, (_, index) => entry((0x4000_0000_0000 + index).toString(16)));
    const crl = readCrl(await buildCrl(authority.issuing, content, entries));
    expect(crl.entryCount).toBe(100_000);
    expect(crl.find((0x4000_0000_0000 + 99_999).toString(16))).toEqual({ revokedAt: noon, reason: 'unspecified' });
  });

  test('that would be wrong from the start is not made', async () => {
    for (const changes of [
      { nextUpdate: content.thisUpdate },
      { number: -1n },
      { number: 1n << 159n },
      { previousUpdate: hoursLater(2) },
    ]) {
      await expect(listed(changes)).rejects.toMatchObject({ code: 'invalid_input' });
    }
    await expect(listed({}, entry('xyz'))).rejects.toMatchObject({ code: 'invalid_input' });
    const mixed = { key: authority.root.key, certificate: authority.issuing.certificate };
    await expect(buildCrl(mixed, content, [])).rejects.toMatchObject({ code: 'key_mismatch' });
  });

  test('with any bit turned, or cut anywhere, is refused or has no good signature', async () => {
    const { der } = await listed({}, entry('AA', { reason: 'superseded' }));
    const { certificate } = authority.issuing;
    const look = (bytes: Buffer): boolean => {
      const crl = readCrl(bytes);
      crl.find('AA');
      return isSignedBy(crl, certificate);
    };
    const believed = [...mutationsOf(der, true)].filter((mutated) => {
      let isBelieved = false;
      refusalOf(() => {
        isBelieved = look(mutated);
      });
      return isBelieved;
    });
    expect(look(Buffer.from(der))).toBe(true);
    expect(believed).toEqual([]);
  });

  test.each([
    ['a delta', extension(oids.deltaCrlIndicator, true, integer(1))],
    ['of some reasons only', extension(oids.issuingDistributionPoint, true, sequence())],
  ])('that is %s is refused', async (_, critical) => {
    const [tbs, algorithm, signature] = membersOf(readDer((await listed({})).der));
    const [list, ...before] = membersOf(tbs!).reverse();
    const extensions = explicit(0, sequence(...membersOf(insideOf(list!)).map(({ whole }) => whole), critical));
    const changed = sequence(...before.reverse().map(({ whole }) => whole), extensions);
    expect(() => readCrl(sequence(changed, algorithm!.whole, signature!.whole))).toThrow(
      expect.objectContaining({ code: 'unsupported_algorithm' }),
    );
  });
});
