import { generateKeyPairSync } from 'node:crypto';
import type { TrialCertificateAuthority } from '../../../scripts/trial-ca/trial-certificate-authority';
import { createSigningKey, signingKeyOfPem } from './signing-key';
import { madeParty } from './testing/made-certificate';
import { createSampleAuthorityKeys, signingMaterialOf } from './testing/sample-contract';

// Making RSA keys takes seconds on a busy machine.

let keys: TrialCertificateAuthority;

beforeAll(async () => {
  keys = await createSampleAuthorityKeys();
});

const invalid = expect.objectContaining({ code: 'signing_material_invalid' });
const load = (changes: object) => () => signingKeyOfPem({ ...signingMaterialOf(keys), ...changes });

describe('loading the signing key', () => {
  test('takes a chain of three in order', () => {
    const loaded = signingKeyOfPem(signingMaterialOf(keys));
    expect(loaded.chain).toHaveLength(3);
    expect(loaded.signatureBytes).toBe(256);
  });

  test('refuses the key of another certificate', () => {
    expect(load({ privateKeyPem: keys.issuingKeyPem })).toThrow(invalid);
  });

  test('refuses a chain in the wrong order', () => {
    expect(load({ certificateChainPem: `${keys.signerPem}${keys.rootPem}${keys.issuingPem}` })).toThrow(invalid);
  });

  test('refuses certificates that do not belong to each other', async () => {
    const other = await createSampleAuthorityKeys();
    expect(load({ certificateChainPem: `${keys.signerPem}${other.issuingPem}${other.rootPem}` })).toThrow(invalid);
  });

  test('refuses an empty chain and an unreadable key', () => {
    expect(load({ certificateChainPem: '' })).toThrow(invalid);
    expect(load({ privateKeyPem: '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----' })).toThrow(invalid);
  });

  test('takes a key of the curve P-256, and one that lies elsewhere', async () => {
    const party = madeParty({ commonName: '某机构', notBefore: new Date(0), notAfter: new Date() });
    const privateKeyPem = party.key.export({ type: 'pkcs8', format: 'pem' }).toString();
    const ofFile = signingKeyOfPem({ certificateChainPem: party.pem, privateKeyPem });
    expect(ofFile).toMatchObject({ algorithm: 'ecdsa-p256', signatureBytes: 72 });
    const elsewhere = createSigningKey(party.pem, { publicKeyInfoDer: party.keyInfo, sign: async (bytes) => bytes });
    expect(elsewhere).toMatchObject({ algorithm: 'ecdsa-p256', signatureBytes: 72 });
    expect(await elsewhere.sign(Buffer.from('signed'))).toEqual(Buffer.from('signed'));
  });

  test('refuses keys of other curves and short ones', () => {
    for (const pair of [
      generateKeyPairSync('ec', { namedCurve: 'P-384' }),
      generateKeyPairSync('rsa', { modulusLength: 1024 }),
    ]) {
      const party = madeParty({ commonName: '某机构', notBefore: new Date(0), notAfter: new Date(), keys: pair });
      const privateKeyPem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
      expect(() => signingKeyOfPem({ certificateChainPem: party.pem, privateKeyPem })).toThrow(invalid);
    }
  });

  test('never quotes the key in its error', () => {
    const privateKeyPem = `${keys.signerKeyPem.slice(0, 400)}broken`;
    try {
      load({ privateKeyPem })();
      throw new Error('the broken key was taken');
    } catch (error) {
      expect(String(error)).not.toContain(keys.signerKeyPem.slice(40, 80));
      expect(error).toEqual(invalid);
    }
  });
});
