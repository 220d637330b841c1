import { readCrl } from '../../pki';
import type { CertificateRevocationList } from '../../ports/certificate-authority';
import { issueCertificate } from './issue-certificate';
import type { CertificateStore } from './issued-record';
import type { LocalAuthority } from './local-authority';
import { createRevocationLists } from './revocation-lists';
import { releaseCertificate, revokeCertificate } from './revoke-certificate';
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
  sample = await createSampleLocalCa('ecdsa-p256');
});
afterAll(() => sample?.remove());
beforeEach(async () => {
  local = await sample.open();
});

const authority = () => local.authorities[0]!;
const listAt = (at: Date, one: LocalAuthority = local): Promise<CertificateRevocationList> =>
  createRevocationLists(one.store).current(authority(), at);
const issue = async (days = 365): Promise<string> =>
  (await issueCertificate(local, await newOrder('ecdsa-p256', { notAfter: seconds(days * DAY) }), noon)).serialNumber;

describe('a revocation list', () => {
  it('is there before anything was revoked, and the same one until the schedule makes the next', async () => {
    const lists = createRevocationLists(local.store);
    const first = await lists.current(authority(), noon);
    expect(first).toMatchObject({ number: 1n, thisUpdate: noon, nextUpdate: seconds(1.5 * DAY) });
    expect(await lists.current(authority(), seconds(DAY / 2 - 1))).toEqual(first);
    const next = await lists.current(authority(), seconds(DAY / 2));
    expect(next).toMatchObject({ number: 2n, thisUpdate: seconds(DAY / 2) });
    expect(readCrl(next.der)).toMatchObject({ number: 2n, entryCount: 0 });
  });

  it('shows a revocation at once, with its time and reason, and no longer when a hold has ended', async () => {
    const serial = await issue();
    const held = await issue();
    expect((await listAt(noon)).number).toBe(1n);
    await revokeCertificate(local, serial, 'superseded', seconds(60));
    await revokeCertificate(local, held, 'certificateHold', seconds(60));
    const list = readCrl((await listAt(seconds(60))).der);
    expect(list.find(serial)).toEqual({ revokedAt: seconds(60), reason: 'superseded' });
    expect(list.find(held)).toEqual({ revokedAt: seconds(60), reason: 'certificateHold' });
    await releaseCertificate(local, held);
    const later = readCrl((await listAt(seconds(120))).der);
    expect([later.find(held), later.find(serial)?.reason, later.number]).toEqual([null, 'superseded', 3n]);
  });

  it('gathers the revocations of ten seconds, none for longer than a minute', async () => {
    const serials = [await issue(), await issue()];
    await listAt(noon);
    await revokeCertificate(local, serials[0]!, 'superseded', seconds(10));
    expect((await listAt(seconds(10))).number).toBe(2n);
    await revokeCertificate(local, serials[1]!, 'superseded', seconds(11));
    expect((await listAt(seconds(19))).number).toBe(2n);
    expect(readCrl((await listAt(seconds(20))).der).entryCount).toBe(2);
  });

  it('keeps a superseded certificate until one list after its end has shown it, and no longer', async () => {
    const serial = await issue(30);
    await revokeCertificate(local, serial, 'superseded', noon);
    const shown: boolean[] = [];
    for (const day of [0, 29, 30.1, 31]) {
      shown.push(readCrl((await listAt(seconds(day * DAY))).der).find(serial) !== null);
    }
    expect(shown).toEqual([true, true, true, false]);
  });

  it('never looks older than the one before, though the clock was set back', async () => {
    await listAt(seconds(DAY));
    const serial = await issue();
    await revokeCertificate(local, serial, 'superseded', noon);
    const list = await listAt(seconds(2 * DAY));
    expect(list.thisUpdate >= seconds(DAY)).toBe(true);
    const late = await issue();
    await revokeCertificate(local, late, 'superseded', seconds(2 * DAY));
    // The clock of this process is a day behind: what is unlisted waits for the next minute of the others, nothing is numbered down.
    expect(await listAt(seconds(DAY))).toMatchObject({ number: 2n });
    expect(readCrl((await listAt(seconds(2 * DAY + 10))).der).find(late)).not.toBeNull();
  });

  it('has one number each, whichever of two processes makes it, and both show the same', async () => {
    const settings = sample.newSettings();
    local = await sample.open(settings);
    const other = await sample.open(settings);
    const serial = await issue();
    await revokeCertificate(local, serial, 'superseded', noon);
    const [one, two] = await Promise.all([listAt(noon), listAt(noon, other)]);
    expect(two).toEqual(one);
    await revokeCertificate(other, await issue(), 'superseded', seconds(60));
    expect(readCrl((await listAt(seconds(60))).der)).toMatchObject({ number: 2n, entryCount: 2 });
  });

  it('shows what was revoked wherever the one who made it died', async () => {
    await listAt(noon);
    let at = seconds(0);
    for (let deadAt = 1, lived = false; !lived; deadAt += 1) {
      const serial = await issue();
      at = seconds(60, at);
      await revokeCertificate(local, serial, 'superseded', at);
      let calls = 0;
      const mortal = new Proxy(local.store, {
        get(target, name) {
          const member: unknown = Reflect.get(target, name);
          return (...args: unknown[]) => {
            calls += 1;
            if (calls >= deadAt) {
              throw new Error('killed');
            }
            return (member as (...given: unknown[]) => unknown).apply(target, args);
          };
        },
      }) as CertificateStore;
      lived = await listAt(at, { ...local, store: mortal }).then(
        () => true,
        () => false,
      );
      at = seconds(60, at);
      expect(readCrl((await listAt(at)).der).find(serial)).not.toBeNull();
    }
    expect(readCrl((await listAt(at)).der).entryCount).toBeGreaterThan(5);
  });

  it('does not forget a change that comes while it is made', async () => {
    const [first, second] = [await issue(), await issue()];
    await listAt(noon);
    await revokeCertificate(local, first, 'certificateHold', seconds(60));
    const store: CertificateStore = {
      ...local.store,
      async insertList(list) {
        await releaseCertificate(local, first);
        await revokeCertificate(local, second, 'superseded', seconds(60));
        return local.store.insertList(list);
      },
    };
    await listAt(seconds(60), { ...local, store });
    const list = readCrl((await listAt(seconds(70))).der);
    expect([list.find(first), list.find(second)?.reason]).toEqual([null, 'superseded']);
  });

  it('is kept three times, older ones go', async () => {
    for (let day = 0; day < 6; day += 1) {
      await listAt(seconds(day * DAY));
    }
    const kept = await Promise.all([1, 2, 3, 4, 5, 6].map((number) => local.store.readList(authority().keyId, number)));
    expect(kept.map((list) => list !== null)).toEqual([false, false, false, true, true, true]);
  });
});

