import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContractDetails, ContractText } from '@acceptance/shared';
import { drawSampleSignature } from '../../../../scripts/trial-ca/draw-sample-signature';
import { encodePng, type Picture, plainPicture } from '../../../../scripts/trial-ca/encode-png';
import { buildContractTemplate, type ContractAuthority, hashOfText, verifyContractPdf } from '../../contract-pdf';
import { plainText } from '../../contract-pdf/testing/rendered-page';
import { runTool } from '../../contract-pdf/testing/run-tool';
import { createSampleAuthorityKeys, sampleAuthority, sampleInput } from '../../contract-pdf/testing/sample-contract';
import type { ContractMaker } from '../../ports/contract-maker';
import { createFixedSigner } from '../testing/fixed-signer';
import { createContractMaker } from './create-contract-maker';
import ownContractWorker from './own-contract-worker';
import { createOwnContracts } from './own-contracts';

// Making RSA keys takes seconds on a busy machine.

const never = new AbortController().signal;
let maker: ContractMaker;
let signer: ReturnType<typeof createFixedSigner>;
let decodings = 0;
let nextDeadline: AbortSignal | undefined;

/** Without a thread of its own. */
const here = createOwnContracts({ run: async (task) => ownContractWorker(task), close: async () => undefined });

beforeAll(async () => {
  const keys = await createSampleAuthorityKeys();
  signer = createFixedSigner(keys);
  const deadline = () => {
    decodings += 1;
    const signal = nextDeadline ?? never;
    nextDeadline = undefined;
    return signal;
  };
  maker = createContractMaker({
    authority: sampleAuthority,
    signer,
    contracts: here,
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

const { contractNumber, signedAt, sealedAt } = sampleInput();
const agreed: ContractDetails = {
  applicantType: 'unit',
  person: { name: '张伟', documentType: 'resident-id-card', idNumber: '11010519491231002X', phone: '13800138000' },
  unit: {
    name: '示例市蓝天办公用品有限公司',
    unifiedSocialCreditCode: '91350100M000100Y43',
    legalRepresentative: '王芳',
    role: 'agent',
  },
  email: 'zhang@example.com',
  address: '示例省示例市演示区一路2号',
  projectName: '示例省政府采购云平台',
  validityMonths: 18,
  feeFen: 26_000,
  specialTerms: ['证书到期前三十日内可以更新一次。'],
};
/** What is printed, with the text of today. */
const agreedTo = (changed: Partial<ContractDetails> = {}) => {
  const details = { ...agreed, ...changed };
  const detailsSha256 = maker.detailsSha256(details);
  return { text: maker.text, details, detailsSha256, contractNumber, signedAt, sealedAt, checkUrl: null };
};
const printedFor = async (changed: Partial<ContractDetails> = {}) => {
  const made = await maker.make({ ...agreedTo(changed), signaturePng: drawSampleSignature() });
  expect(await maker.problemsOf(made.pdf, sealedAt)).toEqual([]);
  return plainText(saved(made.pdf));
};
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

describe('what it says of a picture of a name', () => {
  test.each([
    ['ok', drawSampleSignature()],
    ['empty', encodePng(plainPicture(600, 240, transparent))],
    ['too-small', encodePng(dot())],
    ['unreadable', Buffer.from('no picture')],
  ])('is "%s"', async (verdict, picture) => {
    expect((await maker.prepareName(picture)).verdict).toBe(verdict);
  });

  test('is shown as it will be printed', async () => {
    const { inkMask } = await maker.prepareName(drawSampleSignature());
    expect(await maker.prepareName(maker.showName(inkMask!).png)).toEqual({ verdict: 'ok', inkMask });
  });
});

describe('a contract', () => {
  test('is the same from the stored ink as from the picture, and the ink is not decoded', async () => {
    const signaturePng = drawSampleSignature();
    const fromPicture = await maker.make({ ...agreedTo(), signaturePng });
    const { inkMask } = await maker.prepareSignature(signaturePng);
    const before = decodings;
    const fromInk = await maker.make({ ...agreedTo(), inkMask: inkMask ?? Buffer.alloc(0) });
    expect(decodings).toBe(before);
    expect(fromInk.sha256).toBe(fromPicture.sha256);
    expect(fromInk.pdf.equals(fromPicture.pdf)).toBe(true);
  });

  test('is still made of a canvas that was accepted before canvases had a limit', async () => {
    const made = await maker.make({ ...agreedTo(), signaturePng: onCanvas(2600, 1000) });
    expect(made.pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('prints the text that was agreed to, not that of today', async () => {
    const text = textOf({ ...sampleAuthority, court: '昨日市中级人民法院' });
    const made = await maker.make({ ...agreedTo(), text, signaturePng: drawSampleSignature() });
    const printed = plainText(saved(made.pdf));
    expect(printed).toContain('昨日市中级人民法院');
    expect(printed).not.toContain(sampleAuthority.court);
    expect(await maker.problemsOf(made.pdf, sealedAt)).toEqual([]);
  });

  test('says all that was agreed to of a unit and of who signs for it', async () => {
    const printed = await printedFor();
    const { person, unit, ...rest } = agreed;
    const said = [person.name, person.idNumber, person.phone, unit!.name, unit!.unifiedSocialCreditCode];
    for (const value of [...said, unit!.legalRepresentative, rest.email, rest.address, rest.projectName]) {
      expect(printed).toContain(value);
    }
    expect(printed).toContain('身份证件居民身份证');
    expect(printed).toContain('证书种类：单位证书；有效期：自签发之日起18个月；费用：人民币260.00元。');
    expect(printed).toContain('代表示例市蓝天办公用品有限公司签署，依据加盖公章的授权书');
    expect(printed).toContain(`特别约定1.${rest.specialTerms[0]}`);
    expect(printed).toContain(`正文摘要（SHA-256）${maker.text.sha256}`);
    expect(printed).toContain(`约定事项摘要（SHA-256）${maker.detailsSha256(agreed)}`);
    expect(printed).toContain('2026年11月23日01:30:05');
    expect(printed).toContain('签章日期2026年11月24日');
    for (const fact of ['91000000MA0000000N', 'ECP00000000000', '李启明']) expect(printed).toContain(fact);
  });

  test('says of the legal representative that it is they themselves', async () => {
    const printed = await printedFor({
      unit: { ...agreed.unit!, legalRepresentative: '张伟', role: 'legal-representative' },
    });
    expect(printed).toContain('签署人身份法定代表人（负责人）本人');
    expect(printed).not.toContain('授权书');
  });

  test('of a person has no rows of a unit', async () => {
    const printed = await printedFor({ applicantType: 'person', unit: null, feeFen: 0, specialTerms: [] });
    expect(printed).toContain('证书种类：个人证书；有效期：自签发之日起18个月；费用：免费。');
    expect(printed).toContain('签署身份申请人本人');
    expect(printed).not.toContain('单位名称');
    // The authority's own.
    expect(printed.split('统一社会信用代码')).toHaveLength(2);
    // Once, in the first article.
    expect(printed.split('特别约定')).toHaveLength(2);
    expect(printed).not.toContain('—');
  });

  test('is not made of details that are not those of their hash', async () => {
    const contract = { ...agreedTo(), detailsSha256: maker.detailsSha256({ ...agreed, feeFen: 1 }) };
    await expect(maker.make({ ...contract, signaturePng: drawSampleSignature() })).rejects.toMatchObject({
      failure: 'rejected',
      vendorCode: 'details-altered',
    });
  });

  test('is still made of a text of 2026.12, which says less of the authority', async () => {
    const { unifiedSocialCreditCode, licenceNumber, legalRepresentative: _name, ...authority } = sampleAuthority;
    const { sha256: _sha256, ...written } = buildContractTemplate(authority);
    const articles = written.articles.map(({ important: _important, ...article }) => article);
    const { importantNotice: _notice, ...rest } = written;
    const old = { ...rest, version: '2026.12', articles };
    const { id: templateId, ...text } = { ...old, sha256: hashOfText(old) };
    const contract = { ...agreedTo(), text: { templateId, ...text } };
    const printed = plainText(saved((await maker.make({ ...contract, signaturePng: drawSampleSignature() })).pdf));
    expect(printed).toContain('范本2026.12');
    for (const newer of [unifiedSocialCreditCode, licenceNumber, '请特别注意']) expect(printed).not.toContain(newer);
  });

  describe('of somebody whose name no font has', () => {
    const name = '张\u{2ebf0}';
    const signaturePng = drawSampleSignature();
    const inkOfName = async (picture = signaturePng): Promise<Buffer> => {
      const { inkMask } = await maker.prepareName(picture);
      return inkMask!;
    };
    const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

    test('prints the picture that the details name, which reads as the name, and is not made without', async () => {
      expect(maker.missingCharacters(name)).toEqual(['\u{2ebf0}']);
      const plain = { ...agreedTo({ person: { ...agreed.person, name } }), signaturePng };
      await expect(maker.make(plain)).rejects.toMatchObject({ failure: 'rejected', vendorCode: 'missing_glyph' });
      const nameInk = await inkOfName();
      const person = { ...agreed.person, name, namePictureSha256: sha256(nameInk) };
      const made = await maker.make({ ...agreedTo({ person }), signaturePng, nameInk });
      expect(plainText(saved(made.pdf)).split(name)).toHaveLength(3);
      expect(await maker.problemsOf(made.pdf, sealedAt)).toEqual([]);
    });

    test('is made with no other picture than the details name', async () => {
      const nameInk = await inkOfName();
      const other = await inkOfName(onCanvas(2000, 800));
      const altered = { failure: 'rejected', vendorCode: 'name-picture-altered' };
      const named = agreedTo({ person: { ...agreed.person, name, namePictureSha256: sha256(nameInk) } });
      await expect(maker.make({ ...named, signaturePng, nameInk: other })).rejects.toMatchObject(altered);
      await expect(maker.make({ ...named, signaturePng })).rejects.toMatchObject(altered);
      await expect(maker.make({ ...agreedTo(), signaturePng, nameInk })).rejects.toMatchObject(altered);
    });

    test('prints the picture in place of a name that only comes near it', async () => {
      const nameInk = await inkOfName();
      const person = { ...agreed.person, namePictureSha256: sha256(nameInk) };
      const made = await maker.make({ ...agreedTo({ person }), signaturePng, nameInk });
      expect(runTool('pdffonts', [saved(made.pdf)]).text).toContain('Type 3');
    });
  });

  test.each([
    ['text-altered', () => ({ ...maker.text, title: '另一份合同' })],
    ['authority-changed', () => textOf({ ...sampleAuthority, name: '另一家认证有限公司' })],
  ])('is not made of a text that we cannot sign: %s', async (vendorCode, textToPrint) => {
    const refused = maker.make({ ...agreedTo(), text: textToPrint(), signaturePng: drawSampleSignature() });
    await expect(refused).rejects.toMatchObject({ failure: 'rejected', vendorCode });
  });

  test('that is damaged, or signed by another, has problems', async () => {
    const { pdf } = await maker.make({ ...agreedTo(), signaturePng: drawSampleSignature() });
    const damaged = Buffer.from(pdf);
    damaged[2000]! ^= 1;
    expect(await maker.problemsOf(damaged, sealedAt)).not.toEqual([]);
    expect(await maker.problemsOf(Buffer.from('%PDF-1.7'), sealedAt)).not.toEqual([]);
    const stranger = createFixedSigner(await createSampleAuthorityKeys());
    const other = createContractMaker({ authority: sampleAuthority, signer: stranger, contracts: here });
    expect(await other.problemsOf(pdf, sealedAt)).not.toEqual([]);
    await other.close();
  });

  test('is sealed by the key that is there at that time, and what the key before has sealed stays ours', async () => {
    const signed = { ...agreedTo(), signaturePng: drawSampleSignature() };
    const before = await maker.make(signed);
    const next = await createSampleAuthorityKeys();
    signer.turnTo(next);
    const after = await maker.make(signed);
    const isOf = ({ pdf }: typeof after, chainPem: string) =>
      verifyContractPdf(pdf, { anchors: [chainPem] }, sealedAt).verdict === 'genuine';
    expect([isOf(before, next.signerChainPem), isOf(after, next.signerChainPem)]).toEqual([false, true]);
    for (const { pdf } of [before, after]) {
      expect(await maker.problemsOf(pdf, sealedAt)).toEqual([]);
    }
    // The same text with the same key: the same bytes again.
    expect((await maker.make(signed)).sha256).toBe(after.sha256);
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a picture', drawSampleSignature()],
  ])('is not made of ink that is %s', async (_name, inkMask) => {
    await expect(maker.make({ ...agreedTo(), inkMask })).rejects.toMatchObject({
      failure: 'rejected',
      vendorCode: 'ink_unreadable',
    });
  });

  test('is not made of ink whose end is missing', async () => {
    const { inkMask } = await maker.prepareSignature(drawSampleSignature());
    const cut = inkMask?.subarray(0, -10) ?? Buffer.alloc(0);
    await expect(maker.make({ ...agreedTo(), inkMask: cut })).rejects.toMatchObject({
      failure: 'rejected',
      vendorCode: 'ink_unreadable',
    });
  });
});
