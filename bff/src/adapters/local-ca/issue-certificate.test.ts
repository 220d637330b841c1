import { execFileSync } from 'node:child_process';
import { mongo } from 'mongoose';
import { buildCsr, readCertificate } from '../../pki';
import type { CertificateOrder } from '../../ports/certificate-authority';
import { findIssued, issueCertificate } from './issue-certificate';
import type { CertificateStore } from './issued-record';
import type { LocalAuthority } from './local-authority';
import { revokeCertificate, statusOf } from './revoke-certificate';
import {
  createSampleLocalCa,
  DAY,
  newOrder,
  noon,
  orderAgain,
  type SampleLocalCa,
  seconds,
} from './testing/sample-local-ca';

let sample: SampleLocalCa;
let local: LocalAuthority;
beforeAll(async () => {
  sample = await createSampleLocalCa('ecdsa-p256', 'sm2');
  local = await sample.open();
});
afterAll(() => sample?.remove());

const refusal = (vendorCode: string) => ({ name: 'PortError', failure: 'rejected', vendorCode });

/** The store, with calls that come before (or after) `at` cut off: 1 is the first. */
function dying(store: CertificateStore, at: number) {
  let calls = 0;
  const mortal = new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      return (...args: unknown[]) => {
        calls += 1;
        if (calls >= at) {
          throw new Error('killed');
        }
        return (member as (...given: unknown[]) => unknown).apply(target, args);
      };
    },
  });
  return { mortal, calls: () => calls };
}

async function certificatesIn(databaseUri: string): Promise<number> {
  const client = await mongo.MongoClient.connect(databaseUri);
  try {
    return await client.db().collection('issued_certificates').countDocuments();
  } finally {
    await client.close();
  }
}

describe('a certificate', () => {
  it('has the subject, term and addresses that we say, and of the request only the key', async () => {
    const order = await newOrder();
    const issued = await issueCertificate(local, order, noon);
    const certificate = readCertificate(issued.certificateDer);
    const { keyId, issuer, chain } = local.authorities[0]!;
    expect(certificate.subject.map(({ type, value }) => ({ type, value }))).toEqual(order.subject);
    expect(certificate).toMatchObject({ notBefore: order.notBefore, notAfter: order.notAfter });
    expect(certificate.crlUrls).toEqual([`http://status.example.cn/api/crl/${keyId}.crl`]);
    expect(certificate.ocspUrls).toEqual(['http://status.example.cn/api/ocsp']);
    expect(certificate.policies).toEqual([{ oid: '2.999.7.1', cpsUri: 'http://ca.example.cn/cps' }]);
    expect(certificate.keyUsages).toEqual(['digitalSignature', 'nonRepudiation']);
    expect(Buffer.from(certificate.issuerDer).equals(issuer.certificate.subjectDer)).toBe(true);
    expect(issued.chainDer).toEqual(chain.map(({ der }) => der));
    expect(issued.serialNumber).toBe(certificate.serialNumber);
  });

  it('of an SM2 key comes from the SM2 authority', async () => {
    const issued = await issueCertificate(local, await newOrder('sm2'), noon);
    const [issuerDer] = issued.chainDer;
    expect(readCertificate(issuerDer!).publicKey.algorithm).toBe('sm2');
  });

  it.each<[string, Partial<CertificateOrder>, string]>([
    ['an unknown profile', { profile: 'unit-encryption' }, 'unknown_profile'],
    ['a profile named like a member of every object', { profile: 'constructor' }, 'unknown_profile'],
    ['a subject without the unit', { subject: [{ type: 'commonName', value: '张三' }] }, 'subject_refused'],
    ['a term of four years', { notAfter: seconds(4 * 366 * DAY) }, 'validity_refused'],
    ['a term that ends before it begins', { notAfter: seconds(-1) }, 'validity_refused'],
    ['a term that began last week', { notBefore: seconds(-7 * DAY) }, 'validity_refused'],
    ['an idempotency key with a dot', { idempotencyKey: 'a.b' }, 'order_invalid'],
    ['an empty idempotency key', { idempotencyKey: '' }, 'order_invalid'],
    ['what is no request', { csrDer: Buffer.from('nothing of the kind') }, 'csr_broken'],
  ])('is refused for %s', async (_name, change, code) => {
    await expect(issueCertificate(local, await newOrder('ecdsa-p256', change), noon)).rejects.toMatchObject(
      refusal(code),
    );
  });

  it('is refused for a common name of 70 characters by the rule that it breaks, before anything is signed', async () => {
    const order = await newOrder();
    const subject = order.subject.map((one) => (one.type === 'commonName' ? { ...one, value: '长'.repeat(70) } : one));
    await expect(issueCertificate(local, { ...order, subject }, noon)).rejects.toMatchObject({
      failure: 'rejected',
      vendorCode: 'lint:subject_value_too_long',
    });
    // Nothing is left that would stand in the way of the mended order.
    await expect(issueCertificate(local, order, noon)).resolves.toBeDefined();
  });

  it('is refused for RSA-1024, for a signature that is not the key’s, and for a key of the authority itself', async () => {
    const order = await newOrder();
    const request = [
      'req',
      '-new',
      '-newkey',
      'rsa:1024',
      '-nodes',
      '-keyout',
      '/dev/null',
      '-subj',
      '/CN=x',
      '-outform',
      'DER',
    ];
    const csrOfWeak = execFileSync('openssl', request, { stdio: ['ignore', 'pipe', 'ignore'] });
    await expect(issueCertificate(local, { ...order, csrDer: csrOfWeak }, noon)).rejects.toMatchObject(
      refusal('csr_weak_key'),
    );
    const forged = Uint8Array.from(order.csrDer);
    forged.set([(forged.at(-1) ?? 0) ^ 1], forged.length - 1);
    await expect(issueCertificate(local, { ...order, csrDer: forged }, noon)).rejects.toMatchObject(
      refusal('csr_wrong_signature'),
    );
    const own = local.authorities[0]!.issuer.key;
    const csrDer = await buildCsr(own, [{ type: 'commonName', value: 'x' }]);
    await expect(issueCertificate(local, { ...order, csrDer }, noon)).rejects.toMatchObject(refusal('authority_key'));
  });
});

