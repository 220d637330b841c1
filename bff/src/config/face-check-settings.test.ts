import { faceCheckProblems } from './face-check-settings';

const RETURN_URL = 'https://acceptance.example.cn/api/identity/face-return';
const problemsOf = (given: Parameters<typeof faceCheckProblems>[0], isProduction = true) =>
  faceCheckProblems(given, isProduction);

describe('the settings of the check by face', () => {
  it('may be left out, and given whole', () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ TENCENT_CLOUD_FACEID_RULE_ID: '1', FACE_CHECK_RETURN_URL: RETURN_URL })).toEqual([]);
  });

  it('need a way back', () => {
    expect(problemsOf({ TENCENT_CLOUD_FACEID_RULE_ID: '1' })).toEqual([
      'FACE_CHECK_RETURN_URL: is needed beside TENCENT_CLOUD_FACEID_RULE_ID',
    ]);
  });

  it.each([
    ['http://acceptance.example.cn/api/identity/face-return'],
    ['https://127.0.0.1/api/identity/face-return'],
    ['https://acceptance.example.cn/elsewhere'],
    ['https://acceptance.example.cn/api/identity/face-return?next=x'],
    ['nowhere'],
  ])('refuse %s in production', (FACE_CHECK_RETURN_URL) => {
    expect(problemsOf({ TENCENT_CLOUD_FACEID_RULE_ID: '1', FACE_CHECK_RETURN_URL })).toHaveLength(1);
  });

  it('may lead to this machine outside of production', () => {
    const local = { FACE_CHECK_RETURN_URL: 'http://127.0.0.1:8080/api/identity/face-return' };
    expect(problemsOf({ TENCENT_CLOUD_FACEID_RULE_ID: '1', ...local }, false)).toEqual([]);
  });
});
