import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TrialCertificateAuthority } from '../../../scripts/trial-ca/trial-certificate-authority';
import { buildContractTemplate, createContractRenderer } from './index';
import { runTool } from './testing/run-tool';
import { createSampleAuthorityKeys, sampleAuthority, sampleInput, signingKeyOf } from './testing/sample-contract';
import { readContractSignature, readRevisions } from './verify';

// Making RSA keys takes seconds on a busy machine.

const folder = mkdtempSync(join(tmpdir(), 'contract-signature-'));
const path = (name: string) => join(folder, name);
let keys: TrialCertificateAuthority;
let pdf: Buffer;

beforeAll(async () => {
  keys = await createSampleAuthorityKeys();
  const renderer = await createContractRenderer({
    template: buildContractTemplate(sampleAuthority),
    signing: signingKeyOf(keys),
  });
  ({ pdf } = await renderer.render(sampleInput()));
  writeFileSync(path('contract.pdf'), pdf);
  writeFileSync(path('root.pem'), keys.rootPem);
  writeFileSync(path('issuing.pem'), keys.issuingPem);
  writeFileSync(path('signer.pem'), keys.signerPem);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('the signature as other programs judge it', () => {
  test('poppler finds it valid and over the whole document', () => {
    const { text } = runTool('pdfsig', [path('contract.pdf')]);
    expect(text).toContain('Signature is Valid.');
    expect(text).toContain('Total document signed');
    expect(text).toContain('ETSI.CAdES.detached');
    expect(text).toContain(`Signer Certificate Common Name: ${sampleAuthority.name}`);
  });

  test('poppler trusts it when its certificate store has the root (with certutil at hand)', () => {
    const hasCertutil = (process.env.PATH ?? '').split(':').some((place) => existsSync(join(place, 'certutil')));
    if (hasCertutil) {
      runTool('certutil', ['-N', '-d', `sql:${folder}`, '--empty-password']);
      runTool('certutil', ['-A', '-d', `sql:${folder}`, '-n', 'root', '-t', 'CT,C,C', '-i', path('root.pem')]);
    }
    const store = hasCertutil ? ['-nssdir', folder] : [];
    const { text } = runTool('pdfsig', [...store, path('contract.pdf')]);
    expect(text).toContain('Signature is Valid.');
    expect(text).toContain(hasCertutil ? 'Certificate is Trusted.' : 'Certificate Validation:');
  });

  test('openssl verifies it as CAdES, through a chain of Chinese names', () => {
    const { covered: located } = readContractSignature(pdf, readRevisions(pdf).first);
    writeFileSync(path('content.bin'), Buffer.concat(located.signed));
    writeFileSync(path('signature.der'), located.cms);
    const args = ['-inform', 'DER', '-in', path('signature.der'), '-content', path('content.bin'), '-binary'];
    const verification = ['cms', '-verify', '-cades', ...args, '-CAfile', path('root.pem'), '-out', path('out.bin')];
    const { status, text } = runTool('openssl', verification);
    expect(text).toContain('CAdES Verification successful');
    expect(status).toBe(0);
  });

  test('openssl verifies the certificate chain, and names stay readable in it', () => {
    const chain = ['verify', '-x509_strict', '-CAfile', path('root.pem'), '-untrusted', path('issuing.pem')];
    // The trial certificates begin on the day the sample contract is signed.
    const { status } = runTool('openssl', [...chain, '-attime', '1795368605', path('signer.pem')]);
    expect(status).toBe(0);
    const issuer = runTool('openssl', ['x509', '-noout', '-issuer', '-nameopt', 'utf8', '-in', path('signer.pem')]);
    expect(issuer.text).toContain(`CN=${sampleAuthority.name}试用签发机构`);
  });

  test('poppler notices one changed byte', () => {
    const changed = Buffer.from(pdf);
    const place = changed.lastIndexOf('endstream') - 20;
    changed[place] = (changed[place] ?? 0) ^ 1;
    writeFileSync(path('changed.pdf'), changed);
    expect(runTool('pdfsig', [path('changed.pdf')]).text).toContain('Digest Mismatch');
  });

  test('carries no signing-time attribute and allows later only what keeps it verifiable', () => {
    const { covered: located } = readContractSignature(pdf, readRevisions(pdf).first);
    const signingTime = Buffer.from('06092a864886f70d010905', 'hex');
    expect(located.cms.includes(signingTime)).toBe(false);
    expect(pdf.toString('latin1')).toMatch(
      /\/TransformMethod \/DocMDP\s+\/TransformParams << \/Type \/TransformParams \/P 2/,
    );
    expect(pdf.toString('latin1')).toMatch(/\/Perms\s*<<\s*\/DocMDP \d+ 0 R/);
  });
});
