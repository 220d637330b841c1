import { type StandIns, startStandIns } from '../../../../scripts/stand-ins';
import { jpegWithNote } from '../../../../scripts/stand-ins/tencent-cloud/testing/jpeg-with-note';
import { sharedCredentials } from '../../../../scripts/stand-ins/testing/shared-credentials';
import { makeIdCardPhoto } from '../../image-check/testing/id-card-photo';
import { portErrorOf } from '../testing/port-error-of';
import { createTencentIdCardReader } from './id-card-reader';
import type { TencentCloudSettings } from './tencent-cloud-client';

// Workers that draw start with their own compiler: seconds on a busy machine.

const FRONT = { side: 'front', name: '张伟', idNumber: '11010519491231002X' } as const;
const SHORT_MS = 200;

const credentials = sharedCredentials();
const account = credentials.tencentCloud;
let standIns: StandIns;

beforeAll(async () => {
  standIns = await startStandIns({ credentials });
});
afterAll(() => standIns.stop());
beforeEach(() => {
  standIns.faults.reset();
  standIns.requests.clear();
});

const reader = (changes: Partial<TencentCloudSettings> = {}) =>
  createTencentIdCardReader({
    url: standIns.tencentCloud.url,
    secretId: account.secretId,
    secretKey: account.secretKey,
    region: account.region,
    ...changes,
  });
const failureOf = (promise: Promise<unknown>) =>
  portErrorOf(promise, [FRONT.name, FRONT.idNumber, account.secretKey, jpegWithNote(FRONT).toString('base64')]);

describe('a card that was drawn', () => {
  it('is read from its front', async () => {
    const { name, idNumber } = FRONT;
    const photo = await makeIdCardPhoto({ side: 'front', seed: 1, card: { name, idNumber } });
    expect(await reader().readFront(photo)).toEqual({ read: true, fields: { name, idNumber }, warnings: [] });
    expect(standIns.requests.list('tencent-cloud')).toMatchObject([{ operation: 'IDCardOCR', signatureOk: true }]);
  });

  it('is read from its back, near the most that a photo may have', async () => {
    const card = { authority: '示例市公安局', validDate: '2010.07.21-2030.07.21', warnings: [-9103, -9105] };
    const photo = await makeIdCardPhoto({ side: 'back', seed: 2, card, minBytes: 900 * 1024 });
    expect(await reader().readBack(photo)).toEqual({
      read: true,
      fields: { authority: '示例市公安局', validFrom: '2010-07-21', validUntil: '2030-07-21' },
      warnings: ['re-shot', 'covered'],
    });
  });
});

describe('a card with something about it', () => {
  it.each([
    [-9101, 'incomplete'],
    [-9102, 'copy'],
    [-9103, 're-shot'],
    [-9104, 'temporary'],
    [-9105, 'covered'],
    [-9106, 'edited'],
    [-9107, 'glare'],
    [-9108, 'copy'],
    [-9109, 'dates'],
  ])('%d is asked for and told as %s', async (code, warning) => {
    const photo = jpegWithNote({ ...FRONT, warnings: [code] });
    expect(await reader().readFront(photo)).toMatchObject({ read: true, warnings: [warning] });
  });
});

describe('a photo that cannot be read', () => {
  it.each([
    ['FailedOperation.ImageNoIdCard', 'no-card'],
    ['FailedOperation.MultiCardError', 'several-cards'],
    ['FailedOperation.ImageBlur', 'blurred'],
    ['FailedOperation.IdCardTooSmall', 'too-small'],
    ['FailedOperation.IdCardInfoIllegal', 'unclear'],
    ['FailedOperation.OcrFailed', 'unclear'],
  ])('by %s is %s', async (failure, reason) => {
    expect(await reader().readFront(jpegWithNote({ failure }))).toEqual({ read: false, reason });
  });

  it('because it shows the other side is wrong-side', async () => {
    expect(await reader().readBack(jpegWithNote(FRONT))).toEqual({ read: false, reason: 'wrong-side' });
  });
});

describe('no answer', () => {
  it.each([
    ['FailedOperation.UnKnowError', 'unavailable'],
    ['FailedOperation.EngineRecognizeTimeout', 'unavailable'],
    ['FailedOperation.UnOpenError', 'misconfigured'],
    ['ResourceUnavailable.ResourcePackageRunOut', 'misconfigured'],
    ['FailedOperation.ImageSizeTooLarge', 'rejected'],
    ['LimitExceeded.TooLargeFileError', 'rejected'],
  ])('by %s is %s', async (vendorCode, failure) => {
    const photo = jpegWithNote({ ...FRONT, failure: vendorCode });
    expect(await failureOf(reader().readFront(photo))).toMatchObject({ port: 'id-card-reader', failure, vendorCode });
  });

  it('because it is no picture is rejected', async () => {
    expect(await failureOf(reader().readFront(Buffer.from('text')))).toMatchObject({
      failure: 'rejected',
      vendorCode: 'FailedOperation.ImageDecodeFailed',
    });
  });

  it.each([
    ['server-error', 'unavailable', 'HTTP 500'],
    ['garbled', 'unavailable', 'NO-USABLE-ANSWER'],
    ['rate-limited', 'rate-limited', 'RequestLimitExceeded'],
    ['timeout', 'unavailable', 'NO-USABLE-ANSWER'],
  ] as const)('because of %s is %s', async (fault, failure, vendorCode) => {
    standIns.faults.set({ standIn: 'tencent-cloud', fault });
    const impatient = reader({ timeoutMs: fault === 'timeout' ? SHORT_MS : undefined });
    expect(await failureOf(impatient.readFront(jpegWithNote(FRONT)))).toMatchObject({ failure, vendorCode });
  });

  it('because our key is wrong is misconfigured', async () => {
    expect(await failureOf(reader({ secretKey: 'demo-wrong' }).readFront(jpegWithNote(FRONT)))).toMatchObject({
      failure: 'misconfigured',
      vendorCode: 'AuthFailure.SignatureFailure',
    });
  });
});
