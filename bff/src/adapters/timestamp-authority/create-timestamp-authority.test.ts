import { createHash, randomBytes } from 'node:crypto';
import { createStandInEnvironment } from '../../../../scripts/stand-ins/serving/environment';
import type { TrustFault } from '../../../../scripts/stand-ins/serving/fault-board';
import { startTrust, type TrustMaterial, type TrustStandIn } from '../../../../scripts/stand-ins/trust/start-trust';
import { makeTrustMaterial } from '../../../../scripts/stand-ins/trust/testing/trust-material';
import { portErrorOf } from '../testing/port-error-of';
import { createTimestampAuthority, type TimestampSettings } from './create-timestamp-authority';

const NOW = new Date('2026-11-30T02:30:00Z');
const digest = createHash('sha256').update('a contract').digest();
const environment = createStandInEnvironment({ now: () => NOW });
let material: TrustMaterial;
let trust: TrustStandIn;
beforeAll(async () => {
  material = await makeTrustMaterial(NOW);
  trust = await startTrust({ material, environment });
});
afterAll(() => trust.stop());
beforeEach(() => environment.faults.reset());

const authority = (changes: Partial<TimestampSettings> = {}) =>
  createTimestampAuthority({
    urls: [`${trust.url}/tsa`],
    anchorsPem: material.timestampRootPem,
    now: () => NOW,
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    timeoutMs: 500,
    ...changes,
  });

it('brings a stamp over the digest, its time, who made it and by what right', async () => {
  const { token, time, authority: by, chain } = await authority().stamp(digest);
  expect({ time, by, certificates: chain.length }).toEqual({
    time: NOW,
    by: '示例时间戳服务（演示）',
    certificates: 2,
  });
  expect(token.length).toBeGreaterThan(1000);
});

it.each<[TrustFault, string]>([
  ['refused', 'REFUSED-2'],
  ['other-nonce', 'WRONG-STAMP'],
  ['other-imprint', 'WRONG-STAMP'],
  ['other-day', 'WRONG-STAMP'],
  ['other-signer', 'WRONG-STAMP'],
])('does not take an answer that is %s', async (fault, vendorCode) => {
  environment.faults.set({ standIn: 'trust', fault });
  expect(await portErrorOf(authority().stamp(digest), [])).toMatchObject({ failure: 'unavailable', vendorCode });
});

it.each([
  ['timeout', 'TIMEOUT'],
  ['server-error', 'HTTP-503'],
  ['garbled', 'NO-REPLY'],
] as const)('is unavailable when there is a %s', async (fault, vendorCode) => {
  environment.faults.set({ standIn: 'trust', fault });
  expect(await portErrorOf(authority().stamp(digest), [])).toMatchObject({ failure: 'unavailable', vendorCode });
});

it('does not believe a stamp of an authority that is not named', async () => {
  const stranger = authority({ anchorsPem: material.rootPem });
  expect(await portErrorOf(stranger.stamp(digest), [])).toMatchObject({ vendorCode: 'WRONG-STAMP' });
});

it('asks the next one when the first fails, and nobody where none is named', async () => {
  const [nowhere, there] = ['http://127.0.0.1:9/tsa', `${trust.url}/tsa`];
  expect((await authority({ urls: [nowhere, there] }).stamp(digest)).time).toEqual(NOW);
  expect(await portErrorOf(authority({ urls: [nowhere] }).stamp(digest), [])).toMatchObject({
    vendorCode: 'NO-ANSWER',
  });
  const none = await portErrorOf(authority({ urls: [] }).stamp(digest), []);
  expect(none).toMatchObject({ failure: 'misconfigured', vendorCode: 'NO-AUTHORITY' });
});
