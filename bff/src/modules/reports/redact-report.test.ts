import { redactReport, redactText } from './redact-report';

describe('redaction of client reports', () => {
  it.each([
    ['failed for 13812341234', 'failed for [number]'],
    ['id 11010519491231002X refused', 'id [number] refused'],
    ['mail a.b@example.com lost', 'mail [e-mail] lost'],
    ['Bearer abcdefghijklmnopqrstuvwxyz.eyJzdWIiOiI.c2lnbmF0dXJl', 'Bearer [token]'],
    ['cannot read "张伟" of undefined', 'cannot read "[text]" of undefined'],
    ['pages/order/index?orderId=65a1&phone=1', 'pages/order/index?[query]'],
  ])('hides what looks personal: %s', (text, expected) => {
    expect(redactText(text)).toBe(expected);
  });

  it('keeps what finds the fault', () => {
    const report = {
      kind: 'error' as const,
      message: "Cannot read properties of undefined (reading 'status')",
      stack: 'at useOrder (pages/order/index.js:12:34)',
      page: 'pages/order/index',
      at: '2026-11-22T03:00:00.000Z',
      appVersion: '0.1.0',
      platform: 'weapp 8.0.50',
    };
    expect(redactReport(report)).toEqual(report);
  });
});
