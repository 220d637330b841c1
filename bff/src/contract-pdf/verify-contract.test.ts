import { createHash } from 'node:crypto';
import type { TrialCertificateAuthority } from '../../../scripts/trial-ca/trial-certificate-authority';
import { buildContractTemplate, type ContractRenderer, createContractRenderer, verifyContractPdf } from './index';
import {
  createSampleAuthorityKeys,
  sampleAuthority,
  sampleInput,
  sampleSignedAt,
  signingMaterialOf,
} from './testing/sample-contract';

// Making RSA keys takes seconds on a busy machine.

const years = (count: number) => new Date(sampleSignedAt.getTime() + count * 365 * 24 * 60 * 60 * 1000);
let keys: TrialCertificateAuthority;
let other: TrialCertificateAuthority;
let renderer: ContractRenderer;
let pdf: Buffer;

beforeAll(async () => {
  [keys, other] = await Promise.all([createSampleAuthorityKeys(), createSampleAuthorityKeys()]);
  renderer = await createContractRenderer({
    template: buildContractTemplate(sampleAuthority),
    signing: signingMaterialOf(keys),
  });
  ({ pdf } = await renderer.render(sampleInput()));
});

const verify = (file: Buffer, anchors = [keys.rootPem], at = sampleSignedAt) => verifyContractPdf(file, anchors, at);

describe('verifying a contract', () => {
  test('finds our own contract genuine and names the signer', () => {
    expect(verify(pdf)).toEqual({
      genuine: true,
      coversWholeDocument: true,
      digestMatches: true,
      signatureValid: true,
      chainTrusted: true,
      signerName: sampleAuthority.name,
      problems: [],
    });
  });

  test('takes the signing certificate itself as an anchor', () => {
    expect(verify(pdf, [keys.signerPem]).genuine).toBe(true);
    expect(verify(pdf, [other.signerPem]).genuine).toBe(false);
  });

  test('notices a changed byte before and after the signature', () => {
    for (const place of [700, pdf.length - 200]) {
      const changed = Buffer.from(pdf);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(verify(changed)).toMatchObject({ genuine: false, digestMatches: false, signatureValid: true });
    }
  });

  test('notices appended bytes', () => {
    const result = verify(Buffer.concat([pdf, Buffer.from('\n% one more line\n')]));
    expect(result).toMatchObject({ genuine: false, coversWholeDocument: false, digestMatches: true });
    expect(result.problems).toHaveLength(1);
  });

  test('notices bytes that were cut off', () => {
    expect(verify(pdf.subarray(0, pdf.length - 1)).genuine).toBe(false);
  });

  test('notices another signature value', () => {
    const hex = pdf.toString('latin1');
    const start = hex.indexOf('/Contents <') + 11;
    const end = start + hex.slice(start).search(/0{64}/);
    const changed = Buffer.from(pdf);
    const place = end - 60;
    changed[place] = changed[place] === 0x30 ? 0x31 : 0x30;
    expect(verify(changed)).toMatchObject({ genuine: false, digestMatches: true, signatureValid: false });
  });

  test('notices bytes hidden behind the signature', () => {
    const place = pdf.indexOf('> >>', pdf.indexOf('/Contents <')) - 2;
    const changed = Buffer.from(pdf);
    changed.write('ab', place, 'latin1');
    expect(verify(changed).genuine).toBe(false);
  });

  test('notices content smuggled into the gap between the signed ranges', () => {
    const place = pdf.indexOf('> >>', pdf.indexOf('/Contents <')) - 20;
    const changed = Buffer.from(pdf);
    changed.write('> /Reason (forged) <', place, 'latin1');
    expect(verify(changed)).toMatchObject({ genuine: false, digestMatches: false });
  });

  test('notices a range that leaves out more than the signature', () => {
    const wider = pdf
      .toString('latin1')
      .replace(/\/ByteRange \[0 (\d+)/, (_all, length: string) => `/ByteRange [0 ${Number(length) - 10}`);
    expect(verify(Buffer.from(wider, 'latin1')).genuine).toBe(false);
  });

  test('does not trust an authority of the same name', () => {
    const result = verify(pdf, [other.rootPem]);
    expect(result).toMatchObject({ genuine: false, signatureValid: true, chainTrusted: false });
    expect(result.problems).toEqual(['签名证书不是由受信任的机构签发。']);
  });

  test('does not trust a certificate before and after its validity', () => {
    for (const at of [years(-1), years(4)]) {
      expect(verify(pdf, [keys.rootPem], at)).toMatchObject({
        genuine: false,
        chainTrusted: false,
        signatureValid: true,
      });
    }
  });

  test('does not trust an issuing authority as a signer of documents', async () => {
    const signing = {
      certificateChainPem: `${keys.issuingPem}${keys.rootPem}`,
      privateKeyPem: keys.issuingKeyPem,
    };
    const wrong = await createContractRenderer({ template: buildContractTemplate(sampleAuthority), signing });
    const result = verify((await wrong.render(sampleInput())).pdf);
    expect(result).toMatchObject({ genuine: false, signatureValid: true, chainTrusted: false });
    expect(result.problems).toContain('签名证书不是文件签名证书。');
  });

  test('notices a CMS structure exchanged for one over another document', async () => {
    const second = (await renderer.render(sampleInput({ contractNumber: 'HT-GOV-20261122-000124' }))).pdf;
    const contentsOf = (file: Buffer) => file.toString('latin1').match(/\/Contents <([0-9a-f]+)>/)?.[1] ?? '';
    const swapped = pdf.toString('latin1').replace(contentsOf(pdf), contentsOf(second));
    expect(contentsOf(second)).not.toBe(contentsOf(pdf));
    expect(verify(Buffer.from(swapped, 'latin1'))).toMatchObject({ genuine: false, digestMatches: false });
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('hello')],
    ['an unsigned PDF', Buffer.from('%PDF-1.7\n%%EOF')],
    ['a PDF with an absurd range', Buffer.from('%PDF-1.7 /ByteRange [0 9999999999 9999999999 1] /Contents <00>')],
    ['a PDF with an empty range', Buffer.from('%PDF-1.7 /ByteRange [0 0 0 0] /Contents <00>')],
  ])('says why %s is not genuine, without throwing', (_name, file) => {
    const result = verify(file);
    expect(result.genuine).toBe(false);
    expect(result.problems).toHaveLength(1);
  });

  test('survives every truncation and random garbage in the signature', () => {
    const start = pdf.indexOf('/Contents <') + 11;
    for (let round = 0; round < 60; round += 1) {
      const noise = createHash('sha512').update(`round ${round}`).digest('hex');
      const changed = Buffer.from(pdf);
      changed.write(noise, start + round * 40, 'latin1');
      expect(verify(changed).genuine).toBe(false);
      expect(verify(pdf.subarray(0, Math.floor((pdf.length * round) / 60))).genuine).toBe(false);
    }
  });

  test('an anchor that is no certificate is an error of the caller', () => {
    expect(() => verify(pdf, ['nonsense'])).toThrow();
    expect(() => verify(Buffer.from('hello'), ['nonsense'])).toThrow();
  });
});
