import type { GivenSettings } from './config-schema';
import { type EjbcaFiles, ejbcaProblems, ejbcaProductionProblems } from './ejbca-problems';
import { createSigningFilesMaker, NOW, pemOf, type SigningFilesMaker } from './testing/signing-files';

/** As production would have it. */
const COMPLETE: GivenSettings = {
  CERTIFICATE_AUTHORITY: 'ejbca',
  EJBCA_URL: 'https://ejbca.internal:8443/ejbca/ejbca-rest-api',
  EJBCA_CLIENT_CERTIFICATE_FILE: 'client.pem',
  EJBCA_CLIENT_KEY_FILE: 'client-key.pem',
  EJBCA_SERVER_CA_FILE: 'server-ca.pem',
  EJBCA_ROOT_FILE: 'root.pem',
  EJBCA_CA_NAME: 'Issuing CA 1',
  EJBCA_END_ENTITY_PROFILE: 'acceptance',
  EJBCA_PERSON_PROFILE: 'person-signing',
  EJBCA_UNIT_PROFILE: 'unit-signing',
};
let maker: SigningFilesMaker;
let files: EjbcaFiles;
beforeAll(async () => {
  maker = await createSigningFilesMaker();
  files = {
    EJBCA_CLIENT_CERTIFICATE_FILE: pemOf(maker.signer({ commonName: 'acceptance service' })),
    EJBCA_CLIENT_KEY_FILE: maker.signerKeyPem,
    EJBCA_SERVER_CA_FILE: pemOf(maker.issuer(), maker.root),
    EJBCA_ROOT_FILE: pemOf(maker.root),
  };
});
const problemsOf = (change: GivenSettings, otherFiles: Partial<EjbcaFiles> = {}): string[] => {
  const given = { ...COMPLETE, ...change };
  const pem = { ...files, ...otherFiles };
  return [...ejbcaProblems(given, pem), ...ejbcaProductionProblems(given, pem, NOW)];
};

it('has nothing against a complete one, nor against what is missing for another authority', () => {
  expect(problemsOf({})).toEqual([]);
  expect(problemsOf({ CERTIFICATE_AUTHORITY: 'local-ca', EJBCA_URL: undefined })).toEqual([]);
});

it('names everything that is missing', () => {
  const { CERTIFICATE_AUTHORITY: _, ...settings } = COMPLETE;
  const none = { CERTIFICATE_AUTHORITY: 'ejbca' };
  const noFiles = Object.fromEntries(Object.keys(files).map((name) => [name, ''])) as unknown as EjbcaFiles;
  expect(ejbcaProblems(none, noFiles)).toEqual(
    Object.keys(settings).map((name) => `${name}: missing; CERTIFICATE_AUTHORITY=ejbca needs it`),
  );
});

it('refuses files that hold something else, by their names', () => {
  const { root, otherKeyPem } = maker;
  const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
  const cases: [Partial<EjbcaFiles>, RegExp][] = [
    [{ EJBCA_SERVER_CA_FILE: broken }, /^EJBCA_SERVER_CA_FILE: holds no certificate/],
    [{ EJBCA_CLIENT_KEY_FILE: broken }, /^EJBCA_CLIENT_KEY_FILE: holds no private key/],
    [{ EJBCA_CLIENT_KEY_FILE: otherKeyPem }, /^EJBCA_CLIENT_KEY_FILE: does not belong to .*CLIENT_CERTIFICATE_FILE$/],
    [{ EJBCA_ROOT_FILE: pemOf(root, root) }, /^EJBCA_ROOT_FILE: must hold one certificate/],
    [{ EJBCA_ROOT_FILE: pemOf(maker.signer()) }, /^EJBCA_ROOT_FILE: is no certificate of an authority/],
  ];
  for (const [change, problem] of cases) {
    expect(problemsOf({}, change)).toEqual([expect.stringMatching(problem)]);
  }
});

it.each<[GivenSettings, RegExp]>([
  [{ EJBCA_URL: 'https://localhost:8105/ejbca/ejbca-rest-api' }, /^EJBCA_URL: .*not the stand-in/],
  [{ EJBCA_CA_NAME: 'demo-issuing-ca' }, /^EJBCA_CA_NAME: is the demo's/],
  [{ EJBCA_PERSON_PROFILE: 'demo-signing' }, /^EJBCA_PERSON_PROFILE: is the demo's/],
])('refuses in production %j', (change, problem) => {
  expect(problemsOf(change)).toEqual([expect.stringMatching(problem)]);
  expect(ejbcaProblems({ ...COMPLETE, ...change }, files)).toEqual([]);
});

it('refuses in production certificates of a trial, that are over, or that may do everything', () => {
  const client = (change: Parameters<SigningFilesMaker['signer']>[0]): Partial<EjbcaFiles> => ({
    EJBCA_CLIENT_CERTIFICATE_FILE: pemOf(maker.signer(change)),
  });
  const cases: [Partial<EjbcaFiles>, RegExp][] = [
    [client({ commonName: 'demo acceptance service' }), /CLIENT_CERTIFICATE_FILE: this is a trial's/],
    [{ EJBCA_ROOT_FILE: pemOf(maker.issuer({ commonName: '示例试用根证书' })) }, /ROOT_FILE: this is a trial's/],
    [client({ notAfter: new Date('2026-01-01') }), /CLIENT_CERTIFICATE_FILE: the certificate has expired/],
    [client({ notBefore: new Date('2027-01-01') }), /CLIENT_CERTIFICATE_FILE: the certificate is not valid yet/],
    [client({ commonName: 'SuperAdmin' }), /CLIENT_CERTIFICATE_FILE: is EJBCA's first administrator/],
  ];
  for (const [change, problem] of cases) {
    expect(problemsOf({}, change)).toEqual([expect.stringMatching(problem)]);
  }
});
