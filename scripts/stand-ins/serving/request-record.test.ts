import { redactBody, redactQuery } from './redact';
import { createRequestRecord } from './request-record';

const request = (path: string) => ({
  standIn: 'wechat' as const,
  receivedAt: '2026-11-22T01:00:00.000Z',
  method: 'GET',
  path,
  query: '',
  body: '',
  status: 200,
  signatureOk: null,
});

test('the newest 500 requests are kept, newest first', () => {
  const record = createRequestRecord();
  for (let number = 1; number <= 501; number += 1) record.add(request(`/${number}`));
  const paths = record.list().map(({ path }) => path);
  expect(paths).toHaveLength(500);
  expect(paths[0]).toBe('/501');
  expect(paths.at(-1)).toBe('/2');
});

test('requests are listed by stand-in and can be forgotten', () => {
  const record = createRequestRecord();
  record.add(request('/a'));
  expect(record.list('wechat-pay')).toEqual([]);
  expect(record.list('wechat')).toHaveLength(1);
  record.clear();
  expect(record.list()).toEqual([]);
});

test('secrets of the query and the body are replaced, personal data are masked', () => {
  const query = new URLSearchParams('appid=wxdemo1&secret=demo-secret&js_code=abc');
  expect(redactQuery(query)).toBe('appid=wxdemo1&secret=redacted&js_code=redacted');
  expect(redactBody('{"appid":"wxdemo1","secret":"demo-secret"}')).toEqual({ appid: 'wxdemo1', secret: 'redacted' });
  expect(redactBody('{"IdCard":"11010519491231002X","Name":"张伟","TemplateParamSet":["123456"]}')).toEqual({
    IdCard: '1101****002X',
    Name: '****',
    TemplateParamSet: 'redacted',
  });
  expect(redactBody('not json')).toBe('(8 bytes, not a JSON object)');
});
