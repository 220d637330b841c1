import { type ClientReport, endpoints } from '@acceptance/shared';
import * as v from 'valibot';
import { redactReport, redactText } from './redact-report';

const { item: reportSchema } = endpoints.reports.sendClientReport.body!.entries.reports;

const REPORT: ClientReport = {
  kind: 'error',
  message: "Cannot read properties of undefined (reading 'status')",
  stack: 'at useOrder (pages/order/index.js:12:34)',
  page: 'pages/order/index',
  endpoint: 'orders.readOrder',
  durationMs: 15_000,
  at: '2026-11-22T03:00:00.000Z',
  appVersion: '0.1.0',
  platform: 'weapp 8.0.50',
};

describe('redaction of client reports', () => {
  it.each([
    ['failed for 13812341234', 'failed for [number]'],
    ['id 11010519491231002X refused', 'id [number] refused'],
    ['mail a.b@example.com lost', 'mail [e-mail] lost'],
    ['Bearer abcdefghijklmnopqrstuvwxyz.eyJzdWIiOiI.c2lnbmF0dXJl', 'Bearer [token]'],
    ['order 6742f0c1a9e8b34d5c6f7a80 is gone', 'order [key] is gone'],
    ['cannot read "张伟" of undefined', 'cannot read "[text]" of undefined'],
    ['cannot read "Zhang 张" of undefined', 'cannot read "[text]" of undefined'],
    ['name: 买买提·艾力, 北京市朝阳区1号', 'name: [text], [text]'],
    ['pages/order/index?orderId=65a1&phone=1', 'pages/order/index?[query]'],
  ])('hides what looks personal: %s', (text, expected) => {
    expect(redactText(text)).toBe(expected);
  });

  it('keeps what finds the fault', () => {
    expect(redactReport(REPORT)).toEqual(REPORT);
  });

  const fields = Object.keys(reportSchema.entries) as (keyof ClientReport)[];

  it.each(fields)('lets nothing personal through in %s', (field) => {
    const secret = '张伟 13812341234';
    const given = { ...REPORT, [field]: secret };
    if (v.is(reportSchema, given)) {
      expect(redactReport(given)).toEqual({ ...REPORT, [field]: '[text] [number]' });
    } else {
      // The schema takes no such thing here.
      expect(['kind', 'durationMs', 'at']).toContain(field);
    }
  });
});
