import {
  buildContractTemplate,
  type ContractTemplate,
  createContractSealer,
  signingKeyOfPem,
} from '../../contract-pdf';
import {
  createSampleAuthorityKeys,
  sampleAuthority,
  sampleInput,
  sampleWords,
  signingMaterialOf,
} from '../../contract-pdf/testing/sample-contract';
import ownContractWorker from './own-contract-worker';
import { createOwnContracts, type OwnContracts } from './own-contracts';

// Making RSA keys takes seconds on a busy machine, starting a thread one.

const template = buildContractTemplate(sampleAuthority);
let inThread: OwnContracts;
beforeAll(() => {
  inThread = createOwnContracts();
});
afterAll(() => inThread.close());

it('draws in its thread what it draws here, and judges there what was sealed here', async () => {
  const keys = await createSampleAuthorityKeys();
  const input = sampleInput();
  const here = createOwnContracts({ run: async (task) => ownContractWorker(task), close: async () => undefined });
  const [drawn, same] = [await inThread.draw(template, false, input), await here.draw(template, false, input)];
  expect(drawn.pdf.equals(same.pdf)).toBe(true);
  expect(drawn).toMatchObject({ contentsAt: same.contentsAt, room: same.room, pages: same.pages });
  const sha256 = await createContractSealer(signingKeyOfPem(signingMaterialOf(keys))).seal(drawn);
  const trust = { anchors: [keys.signerChainPem] };
  expect(await inThread.judge(drawn.pdf, trust, input.sealedAt)).toMatchObject({ verdict: 'genuine', sha256 });
  const { verification, signerChain } = await inThread.read(drawn.pdf, trust);
  // Nobody has stamped it: there is nobody to be asked about.
  expect([verification.sha256, signerChain]).toEqual([sha256, []]);
  expect(await inThread.judge(same.pdf, trust, input.sealedAt)).toMatchObject({ verdict: 'foreign' });
});

it('says what cannot be printed, with its characters', async () => {
  const input = sampleInput({ words: sampleWords({ 签署人姓名: '张\u{2ebf0}' }) });
  await expect(inThread.draw(template, false, input)).rejects.toMatchObject({
    name: 'ContractPdfError',
    code: 'missing_glyph',
    characters: ['\u{2ebf0}'],
  });
});

it('keeps no text that could not be laid out', async () => {
  const unprintable: ContractTemplate = { ...template, title: '合同\u{2ebf0}', sha256: 'a'.repeat(64) };
  const refusal = { code: 'missing_glyph' };
  await expect(inThread.draw(unprintable, false, sampleInput())).rejects.toMatchObject(refusal);
  expect(await inThread.draw({ ...unprintable, title: template.title }, false, sampleInput())).toMatchObject({
    pages: expect.any(Number),
  });
});

it('says of what was not done that it may be asked again', async () => {
  const closed = createOwnContracts();
  await closed.close();
  await expect(closed.judge(Buffer.from('%PDF-1.7'), { anchors: [] })).rejects.toMatchObject({
    name: 'PortError',
    failure: 'unavailable',
    vendorCode: 'thread-closed',
  });
});