describe('an idempotency key', () => {
  it('gives the same certificate again, also when the profile, the clock or the term would refuse it by now', async () => {
    const order = await newOrder();
    const first = await issueCertificate(local, order, noon);
    expect(await issueCertificate({ ...local, profiles: {} }, order, seconds(900 * DAY))).toEqual(first);
    expect(await findIssued(local, order.idempotencyKey, noon)).toEqual(first);
    expect(await findIssued(local, 'never-ordered', noon)).toBeNull();
  });

  it('is refused for another order', async () => {
    const order = await newOrder();
    await issueCertificate(local, order, noon);
    const other = { ...(await newOrder()), idempotencyKey: order.idempotencyKey };
    await expect(issueCertificate(local, other, noon)).rejects.toMatchObject(refusal('idempotency_key_reused'));
    await expect(issueCertificate(local, { ...order, notAfter: seconds(DAY) }, noon)).rejects.toMatchObject(
      refusal('idempotency_key_reused'),
    );
  });

  it('makes one certificate wherever the process dies, and the next one finds it', async () => {
    const settings = sample.newSettings();
    const own = await sample.open(settings);
    let kills = 0;
    for (let at = 1, lived = false; !lived; at += 1) {
      const order = await newOrder();
      const { mortal } = dying(own.store, at);
      lived = await issueCertificate({ ...own, store: mortal }, order, noon).then(
        () => true,
        () => false,
      );
      kills += lived ? 0 : 1;
      const issued = await issueCertificate(own, order, noon);
      expect(await findIssued(own, order.idempotencyKey, noon)).toEqual(issued);
      expect(await certificatesIn(settings.databaseUri)).toBe(at);
      // What it left is revocable.
      await revokeCertificate(own, issued.serialNumber, 'superseded', noon);
      expect(await statusOf(own, issued.serialNumber)).toMatchObject({ state: 'revoked' });
    }
    expect(kills).toBe(4);
  });

  it('makes one certificate for two processes at once', async () => {
    const settings = sample.newSettings();
    const processes = await Promise.all([sample.open(settings), sample.open(settings)]);
    const order = await newOrder();
    const runs = processes.flatMap((one) => [issueCertificate(one, order, noon), issueCertificate(one, order, noon)]);
    const issued = await Promise.all(runs);
    expect(new Set(issued.map(({ serialNumber }) => serialNumber)).size).toBe(1);
    expect(await certificatesIn(settings.databaseUri)).toBe(1);
  });

  it('hands out nothing that could not be stored', async () => {
    const order = await newOrder();
    const store = { ...local.store, insert: () => Promise.reject(new Error('disk full')) };
    await expect(issueCertificate({ ...local, store }, order, noon)).rejects.toThrow('disk full');
    expect(await findIssued(local, order.idempotencyKey, noon)).toBeNull();
  });
});

