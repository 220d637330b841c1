import '../areas';
import { declaredJobs } from './job-kind';
import { allowanceOf, isMessage } from './messages';

/** Who adds a job decides here: a message that was sent twice annoys, what is no message and is dropped is lost. */
const MESSAGES = [
  'mail-invoice',
  'notify-deletion-scheduled',
  'notify-identity-check-result',
  'notify-issued',
  'notify-order-ending',
  'notify-payment-received',
  'notify-payment-returned',
  'notify-phone-change-requested',
  'notify-phone-change-requested-by-wechat',
  'notify-phone-change-result',
  'notify-phone-changed',
  'notify-phone-changed-by-wechat',
  'notify-refund',
  'notify-review-result',
  'notify-review-result-by-wechat',
  'notify-sent',
  'notify-slip-refused',
  'notify-ukey-unlocked',
  'remind-of-certificate-end',
  'remind-of-certificate-end-by-wechat',
  'remind-to-collect',
  'tell-audit-anchor',
];

const allowed = (stage: 'restoring' | 'held' | 'catching-up' | null) =>
  declaredJobs().filter(allowanceOf(stage && { stage }));

it('messages are the jobs that tell a person something, and no others', () => {
  const names = declaredJobs()
    .filter(isMessage)
    .map(({ name }) => name);
  expect(names.sort()).toEqual(MESSAGES);
});

it('a database that was put back runs nothing, then everything but messages, then everything', () => {
  expect(allowed('restoring')).toEqual([]);
  expect(allowed('held')).toEqual([]);
  expect(allowed('catching-up')).toEqual(declaredJobs().filter((kind) => !isMessage(kind)));
  expect(allowed(null)).toEqual(declaredJobs());
});
