import { ownFrames, redactError, redactMessage, redactPage, redactText } from './redact-report';

describe('what a report may say', () => {
  it.each([
    ['phone 13812341234 is taken', 'phone <number> is taken'],
    ['11010519491231002X', '<number>'],
    ['mail zhang.wei@example.com bounced', 'mail <mail> bounced'],
    ['"张伟" is not valid JSON', '"*" is not valid JSON'],
    [
      'request:fail https://api.example.com/orders?phone=13812341234 timeout',
      'request:fail https://api.example.com/orders timeout',
    ],
    ['token eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9 expired', 'token <key> expired'],
    ['upload wxfile://tmp_5f2a.jpg failed', 'upload <file> failed'],
    ['order 6742f0c1a9e8b34d5c6f7a80 is gone', 'order <key> is gone'],
    [
      "Cannot read properties of undefined (reading 'length')",
      "Cannot read properties of undefined (reading 'length')",
    ],
  ])('turns %s into %s', (text, redacted) => {
    expect(redactText(text)).toBe(redacted);
  });

  it('keeps messages to one line of 300 characters and pages to their path', () => {
    expect(redactMessage('a\n  b')).toBe('a b');
    expect(redactMessage('x y '.repeat(200))).toHaveLength(300);
    expect(redactPage('/pages/order/index?orderId=6742f0c1a9e8b34d5c6f7a80')).toBe('pages/order/index');
  });

  it('keeps the frames of our bundle only', () => {
    const stack = [
      'TypeError: x is undefined',
      '    at pay (https://usr/subpackages/pay/pages/method/index.js:1:234)',
      '    at async https://usr/app-service/common.js:1:99',
      '    at Function.<anonymous> (WASubContext.js:1:2345)',
      '    at Object.run (/srv/elsewhere/run.js:1:1)',
    ].join('\n');
    expect(ownFrames(stack)).toBe('pay@subpackages/pay/pages/method/index.js:1:234\ncommon.js:1:99');
    expect(ownFrames('TypeError: nothing of ours')).toBeUndefined();
    expect(ownFrames('at f (pages/home/index.js:1:1)\n'.repeat(300))!.length).toBeLessThanOrEqual(2000);
  });

  it('reads errors, what WeChat passes to App.onError, failed wx calls, and anything else', () => {
    const error = new RangeError('amount 13812341234');
    error.stack = 'RangeError\n at f (pages/home/index.js:1:2)';
    expect(redactError(error)).toEqual({ message: 'RangeError: amount <number>', stack: 'f@pages/home/index.js:1:2' });
    expect(
      redactError('MiniProgramError\nx is not a function\nTypeError: x is not a function\n at g (app.js:2:3)'),
    ).toEqual({ message: 'x is not a function TypeError: x is not a function', stack: 'g@app.js:2:3' });
    expect(redactError({ errMsg: 'getImageInfo:fail file not found' })).toEqual({
      message: 'getImageInfo:fail file not found',
      stack: undefined,
    });
    expect(redactError({ name: '张伟' }).message).toBe('thrown object');
    expect(redactError('').message).toBe('no message');
  });
});
