import { randomBytes } from 'node:crypto';
import { buildRootCertificate, generatePrivateKeyPem, newSerialNumber, openSigningKeyPem, pemOf } from '../pki';
import type { GivenSettings } from './config-schema';
import { localCaProblems, localCaProductionProblems } from './local-ca-problems';

const NOW = new Date('2026-06-01T00:00:00Z');
/** As production would have it; the keys are files that are there. */
const COMPLETE: GivenSettings = {
  CERTIFICATE_AUTHORITY: 'local-ca',
  MONGODB_URI: 'mongodb://database.internal/acceptance',
  LOCAL_CA_MONGODB_URI: 'mongodb://database.internal/ca',
  LOCAL_CA_STATUS_URL: 'http://acceptance.example.cn/api',
  LOCAL_CA_POLICY_ARC: '1.2.156.999999.1',
  LOCAL_CA_CPS_URL: 'http://www.example.cn/cps',
  LOCAL_CA_CHAIN_FILE: __filename,
  LOCAL_CA_KEY: __filename,
  LOCAL_CA_OCSP_CERTIFICATE_FILE: __filename,
  LOCAL_CA_OCSP_KEY: __filename,
};
const NO_CHAINS = { LOCAL_CA_CHAIN_FILE: '', LOCAL_CA_SM2_CHAIN_FILE: '' };
const problemsOf = (change: GivenSettings, chains: Partial<typeof NO_CHAINS> = {}): string[] => {
  const given = { ...COMPLETE, ...change };
  return [...localCaProblems(given), ...localCaProductionProblems(given, { ...NO_CHAINS, ...chains }, NOW)];
};

async function chainNamed(commonName: string, notAfter: Date): Promise<string> {
  const key = openSigningKeyPem(await generatePrivateKeyPem('ecdsa-p256'));
  const der = await buildRootCertificate(key, {
    serialNumber: newSerialNumber(randomBytes),
    subject: [{ type: 'commonName', value: commonName }],
    notBefore: new Date('2025-01-01T00:00:00Z'),
    notAfter,
    profile: {
      keyUsages: ['keyCertSign', 'cRLSign'],
      extendedKeyUsages: [],
      policies: [],
      crlUrls: [],
      ocspUrls: [],
      issuerUrls: [],
      authority: { pathLength: null },
      ocspNoCheck: false,
    },
  });
  return pemOf('CERTIFICATE', der);
}

it('has nothing against a complete one, against a key in a token, and against what is of another authority', () => {
  expect(problemsOf({})).toEqual([]);
  expect(problemsOf({ LOCAL_CA_KEY: 'pkcs11:token=ca;object=key?module-path=/usr/lib/hsm.so' })).toEqual([]);
  expect(localCaProblems({ LOCAL_CA_KEY: '/no/such/key.pem' })).toEqual([]);
});

it('names everything that is missing', () => {
  const without = { LOCAL_CA_MONGODB_URI: '', LOCAL_CA_KEY: '', LOCAL_CA_SM2_KEY: __filename };
  expect(problemsOf(without).map((problem) => problem.split(':')[0])).toEqual([
    'LOCAL_CA_MONGODB_URI',
    'LOCAL_CA_KEY',
    'LOCAL_CA_SM2_CHAIN_FILE',
    'LOCAL_CA_SM2_OCSP_CERTIFICATE_FILE',
    'LOCAL_CA_SM2_OCSP_KEY',
  ]);
  const none = { LOCAL_CA_CHAIN_FILE: '', LOCAL_CA_KEY: '', LOCAL_CA_OCSP_CERTIFICATE_FILE: '', LOCAL_CA_OCSP_KEY: '' };
  expect(problemsOf(none)).toEqual([expect.stringMatching(/^LOCAL_CA_CHAIN_FILE: it or LOCAL_CA_SM2_CHAIN_FILE/)]);
});

it.each<[GivenSettings, RegExp]>([
  [{ LOCAL_CA_MONGODB_URI: 'mongodb://database.internal/acceptance' }, /is that of the product/],
  [{ LOCAL_CA_STATUS_URL: 'http://10.0.0.1/api' }, /public address/],
  [{ LOCAL_CA_POLICY_ARC: '2.999.1' }, /for examples/],
  [{ LOCAL_CA_KEY: '/no/such/key.pem' }, /cannot be read/],
  [{ LOCAL_CA_KEY: 'pkcs11:token=ca;object=key?module-path=/hsm.so&pin-value=1' }, /LOCAL_CA_KEY_PASSPHRASE/],
])('refuses %j', (change, problem) => {
  expect(problemsOf(change)).toEqual([expect.stringMatching(problem)]);
});

it('refuses the trial CA and an issuing certificate that has ended', async () => {
  const later = new Date('2030-01-01T00:00:00Z');
  const [trial, ended, good] = await Promise.all([
    chainNamed('启明SM2试用签发机构', later),
    chainNamed('示例签发机构', new Date('2026-01-01T00:00:00Z')),
    chainNamed('示例签发机构', later),
  ]);
  expect(problemsOf({}, { LOCAL_CA_SM2_CHAIN_FILE: trial })).toEqual([expect.stringMatching(/SM2_CHAIN.*trial CA/)]);
  expect(problemsOf({}, { LOCAL_CA_CHAIN_FILE: ended })).toEqual([
    expect.stringMatching(/issuing certificate has expired/),
  ]);
  expect(problemsOf({}, { LOCAL_CA_CHAIN_FILE: good })).toEqual([]);
});
