import { execFileSync } from 'node:child_process';
import { createStandInEnvironment, type EjbcaStandIn, startEjbca } from '../../../../scripts/stand-ins';
import { createManualScheduler } from '../../../../scripts/stand-ins/serving/scheduler';
import { sharedCredentials } from '../../../../scripts/stand-ins/testing/shared-credentials';
import type { RevocationReason } from '../../ports/certificate-authority';
import { portErrorOf } from '../testing/port-error-of';
import { createEjbcaAuthority } from './create-ejbca-authority';
import { orderOf, settingsOf } from './testing/trial-orders';

const HOUR_MS = 3600_000;

const credentials = sharedCredentials();
const scheduler = createManualScheduler(new Date('2026-11-28T02:00:00Z'));
const environment = createStandInEnvironment({ now: scheduler.now, scheduler });
let ejbca: EjbcaStandIn;

beforeAll(async () => {
  ejbca = await startEjbca({ credentials, environment });
});
afterAll(() => ejbca.stop());

const authority = () => createEjbcaAuthority(settingsOf(credentials.ejbca, { url: ejbca.url, now: scheduler.now }));
const failureOf = (promise: Promise<unknown>) => portErrorOf(promise, []);
const issue = async () => (await authority().issue(orderOf())).serialNumber;

describe('revoking', () => {
  it.each<RevocationReason>([
    'unspecified',
    'keyCompromise',
    'affiliationChanged',
    'superseded',
    'cessationOfOperation',
    'certificateHold',
    'privilegeWithdrawn',
  ])('takes effect at once with the reason %s', async (reason) => {
    const serialNumber = await issue();
    expect(await authority().status(serialNumber)).toEqual({ state: 'good' });
    await authority().revoke(serialNumber, reason);
    expect(await authority().status(serialNumber)).toEqual({ state: 'revoked', reason, at: scheduler.now() });
  });

  it('again is no error and keeps date and reason', async () => {
    const serialNumber = await issue();
    const at = scheduler.now();
    await authority().revoke(serialNumber, 'superseded');
    scheduler.advance(HOUR_MS);
    await authority().revoke(serialNumber, 'keyCompromise');
    expect(await authority().status(serialNumber)).toEqual({ state: 'revoked', reason: 'superseded', at });
  });

  it('for a compromised key replaces the reason and keeps the date, where the CA is set to let reasons change', async () => {
    ejbca.set({ reasonChange: true });
    const serialNumber = await issue();
    const at = scheduler.now();
    await authority().revoke(serialNumber, 'superseded');
    scheduler.advance(HOUR_MS);
    for (const reason of ['keyCompromise', 'keyCompromise', 'cessationOfOperation'] as const) {
      await authority().revoke(serialNumber, reason);
      expect(await authority().status(serialNumber)).toEqual({ state: 'revoked', reason: 'keyCompromise', at });
    }
    ejbca.set({ reasonChange: false });
  });

  it('turns a hold into the end, and a hold stays a hold', async () => {
    const serialNumber = await issue();
    const at = scheduler.now();
    await authority().revoke(serialNumber, 'certificateHold');
    await authority().revoke(serialNumber, 'certificateHold');
    await authority().revoke(serialNumber, 'cessationOfOperation');
    expect(await authority().status(serialNumber)).toEqual({ state: 'revoked', reason: 'cessationOfOperation', at });
  });

  it('by two at the same moment is no error for either', async () => {
    const serialNumber = await issue();
    await Promise.all([
      authority().revoke(serialNumber, 'superseded'),
      authority().revoke(serialNumber, 'keyCompromise'),
    ]);
    expect(await authority().status(serialNumber)).toMatchObject({ state: 'revoked' });
  });

  it('of a number that is not theirs is refused', async () => {
    for (const refused of [authority().revoke('4711', 'superseded'), authority().release('4711')]) {
      expect(await failureOf(refused)).toMatchObject({ failure: 'rejected', vendorCode: 'unknown_certificate' });
    }
    expect(await authority().status('4711')).toEqual({ state: 'unknown' });
  });

  it('shows what an administrator revoked for a reason that we have no word for', async () => {
    const serialNumber = await issue();
    ejbca.revoke(serialNumber, 2);
    expect(await authority().status(serialNumber)).toMatchObject({ state: 'revoked', reason: 'unspecified' });
  });
});

describe('releasing', () => {
  it('ends a hold', async () => {
    const serialNumber = await issue();
    await authority().revoke(serialNumber, 'certificateHold');
    await authority().release(serialNumber);
    expect(await authority().status(serialNumber)).toEqual({ state: 'good' });
  });

  it('is refused for what is in force, or revoked for good', async () => {
    const serialNumber = await issue();
    expect(await failureOf(authority().release(serialNumber))).toMatchObject({ vendorCode: 'not_on_hold' });
    await authority().revoke(serialNumber, 'superseded');
    expect(await failureOf(authority().release(serialNumber))).toMatchObject({
      failure: 'rejected',
      vendorCode: 'not_on_hold',
    });
  });
});

describe('the revocation list', () => {
  it('is the newest, with its number and dates', async () => {
    const before = await authority().revocationList();
    expect(before.thisUpdate.getTime()).toBeLessThanOrEqual(scheduler.now().getTime());
    expect((await authority().revocationList()).number).toBe(before.number);
    await authority().revoke(await issue(), 'keyCompromise');
    const after = await authority().revocationList();
    expect(after.number).toBe(before.number + 1n);
    expect(after.thisUpdate).toEqual(scheduler.now());
    expect(after.nextUpdate.getTime() - after.thisUpdate.getTime()).toBe(24 * HOUR_MS);
    expect(after.der.length).toBeGreaterThan(before.der.length);
  });
});

describe('the revocation list of an authority', () => {
  it('is given for its key, and for no other', async () => {
    const openssl = execFileSync('openssl', ['x509', '-noout', '-ext', 'subjectKeyIdentifier'], {
      input: credentials.ejbca.issuerCertificate,
      encoding: 'utf8',
    });
    const keyId = openssl.replace(/.*\n/, '').replace(/[:\s]/g, '').toLowerCase();
    expect(keyId).toMatch(/^[0-9a-f]{40}$/);
    expect(await authority().revocationList(keyId)).toEqual(await authority().revocationList());
    expect(await failureOf(authority().revocationList('0'.repeat(40)))).toMatchObject({
      failure: 'rejected',
      vendorCode: 'unknown_authority',
    });
  });
});

describe('health', () => {
  it('says when the first certificate of the chain ends', async () => {
    expect(await authority().health()).toEqual({ ready: true, chainNotAfter: new Date('2045-01-01T00:00:00Z') });
  });

  it('is not ready once a certificate of the chain has ended', async () => {
    const later = { url: ejbca.url, now: () => new Date('2045-01-01T00:00:01Z') };
    const { ready } = await createEjbcaAuthority(settingsOf(credentials.ejbca, later)).health();
    expect(ready).toBe(false);
  });
});

it('signs no SM2, and can suspend', () => {
  expect(authority().abilities).toEqual({ algorithms: ['rsa-2048', 'rsa-3072', 'ecdsa-p256'], suspension: true });
});
