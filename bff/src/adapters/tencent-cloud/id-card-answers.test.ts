import { backOf, frontOf, unreadableReasonOf, warningsOf } from './id-card-answers';

describe('the back', () => {
  it.each([
    ['2010.07.21-2020.07.21', { validFrom: '2010-07-21', validUntil: '2020-07-21' }],
    ['2010.07.21-长期', { validFrom: '2010-07-21', validUntil: 'long-term' }],
    ['2010.02.30-2020.02.29', { validUntil: '2020-02-29' }],
    ['2010.07.21-', { validFrom: '2010-07-21' }],
    ['-2020.07.21', { validUntil: '2020-07-21' }],
    ['2010.7.21', {}],
    ['', {}],
    [null, {}],
    [undefined, {}],
  ])('%p is valid %j', (ValidDate, period) => expect(backOf({ ValidDate })).toEqual(period));

  it('names who issued it', () => {
    expect(backOf({ Authority: '示例市公安局' })).toEqual({ authority: '示例市公安局' });
  });
});

describe('the front', () => {
  it('has a name and a number with a capital X', () => {
    expect(frontOf({ Name: '张伟', IdNum: '11010519491231002x' })).toEqual({
      name: '张伟',
      idNumber: '11010519491231002X',
    });
  });

  it.each([{}, { Name: '', IdNum: '' }, { Name: null, IdNum: null }])('%j says nothing', (reply) => {
    expect(frontOf(reply)).toEqual({});
  });
});

describe('warnings', () => {
  it.each([
    [undefined, []],
    ['', []],
    ['{}', []],
    ['{"WarnInfos":[]}', []],
    ['{"WarnInfos":[-9102,-9108,-9103,-9105]}', ['copy', 're-shot', 'covered']],
    ['{"WarnInfos":[-9101,-9104,-9106,-9107]}', ['incomplete', 'temporary', 'edited', 'glare']],
    ['{"WarnInfos":[-9109,-9110,-9111]}', ['dates', 'electronic', 'watermark']],
    ['{"WarnInfos":[-9199,-9100]}', ['other']],
    ['{"WarnInfos":"-9102"}', ['other']],
    ['not JSON', ['other']],
  ])('of %p are %j', (AdvancedInfo, warnings) => expect(warningsOf({ AdvancedInfo })).toEqual(warnings));
});

it.each(['InternalError', 'FailedOperation.UnKnowError', 'toString', ''])('%p is not about the photo', (code) => {
  expect(unreadableReasonOf(code)).toBeUndefined();
});
