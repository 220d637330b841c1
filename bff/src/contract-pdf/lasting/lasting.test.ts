import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildContractTemplate, createContractRenderer, type Stamp } from '../index';
import { runTool } from '../testing/run-tool';
import { sampleAuthority, sampleInput, signingKeyOf } from '../testing/sample-contract';
import { createVerifiedWorld, daysAfter, type VerifiedWorld } from '../testing/verified-world';
import { withDocumentTimestamp } from './document-timestamp';
import { withValidationData } from './evidence-revision';

const folder = mkdtempSync(join(tmpdir(), 'lasting-'));
afterAll(() => rmSync(folder, { recursive: true }));
let world: VerifiedWorld;
beforeAll(async () => {
  world = await createVerifiedWorld();
});

function saved(pdf: Buffer): string {
  const path = join(folder, 'contract.pdf');
  writeFileSync(path, pdf);
  return path;
}

async function signedWith(stamp: Stamp): Promise<Buffer> {
  const renderer = await createContractRenderer({
    template: buildContractTemplate(sampleAuthority),
    signing: signingKeyOf(world.keys),
    stampable: true,
  });
  return (await renderer.render(sampleInput({ stamp }))).pdf;
}

const data = () => ({ certificates: [world.issuing.der, world.tsaRoot.der], ocspResponses: [], crls: [] });
const judged = (pdf: Buffer) => world.verify(pdf, [world.tsaRoot.pem]);

describe('a signature with a time stamp', () => {
  test('is genuine at the time that was stamped', async () => {
    const pdf = await signedWith(async (imprint) => world.stamp(imprint, daysAfter(0.25)));
    expect(judged(pdf)).toMatchObject({
      verdict: 'genuine',
      timestamp: { time: daysAfter(0.25), authority: '测试时间戳服务', judged: true },
    });
    const path = saved(pdf);
    expect(runTool('qpdf', ['--check', path])).toMatchObject({ status: 0 });
    expect(runTool('pdfsig', [path]).text).toContain('Signature is Valid.');
  });

  test('has none where nobody stamped, and is genuine all the same', async () => {
    expect(judged(await signedWith(async () => null))).toMatchObject({ verdict: 'genuine', timestamp: null });
  });

  test('is not made with a token over something else', async () => {
    const pdf = await signedWith(async () => world.stamp(Buffer.alloc(32)));
    expect(judged(pdf)).toMatchObject({ verdict: 'changed', doubts: ['timestamp_wrong'] });
  });

  test('is refused a token that has no room', async () => {
    const large = signedWith(async (imprint) => {
      const token = world.stamp(imprint);
      return Buffer.concat([Buffer.from('3082f000', 'hex'), Buffer.alloc(0xf000 - 4), token]).subarray(0, 0xf004);
    });
    await expect(large).rejects.toThrow();
  });
});

describe('what is appended', () => {
  test('keeps every byte of the contract, and a contract genuine', async () => {
    const first = withValidationData(world.pdf, data());
    expect(first.subarray(0, world.pdf.length).equals(world.pdf)).toBe(true);
    expect(judged(first)).toMatchObject({ verdict: 'genuine', revisions: ['revocation_data'] });
    const stamped = await withDocumentTimestamp(first, async (digest) => world.stamp(digest, daysAfter(2)));
    expect(stamped.subarray(0, first.length).equals(first)).toBe(true);
    expect(judged(stamped)).toMatchObject({
      verdict: 'genuine',
      revisions: ['revocation_data', 'document_timestamp'],
      timestamp: { time: daysAfter(2), judged: true },
    });
    const again = withValidationData(stamped, data());
    expect(judged(again).revisions).toEqual(['revocation_data', 'document_timestamp', 'revocation_data']);
    const path = saved(again);
    expect(runTool('qpdf', ['--check', path])).toMatchObject({ status: 0 });
    expect(runTool('pdfsig', [path]).text).toContain('Signature is Valid.');
  });

  test('makes no contract of what is none', async () => {
    expect(() => withValidationData(Buffer.from('%PDF-1.7\n%%EOF'), data())).toThrow();
    await expect(withDocumentTimestamp(Buffer.from('hello'), async () => Buffer.alloc(0))).rejects.toThrow();
    const appended = Buffer.concat([world.pdf, Buffer.from('\nmore')]);
    expect(() => withValidationData(appended, data())).toThrow('cannot be continued');
  });
});
