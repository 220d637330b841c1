import type { TrialCertificateAuthority } from '../../../scripts/trial-ca/trial-certificate-authority';
import { createCertificateCheck } from './signing-certificate';
import { certificatesOfPem } from './signing-key';
import { madeParty, type PartyWishes } from './testing/made-certificate';
import { createSampleAuthorityKeys, sampleAuthority } from './testing/sample-contract';

// Making RSA keys takes seconds on a busy machine.

const at = new Date('2026-06-01T00:00:00Z');
const term = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2027-01-01T00:00:00Z') };
const authority = (dates = term) =>
  madeParty({ commonName: '某签发机构', ...dates, usages: ['keyCertSign'], pathLength: null });
const good: PartyWishes = { commonName: sampleAuthority.name, ...term, usages: ['digitalSignature'] };
const problemOf = (wishes: Partial<PartyWishes>, time = at, issuer = authority()) =>
  createCertificateCheck([madeParty({ ...good, issuer, ...wishes }).der, issuer.der], sampleAuthority.name)(time);

let keys: TrialCertificateAuthority;
beforeAll(async () => {
  keys = await createSampleAuthorityKeys();
});

it('finds nothing wrong with a certificate for documents, or for any purpose, in the name of the authority', () => {
  expect(problemOf({})).toBeNull();
  expect(problemOf({ usages: ['nonRepudiation'], purposes: ['documentSigning'] })).toBeNull();
  expect(problemOf({ purposes: ['clientAuth', 'emailProtection'] })).toBeNull();
  const trial = certificatesOfPem(keys.signerChainPem).map(({ raw }) => raw);
  expect(createCertificateCheck(trial, sampleAuthority.name)(new Date('2026-11-23T00:00:00Z'))).toBeNull();
  expect(createCertificateCheck(trial, '别的公司')(new Date('2026-11-23T00:00:00Z'))).toBe('certificate-name');
});

it.each([
  ['certificate-ended', new Date('2027-01-01T00:00:01Z')],
  ['certificate-not-yet-valid', new Date('2025-12-31T23:59:59Z')],
])('says %s by the time of sealing, to the second', (problem, time) => {
  expect(problemOf({}, time)).toBe(problem);
  expect(problemOf({}, term.notAfter)).toBeNull();
  expect(problemOf({}, term.notBefore)).toBeNull();
});

it('looks at the dates of the issuers, too', () => {
  const ended = { ...term, notAfter: new Date('2026-05-31T00:00:00Z') };
  const coming = { ...term, notBefore: new Date('2026-06-02T00:00:00Z') };
  expect(problemOf({}, at, authority(ended))).toBe('certificate-issuer-ended');
  expect(problemOf({}, at, authority(coming))).toBe('certificate-issuer-not-yet-valid');
});

it.each<[string, Partial<PartyWishes>]>([
  ['may not sign', { usages: ['keyEncipherment'] }],
  ['is for servers alone', { purposes: ['serverAuth'] }],
  ['is for time stamps', { purposes: ['timeStamping'], purposesAreCritical: true }],
  ['is an authority', { usages: ['keyCertSign', 'digitalSignature'], pathLength: null }],
])('refuses a certificate that %s', (_name, wishes) => {
  expect(problemOf(wishes)).toBe('certificate-usage');
});

it('refuses the certificate of somebody else, and a name that only begins like ours', () => {
  expect(problemOf({ commonName: '别的公司' })).toBe('certificate-name');
  expect(problemOf({ commonName: `${sampleAuthority.name}分公司` })).toBe('certificate-name');
});
