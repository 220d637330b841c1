import type { TimelineMoment } from '@acceptance/shared';
import { momentWords } from './timeline-words';

const at = '2026-11-23T04:00:00.000Z';
const MOMENTS: readonly (readonly [TimelineMoment, string])[] = [
  [{ kind: 'status', at, by: '本人', label: '提交申请' }, '提交申请'],
  [{ kind: 'money', at, by: null, event: 'paid', amountFen: 26_000 }, '收到付款 ¥260.00'],
  [{ kind: 'money', at, by: null, event: 'refund-asked', amountFen: null }, '提出退款'],
  [
    { kind: 'message', at, by: null, channel: 'sms', message: 'review-approved', state: 'delivered' },
    '短信 · 审核通过 · 已送达',
  ],
  [{ kind: 'message', at, by: null, channel: 'sms', message: 'of-later', state: 'sent' }, '短信 · of-later · 已发出'],
  [{ kind: 'file', at, by: null, purpose: 'id-card-front' }, '上传身份证人像面'],
  [{ kind: 'look', at, by: '王审核', seen: ['form', 'photo'] }, '查看填写内容、照片'],
];

it.each(MOMENTS)('says what happened: %j', (moment, words) => {
  expect(momentWords(moment)).toBe(words);
});
