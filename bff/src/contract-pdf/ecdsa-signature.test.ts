import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildContractTemplate, type ContractRenderer, type ContractSigningKey, createContractRenderer } from './index';
import { signingKeyOfPem } from './signing-key';
import { madeParty, type Party } from './testing/made-certificate';
import { madeTimestamp } from './testing/made-timestamp';
import { runTool } from './testing/run-tool';
import { sampleAuthority, sampleInput } from './testing/sample-contract';
import { readContractSignature, readRevisions, verifyContractPdf } from './verify';

const folder = mkdtempSync(join(tmpdir(), 'ecdsa-signature-'));
afterAll(() => rmSync(folder, { recursive: true }));
const saved = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const term = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2036-01-01T00:00:00Z') };
const issuer = madeParty({ commonName: '测试签发机构', ...term, usages: ['keyCertSign'], pathLength: null });
const signer: Party = madeParty({
  commonName: sampleAuthority.name,
  issuer,
  ...term,
  usages: ['digitalSignature', 'nonRepudiation'],
  purposes: ['emailProtection', 'documentSigning'],
});
const ofFile = signingKeyOfPem({
  certificateChainPem: `${signer.pem}${issuer.pem}`,
  privateKeyPem: signer.key.export({ type: 'pkcs8', format: 'pem' }).toString(),
});

/** Signs again until the signature is so long: r and s have a leading zero byte, or need one, by chance. */
const ofLength = (wanted: (length: number) => boolean): ContractSigningKey => ({
  ...ofFile,
  async sign(toBeSigned) {
    for (;;) {
      const signature = await ofFile.sign(toBeSigned);
      if (wanted(signature.length)) return signature;
    }
  },
});
const rendererOf = (signing: ContractSigningKey, stampable = false): Promise<ContractRenderer> =>
  createContractRenderer({ template: buildContractTemplate(sampleAuthority), signing, stampable });

const judged = (pdf: Buffer) => verifyContractPdf(pdf, { anchors: [signer.pem] });

it.each<[string, (length: number) => boolean]>([
  ['of full length', (length) => length === 72],
  ['a byte shorter', (length) => length === 71],
  ['shorter still', (length) => length < 71],
])('a signature %s is taken by our verifier, poppler and openssl', async (name, wanted) => {
  const { pdf } = await (await rendererOf(ofLength(wanted))).render(sampleInput());
  expect(judged(pdf)).toMatchObject({ verdict: 'genuine', doubts: [] });
  const { covered } = readContractSignature(pdf, readRevisions(pdf).first);
  const poppler = runTool('pdfsig', [saved(`${name}.pdf`, pdf)]).text;
  expect(poppler).toContain('Signature is Valid.');
  expect(poppler).toContain('Total document signed');
  const content = saved('content.bin', Buffer.concat(covered.signed));
  const cms = ['-inform', 'DER', '-in', saved('signature.der', covered.cms), '-content', content, '-binary'];
  const trusted = ['-CAfile', saved('issuer.pem', issuer.pem), '-out', join(folder, 'out.bin')];
  const { status, text } = runTool('openssl', ['cms', '-verify', '-cades', ...cms, ...trusted]);
  expect(text).toContain('CAdES Verification successful');
  expect(status).toBe(0);
});

it('carries a time stamp beside a short signature', async () => {
  const renderer = await rendererOf(
    ofLength((length) => length < 72),
    true,
  );
  const root = madeParty({ commonName: '时间戳根', ...term, usages: ['keyCertSign'], pathLength: null });
  const tsa = madeParty({
    commonName: '测试时间戳服务',
    issuer: root,
    ...term,
    usages: ['digitalSignature'],
    purposes: ['timeStamping'],
    purposesAreCritical: true,
  });
  const time = sampleInput().sealedAt;
  const stamp = async (imprint: Buffer) => madeTimestamp({ imprint, time, authority: tsa, certificates: [tsa.der] });
  const { pdf } = await renderer.render(sampleInput({ stamp }));
  expect(verifyContractPdf(pdf, { anchors: [signer.pem], timestampAnchors: [root.pem] })).toMatchObject({
    verdict: 'genuine',
    timestamp: { judged: true },
  });
});

it('a key that signs with more bytes than it said is a fault of ours, and makes no contract', async () => {
  const renderer = await rendererOf({ ...ofFile, sign: async () => Buffer.alloc(73) });
  await expect(renderer.render(sampleInput())).rejects.toThrow('longer');
});
