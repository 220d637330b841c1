import { X509Certificate } from 'node:crypto';
import { createStandInEnvironment } from '../../../../scripts/stand-ins/serving/environment';
import { startTrust, type TrustMaterial, type TrustStandIn } from '../../../../scripts/stand-ins/trust/start-trust';
import { makeTrustMaterial } from '../../../../scripts/stand-ins/trust/testing/trust-material';
import { TRIAL_STATUS_URL } from '../../../../scripts/trial-ca/status-addresses';
import { portErrorOf } from '../testing/port-error-of';
import { createValidationDataSource } from './create-validation-data-source';

const NOW = new Date('2026-11-30T02:30:00Z');
const SIGNED = new Date('2026-11-30T02:10:00Z');
const environment = createStandInEnvironment({ now: () => NOW });
let material: TrustMaterial;
let trust: TrustStandIn;
beforeAll(async () => {
  material = await makeTrustMaterial(NOW);
  trust = await startTrust({ material, environment });
});
afterAll(() => trust.stop());
beforeEach(() => {
  environment.faults.reset();
  environment.requests.clear();
});

const source = (now = () => NOW) =>
  createValidationDataSource({ rewrites: [{ from: TRIAL_STATUS_URL, to: trust.url }], timeoutMs: 500, now });
const derOf = (pem: string) => new X509Certificate(pem).raw;
const chain = () => [material.signerPem, material.issuingPem, material.rootPem].map(derOf);
const asked = () => environment.requests.list('trust').map(({ path }) => path);

it('brings the answers about each certificate but the root', async () => {
  const { ocspResponses, crls } = await source().collect(chain(), SIGNED);
  expect([ocspResponses.length, crls.length]).toEqual([2, 0]);
  expect(asked().sort()).toEqual(['/ocsp/issuing', '/ocsp/root']);
});

it('asks about each signer anew, and about authorities every ten minutes', async () => {
  let now = NOW;
  const { collect } = source(() => now);
  const first = await collect(chain(), SIGNED);
  const second = await collect(chain(), SIGNED);
  expect(asked().sort()).toEqual(['/ocsp/issuing', '/ocsp/issuing', '/ocsp/root']);
  expect([first, second].map(({ ocspResponses }) => ocspResponses.length)).toEqual([2, 2]);
  now = new Date(NOW.getTime() + 10 * 60_000);
  environment.requests.clear();
  await collect(chain(), SIGNED);
  expect(asked().sort()).toEqual(['/ocsp/issuing', '/ocsp/root']);
});

it('asks for the list where the responder fails, if the list is young enough', async () => {
  environment.faults.set({ standIn: 'trust', fault: 'server-error', onPath: '/ocsp' });
  // Lists are made at the full hour: before the signing.
  expect(await portErrorOf(source().collect(chain(), SIGNED), [])).toMatchObject({
    failure: 'rejected',
    vendorCode: 'NOT-GOOD',
  });
  const before = new Date('2026-11-30T01:50:00Z');
  expect((await source().collect(chain(), before)).crls).toHaveLength(2);
});

it('keeps nothing that says that the certificate was revoked', async () => {
  environment.faults.set({ standIn: 'trust', fault: 'revoked' });
  expect(await portErrorOf(source().collect(chain(), SIGNED), [])).toMatchObject({ vendorCode: 'NOT-GOOD' });
});

it('does not take an answer about another certificate, or none', async () => {
  const { signerPem, issuingPem, timestampPem, timestampRootPem } = material;
  const mixed = [signerPem, timestampRootPem].map(derOf);
  expect(await portErrorOf(source().collect(mixed, SIGNED), [])).toMatchObject({ failure: 'rejected' });
  expect((await source().collect([timestampPem, timestampRootPem].map(derOf), SIGNED)).ocspResponses).toHaveLength(1);
  environment.faults.set({ standIn: 'trust', fault: 'garbled' });
  expect(await portErrorOf(source().collect([signerPem, issuingPem].map(derOf), SIGNED), [])).toMatchObject({
    vendorCode: 'NOT-GOOD',
  });
});

it('is unavailable where nobody answers', async () => {
  environment.faults.set({ standIn: 'trust', fault: 'timeout' });
  expect(await portErrorOf(source().collect(chain(), SIGNED), [])).toMatchObject({
    failure: 'unavailable',
    vendorCode: 'TIMEOUT',
  });
});
