import { defineJobs, RETRIES } from '../../jobs/job-kind';

const NOTICE = {
  lane: 'sms',
  remote: 'sms',
  timeLimitMs: 30_000,
  retry: RETRIES.remote,
  task: 'notice-not-sent',
} as const;
const BY_WECHAT = { lane: 'wechat', remote: 'wechat', timeLimitMs: 30_000, retry: RETRIES.remote, task: null } as const;

/** Jobs in the outbox of a change. */
export const PHONE_CHANGE_JOBS = defineJobs('phoneChange', {
  tellRequested: { name: 'notify-phone-change-requested', ...NOTICE },
  tellRequestedByWechat: { name: 'notify-phone-change-requested-by-wechat', ...BY_WECHAT },
  makeEffective: {
    name: 'make-phone-change-effective',
    lane: 'upkeep',
    timeLimitMs: 60_000,
    retry: RETRIES.soon,
    task: 'phone-change-stuck',
  },
  tellEffective: { name: 'notify-phone-changed', ...NOTICE },
  tellEffectiveByWechat: { name: 'notify-phone-changed-by-wechat', ...BY_WECHAT },
  tellResult: { name: 'notify-phone-change-result', ...NOTICE },
});
