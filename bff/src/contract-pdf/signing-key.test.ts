import { generateKeyPairSync } from 'node:crypto';
import type { TrialCertificateAuthority } from '../../../scripts/trial-ca/trial-certificate-authority';
import { buildContractTemplate, createContractRenderer } from './index';
import { loadSigningKey } from './signing-key';
import { createSampleAuthorityKeys, sampleAuthority, signingMaterialOf } from './testing/sample-contract';

// Making RSA keys takes seconds on a busy machine.

let keys: TrialCertificateAuthority;

beforeAll(async () => {
  keys = await createSampleAuthorityKeys();
});

const invalid = expect.objectContaining({ code: 'signing_material_invalid' });
const load = (changes: object) => () => loadSigningKey({ ...signingMaterialOf(keys), ...changes });

describe('loading the signing key', () => {
  test('takes a chain of three in order', () => {
    const loaded = loadSigningKey(signingMaterialOf(keys));
    expect(loaded.chain).toHaveLength(3);
    expect(loaded.signatureBytes).toBe(256);
  });

  test('refuses the key of another certificate, already when the renderer is made', async () => {
    const signing = { ...signingMaterialOf(keys), privateKeyPem: keys.issuingKeyPem };
    await expect(createContractRenderer({ template: buildContractTemplate(sampleAuthority), signing })).rejects.toEqual(
      invalid,
    );
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

  test('refuses keys that are not RSA', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(load({ privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }) })).toThrow(invalid);
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
