import { createTrialSealMaker } from '../../../../scripts/trial-ca';
import { drawSampleSignature } from '../../../../scripts/trial-ca/draw-sample-signature';
import { prepareInk } from '../../contract-pdf';
import { writeInkMask } from '../../contract-pdf/ink-mask-bytes';
import { createSealParties, later, type SealParties } from '../../electronic-seal/testing/seal-parties';
import { generatePrivateKeyPem, pemOf } from '../../pki';
import type { SealMaker, SealToSign } from '../../ports/seal-maker';
import { createSealMaker } from './create-seal-maker';

// A thread that loads fonts has to share a busy machine.
const deadline = () => new AbortController().signal;

const words = { name: '示例市蓝天办公用品有限公司', purpose: '电子签章专用章', code: '9901000000001' };
let parties: SealParties;
let maker: SealMaker;
let at: Date;

beforeAll(async () => {
  // Its holders stand for those of any authority.
  parties = await createSealParties('ecdsa-p256');
  at = parties.at;
  const { chainPem, keyPem } = await createTrialSealMaker({ organization: '启明（演示）有限公司', now: parties.at });
  maker = createSealMaker({ material: { chainPem, keyPem }, deadline });
});
afterAll(() => maker.close());

const toSign = async (changes: Partial<SealToSign> = {}): Promise<SealToSign> => ({
  sealId: '0123456789abcdef01234567',
  kind: 'unit',
  name: words.name,
  drawing: await maker.drawUnitSeal(words),
  holderCertificateDer: parties.holder,
  createdAt: at,
  ...changes,
});

describe('the seal maker in its thread', () => {
  test('draws a unit seal and one of a signature', async () => {
    const unit = await maker.drawUnitSeal(words);
    expect(unit).toMatchObject({ width: 40, height: 40, svg: expect.stringContaining('<svg') });
    expect(unit.png.subarray(1, 4).toString()).toBe('PNG');
    const person = await maker.drawSignatureSeal(writeInkMask(await prepareInk(drawSampleSignature())));
    expect(person.width).toBeLessThanOrEqual(40);
    expect(person.png.length).toBeGreaterThan(500);
  });

  test('signs what its own verifier believes, of that holder and no other', async () => {
    const { der, validFrom, validTo } = await maker.sign(await toSign());
    const content = { genuine: true, sealId: '0123456789abcdef01234567', kind: 'unit', name: words.name };
    expect(await maker.verify(der, at, parties.holder)).toEqual({ ...content, validFrom, validTo });
    expect(await maker.verify(der, at)).toMatchObject(content);
    expect(await maker.verify(der, at, parties.shortHolder)).toEqual({ genuine: false, doubt: 'other_maker' });
  });

  test('makes a seal end with the first of the certificates that it stands on', async () => {
    const { der, validTo } = await maker.sign(await toSign({ holderCertificateDer: parties.shortHolder }));
    expect(validTo < later(at, 11)).toBe(true);
    expect(await maker.verify(der, later(at, 12))).toEqual({ genuine: false, doubt: 'expired' });
    expect(await maker.verify(der, later(at, -3))).toMatchObject({ genuine: false });
  });

  test.each([
    ['bytes that are none', () => Buffer.from('no seal'), 'unreadable'],
    [
      'a changed byte of the signature',
      (der: Buffer) => Buffer.from(der.map((byte, at) => (at === der.length - 1 ? byte ^ 1 : byte))),
      'altered',
    ],
    ['nothing', () => Buffer.alloc(0), 'unreadable'],
  ] as const)('does not believe %s', async (_name, change, doubt) => {
    const { der } = await maker.sign(await toSign());
    expect(await maker.verify(change(der), at)).toEqual({ genuine: false, doubt });
  });

  test('does not believe a seal of another maker', async () => {
    const foreign = await createTrialSealMaker({ organization: '别家（演示）有限公司', now: parties.at });
    const other = createSealMaker({ material: { chainPem: foreign.chainPem, keyPem: foreign.keyPem }, deadline });
    try {
      const { der } = await other.sign(await toSign());
      expect(await maker.verify(der, at)).toEqual({ genuine: false, doubt: 'other_maker' });
    } finally {
      await other.close();
    }
  });

  test('says for good what it can never make', async () => {
    const rejected = { name: 'PortError', port: 'seal-maker', failure: 'rejected' };
    await expect(maker.drawUnitSeal({ ...words, name: '示例\ue000公司' })).rejects.toMatchObject({
      ...rejected,
      vendorCode: 'missing_glyph',
    });
    await expect(maker.drawUnitSeal({ ...words, name: '高新技术'.repeat(18) })).rejects.toMatchObject({
      ...rejected,
      vendorCode: 'name_too_long',
    });
    await expect(maker.sign(await toSign({ createdAt: later(at, 4000) }))).rejects.toMatchObject({
      ...rejected,
      vendorCode: 'validity_unfit',
    });
    await expect(maker.drawSignatureSeal(Buffer.from('no ink'))).rejects.toMatchObject({
      ...rejected,
      vendorCode: 'ink_unreadable',
    });
  });

  test('names a key that is not the certificate’s as a wrong setting', async () => {
    const chainPem = pemOf('CERTIFICATE', parties.maker.certificateDer);
    const keyPem = await generatePrivateKeyPem('ecdsa-p256');
    const wrong = createSealMaker({ material: { chainPem, keyPem }, deadline });
    try {
      await expect(wrong.sign(await toSign())).rejects.toMatchObject({
        failure: 'misconfigured',
        vendorCode: 'maker_unfit',
      });
    } finally {
      await wrong.close();
    }
  });

  test('says when it cannot answer now', async () => {
    const late = createSealMaker({
      material: { chainPem: '', keyPem: '' },
      deadline: () => AbortSignal.abort(),
    });
    const unavailable = { name: 'PortError', failure: 'unavailable' };
    const many = Array.from({ length: 33 }, () => maker.verify(Buffer.alloc(1), at));
    const refused = (await Promise.allSettled(many)).filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject([{ reason: { ...unavailable, vendorCode: 'thread-queue-full' } }]);
    await late.close();
    await expect(late.drawUnitSeal(words)).rejects.toMatchObject({ ...unavailable, vendorCode: 'thread-closed' });
  });
});
