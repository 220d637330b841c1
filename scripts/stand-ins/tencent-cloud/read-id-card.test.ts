import { createStandInEnvironment } from '../serving/environment';
import { sharedCredentials } from '../testing/shared-credentials';
import { startTencentCloud, type TencentCloudStandIn } from './start-tencent-cloud';
import { jpegWithNote } from './testing/jpeg-with-note';
import { createTc3Caller } from './testing/tc3-caller';

const FRONT = { side: 'front', name: '张伟', idNumber: '11010519491231002X', warnings: [-9102, -9103] };
const BACK = { side: 'back', authority: '示例市公安局', validDate: '2010.07.21-长期' };

const credentials = sharedCredentials();
const now = () => new Date('2026-11-22T01:00:00Z');
const environment = createStandInEnvironment({ now });
let cloud: TencentCloudStandIn;
const call = createTc3Caller({ url: () => cloud.url, account: credentials.tencentCloud, now });

beforeAll(async () => {
  cloud = await startTencentCloud({ credentials, environment });
});
afterAll(() => cloud.stop());

const imageOf = (note: object) => jpegWithNote(note).toString('base64');
const answerOf = async (parameters: object) => (await call('IDCardOCR', parameters)).response;
const errorOf = async (parameters: object) => (await answerOf(parameters)).Error?.Code;

test('the front tells its own fields', async () => {
  expect(await answerOf({ ImageBase64: imageOf(FRONT), CardSide: 'FRONT' })).toEqual({
    Name: '张伟',
    Sex: '',
    Nation: '',
    Birth: '',
    Address: '',
    IdNum: '11010519491231002X',
    Authority: '',
    ValidDate: '',
    AdvancedInfo: '{}',
    RequestId: expect.any(String),
  });
});

test('the back tells its own fields, also when nobody says that it is one', async () => {
  const back = { Name: '', Authority: '示例市公安局', ValidDate: '2010.07.21-长期' };
  expect(await answerOf({ ImageBase64: imageOf(BACK), CardSide: 'BACK' })).toMatchObject(back);
  expect(await answerOf({ ImageBase64: imageOf(BACK), EnableRecognitionRectify: false })).toMatchObject(back);
});

test('only warnings that were asked for are told', async () => {
  const Config = JSON.stringify({ ReshootWarn: true, CopyWarn: false });
  const { AdvancedInfo } = await answerOf({ ImageBase64: imageOf(FRONT), Config });
  expect(JSON.parse(AdvancedInfo)).toEqual({ WarnInfos: [-9103] });
});

test.each<[string, object, string]>([
  ['the other side', { ImageBase64: imageOf(FRONT), CardSide: 'BACK' }, 'FailedOperation.CardSideError'],
  [
    'a side that there is not',
    { ImageBase64: imageOf(FRONT), CardSide: 'front' },
    'InvalidParameterValue.InvalidParameterValueLimit',
  ],
  [
    'a Config that is not JSON',
    { ImageBase64: imageOf(FRONT), Config: 'CopyWarn' },
    'InvalidParameter.ConfigFormatError',
  ],
  ['a Config that is no text', { ImageBase64: imageOf(FRONT), Config: { CopyWarn: true } }, 'InvalidParameter'],
  ['a flag that is text', { ImageBase64: imageOf(FRONT), EnableRecognitionRectify: 'true' }, 'InvalidParameter'],
  ['no picture', { CardSide: 'FRONT' }, 'FailedOperation.EmptyImageError'],
  ['an address', { ImageUrl: 'https://example.cn/a.jpg' }, 'FailedOperation.DownLoadError'],
  ['what is no picture', { ImageBase64: Buffer.from('text').toString('base64') }, 'FailedOperation.ImageDecodeFailed'],
  [
    'a picture without a note',
    { ImageBase64: Buffer.from('ffd8ffd9', 'hex').toString('base64') },
    'FailedOperation.OcrFailed',
  ],
  [
    'a card that is drawn to fail',
    { ImageBase64: imageOf({ failure: 'FailedOperation.ImageBlur' }) },
    'FailedOperation.ImageBlur',
  ],
])('%s is refused', async (_what, parameters, code) => expect(await errorOf(parameters)).toBe(code));

test('records hold nothing of the picture', async () => {
  environment.requests.clear();
  await answerOf({ ImageBase64: imageOf(FRONT) });
  expect(environment.requests.list()[0]?.body).toEqual({ ImageBase64: 'redacted' });
});