describe('a public key', () => {
  it('has one certificate: another order with it is refused, at the same time too', async () => {
    const order = await newOrder();
    const rivals = [order, orderAgain(order), orderAgain(order)];
    const outcomes = await Promise.allSettled(rivals.map((one) => issueCertificate(local, one, noon)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const lost of outcomes.filter(({ status }) => status === 'rejected')) {
      expect(lost).toMatchObject({ reason: refusal('key_reused') });
    }
    await expect(issueCertificate(local, orderAgain(order), noon)).rejects.toMatchObject(refusal('key_reused'));
  });

  it('may be kept by a renewal of its certificate, of no other; revoking the old one leaves the new one good', async () => {
    const order = await newOrder();
    const old = await issueCertificate(local, order, noon);
    const foreign = await issueCertificate(local, await newOrder(), noon);
    const renews = orderAgain(order, { renews: foreign.serialNumber });
    await expect(issueCertificate(local, renews, noon)).rejects.toMatchObject(refusal('renews_another_key'));
    const renewed = await issueCertificate(local, orderAgain(order, { renews: old.serialNumber }), noon);
    expect(renewed.serialNumber).not.toBe(old.serialNumber);
    await revokeCertificate(local, old.serialNumber, 'superseded', noon);
    expect(await statusOf(local, old.serialNumber)).toMatchObject({ state: 'revoked', reason: 'superseded' });
    expect(await statusOf(local, renewed.serialNumber)).toEqual({ state: 'good' });
    // And so again, from the one that is good to the next.
    const third = orderAgain(order, { renews: renewed.serialNumber });
    await expect(issueCertificate(local, third, noon)).resolves.toBeDefined();
  });

  it.each(['keyCompromise', 'certificateHold', 'cessationOfOperation'] as const)(
    'is refused after its certificate was revoked: %s',
    async (reason) => {
      const order = await newOrder();
      const { serialNumber } = await issueCertificate(local, order, noon);
      await revokeCertificate(local, serialNumber, reason, noon);
      for (const again of [orderAgain(order), orderAgain(order, { renews: serialNumber })]) {
        await expect(issueCertificate(local, again, noon)).rejects.toMatchObject(refusal('key_revoked'));
      }
    },
  );

  it('that somebody else has takes all its certificates along, also one that was replaced', async () => {
    const order = await newOrder();
    const old = await issueCertificate(local, order, noon);
    const renewed = await issueCertificate(local, orderAgain(order, { renews: old.serialNumber }), noon);
    await revokeCertificate(local, old.serialNumber, 'superseded', noon);
    await revokeCertificate(local, old.serialNumber, 'keyCompromise', seconds(60));
    expect(await statusOf(local, old.serialNumber)).toEqual({ state: 'revoked', reason: 'keyCompromise', at: noon });
    expect(await statusOf(local, renewed.serialNumber)).toMatchObject({ reason: 'keyCompromise', at: seconds(60) });
  });

  it('that is given away while its renewal is made gives no good certificate, and none to whoever follows a dead process', async () => {
    for (const dies of [false, true]) {
      const order = await newOrder();
      const old = await issueCertificate(local, order, noon);
      const renewal = orderAgain(order, { renews: old.serialNumber });
      const store: CertificateStore = {
        ...local.store,
        async insert(record) {
          // Between the look at the key and the write: the revocation sees no renewal yet.
          await revokeCertificate(local, old.serialNumber, 'keyCompromise', noon);
          const isStored = await local.store.insert(record);
          if (dies) {
            throw new Error('killed');
          }
          return isStored;
        },
      };
      await expect(issueCertificate({ ...local, store }, renewal, noon)).rejects.toThrow(
        dies ? 'killed' : 'key_revoked',
      );
      const left = await findIssued(local, renewal.idempotencyKey, noon);
      expect(await statusOf(local, left?.serialNumber ?? '')).toMatchObject({ reason: 'keyCompromise' });
    }
  });
});