describe('revoking', () => {
  it('of what is not ours is refused, again is no error, and only a hold can end', async () => {
    const serial = await issue();
    const unknown = { failure: 'rejected', vendorCode: 'unknown_certificate' };
    await expect(revokeCertificate(local, 'ABCDEF', 'superseded', noon)).rejects.toMatchObject(unknown);
    await expect(releaseCertificate(local, serial)).rejects.toMatchObject({ vendorCode: 'not_on_hold' });
    await revokeCertificate(local, serial, 'certificateHold', noon);
    await revokeCertificate(local, serial, 'cessationOfOperation', seconds(60));
    await revokeCertificate(local, serial, 'certificateHold', seconds(120));
    await expect(releaseCertificate(local, serial)).rejects.toMatchObject({ vendorCode: 'not_on_hold' });
    const record = await local.store.findBySerialNumber(serial);
    expect(record?.revocation).toEqual({ reason: 'cessationOfOperation', at: noon });
  });

  it('at the same time as another reason ends in one of both, whole', async () => {
    const order = await newOrder();
    const { serialNumber } = await issueCertificate(local, order, noon);
    const reasons = ['certificateHold', 'superseded', 'affiliationChanged', 'certificateHold'] as const;
    await Promise.all(reasons.map((reason, index) => revokeCertificate(local, serialNumber, reason, seconds(index))));
    const record = await local.store.findBySerialNumber(serialNumber);
    expect(['superseded', 'affiliationChanged']).toContain(record?.revocation?.reason);
    await expect(issueCertificate(local, orderAgain(order), noon)).rejects.toMatchObject({ failure: 'rejected' });
  });
});
