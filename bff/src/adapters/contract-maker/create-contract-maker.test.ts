import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContractText } from '@acceptance/shared';
import { drawSampleSignature } from '../../../../scripts/trial-ca/draw-sample-signature';
import { encodePng, type Picture, plainPicture } from '../../../../scripts/trial-ca/encode-png';
import { buildContractTemplate, type ContractAuthority } from '../../contract-pdf';
import { plainText } from '../../contract-pdf/testing/rendered-page';
import {
  createSampleAuthorityKeys,
  sampleAuthority,
  sampleInput,
  signingMaterialOf,
} from '../../contract-pdf/testing/sample-contract';
import type { ContractMaker } from '../../ports/contract-maker';
import { createContractMaker } from './create-contract-maker';

// Making RSA keys takes seconds on a busy machine.
jest.setTimeout(120_000);

const never = new AbortController().signal;
let maker: ContractMaker;
let decodings = 0;
let nextDeadline: AbortSignal | undefined;

beforeAll(async () => {
  const signing = signingMaterialOf(await createSampleAuthorityKeys());
  const deadline = () => {
    decodings += 1;
    const signal = nextDeadline ?? never;
    nextDeadline = undefined;
    return signal;
  };
  maker = await createContractMaker({
    authority: sampleAuthority,
    signing,
    inkPool: { workers: 1, maxWaiting: 1, deadline },
  });
});
afterAll(() => maker.close());

const folder = mkdtempSync(join(tmpdir(), 'contract-maker-'));
afterAll(() => rmSync(folder, { recursive: true }));
function saved(pdf: Buffer): string {
  const path = join(folder, 'contract.pdf');
  writeFileSync(path, pdf);
  return path;
}

const { ink: _ink, ...facts } = sampleInput();
/** What is printed, with the text of today. */
const details = () => ({ ...facts, text: maker.text });
const textOf = (authority: ContractAuthority): ContractText => {
  const { id: templateId, ...text } = buildContractTemplate(authority);
  return { templateId, ...text };
};
const verdictOn = async (png: Buffer) => (await maker.prepareSignature(png)).verdict;
const transparent = 0x00000000;

function dot(): Picture {
  const picture = plainPicture(600, 240, transparent);
  for (let x = 300; x < 310; x += 1) for (let y = 100; y < 110; y += 1) picture.data[(y * 600 + x) * 4 + 3] = 255;
  return picture;
}

/** The sample signature in a corner of a larger canvas. */
function onCanvas(width: number, height: number): Buffer {
  const picture = plainPicture(width, height, transparent);
  for (let x = 0; x < 400; x += 1) {
    const y = Math.round(100 + 80 * Math.sin(x / 40));
    for (let pen = 0; pen < 6; pen += 1) picture.data[((y + pen) * width + x) * 4 + 3] = 255;
  }
  return encodePng(picture);
}

describe('what it says of a signature', () => {
  test.each([
    ['ok', drawSampleSignature()],
    ['empty', encodePng(plainPicture(600, 240, transparent))],
    ['too-small', encodePng(dot())],
    ['unreadable', Buffer.from('no picture')],
    ['unreadable', drawSampleSignature().subarray(0, 900)],
  ])('is "%s"', async (verdict, png) => {
    expect(await maker.prepareSignature(png)).toEqual(
      verdict === 'ok' ? { verdict, inkMask: expect.any(Buffer) } : { verdict },
    );
  });

  test('is "unreadable" for a canvas that is none of ours, which is not decoded', async () => {
    const before = decodings;
    expect(await verdictOn(onCanvas(2401, 900))).toBe('unreadable');
    expect(decodings).toBe(before);
  });

  test('is nothing while too many wait or when the time is over: it may be asked again', async () => {
    const png = drawSampleSignature();
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => verdictOn(png)));
    expect(outcomes).toMatchObject([
      { value: 'ok' },
      { value: 'ok' },
      { reason: { name: 'PortError', failure: 'unavailable', vendorCode: 'ink-queue-full' } },
    ]);
    nextDeadline = AbortSignal.abort();
    await expect(verdictOn(png)).rejects.toMatchObject({ name: 'PortError', vendorCode: 'ink-timed-out' });
    expect(await verdictOn(png)).toBe('ok');
  });
});

describe('a contract', () => {
  test('is the same from the stored ink as from the picture, and the ink is not decoded', async () => {
    const signaturePng = drawSampleSignature();
    const fromPicture = await maker.make({ ...details(), signaturePng });
    const { inkMask } = await maker.prepareSignature(signaturePng);
    const before = decodings;
    const fromInk = await maker.make({ ...details(), inkMask: inkMask ?? Buffer.alloc(0) });
    expect(decodings).toBe(before);
    expect(fromInk.sha256).toBe(fromPicture.sha256);
    expect(fromInk.pdf.equals(fromPicture.pdf)).toBe(true);
  });

  test('is still made of a canvas that was accepted before canvases had a limit', async () => {
    const made = await maker.make({ ...details(), signaturePng: onCanvas(2600, 1000) });
    expect(made.pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('prints the text that was agreed to, not that of today', async () => {
    const text = textOf({ ...sampleAuthority, court: '昨日市中级人民法院' });
    const made = await maker.make({ ...details(), text, signaturePng: drawSampleSignature() });
    const printed = plainText(saved(made.pdf));
    expect(printed).toContain('昨日市中级人民法院');
    expect(printed).not.toContain(sampleAuthority.court);
    expect(maker.problemsOf(made.pdf, facts.sealedAt)).toEqual([]);
  });

  test.each([
    ['text-altered', () => ({ ...maker.text, title: '另一份合同' })],
    ['authority-changed', () => textOf({ ...sampleAuthority, name: '另一家认证有限公司' })],
  ])('is not made of a text that we cannot sign: %s', async (vendorCode, textToPrint) => {
    const refused = maker.make({ ...details(), text: textToPrint(), signaturePng: drawSampleSignature() });
    await expect(refused).rejects.toMatchObject({ failure: 'rejected', vendorCode });
  });

  test('that is damaged, or signed by another, has problems', async () => {
    const { pdf } = await maker.make({ ...details(), signaturePng: drawSampleSignature() });
    const damaged = Buffer.from(pdf);
    damaged[2000]! ^= 1;
    expect(maker.problemsOf(damaged, facts.sealedAt)).not.toEqual([]);
    expect(maker.problemsOf(Buffer.from('%PDF-1.7'), facts.sealedAt)).not.toEqual([]);
    const signing = signingMaterialOf(await createSampleAuthorityKeys());
    const other = await createContractMaker({ authority: sampleAuthority, signing });
    expect(other.problemsOf(pdf, facts.sealedAt)).not.toEqual([]);
    await other.close();
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a picture', drawSampleSignature()],
  ])('is not made of ink that is %s', async (_name, inkMask) => {
    await expect(maker.make({ ...details(), inkMask })).rejects.toMatchObject({
      failure: 'rejected',
      vendorCode: 'ink_unreadable',
    });
  });

  test('is not made of ink whose end is missing', async () => {
    const { inkMask } = await maker.prepareSignature(drawSampleSignature());
    const cut = inkMask?.subarray(0, -10) ?? Buffer.alloc(0);
    await expect(maker.make({ ...details(), inkMask: cut })).rejects.toMatchObject({
      failure: 'rejected',
      vendorCode: 'ink_unreadable',
    });
  });
});
