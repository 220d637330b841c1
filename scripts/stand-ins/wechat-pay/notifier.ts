import { randomBytes, randomUUID } from 'node:crypto';
import type { StandInEnvironment } from '../serving/environment';
import type { JsonObject } from '../serving/json-object';
import { type NotificationEvent, notificationBody } from './notification-body';
import type { NotificationJob, PayState } from './pay-state';
import { type PlatformKey, platformSignatureHeaders } from './platform-signature';
import { type Posting, postNotification } from './post-notification';

/** Seconds between an attempt that was not accepted and the next one: 15 repetitions within 24 h 4 min. */
export const RETRY_SECONDS = [15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10800, 10800, 10800, 21600, 21600];
/** How late the fault late-notification is. */
export const LATE_SECONDS = 600;
const NEWEST_KEPT = 500;
/** What faults with `onPath` find notifications by. */
const FAULT_PATH = 'notification';

export interface Notice {
  event: NotificationEvent;
  outTradeNo: string;
  url: string;
  resource: JsonObject;
}

export interface Notifier {
  /** Starts telling the merchant. The promise ends with the first attempt (at once when that is later). */
  tell(notice: Notice): Promise<void>;
  /** Posts a signature probe and answers what came back, e.g. `HTTP 401`. A merchant must refuse it. */
  probe(url: string): Promise<string>;
  /** Takes up again what was waiting when the state was saved. */
  resume(): void;
  /** Ends when no attempt is under way; waiting repetitions do not count. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** The wrong amount of the fault wrong-amount: one fen more. */
function withWrongAmount(resource: JsonObject): JsonObject {
  const amount = resource.amount as { total: number };
  return { ...resource, amount: { ...amount, total: amount.total + 1 } };
}

/** Sends notifications and repeats those that were not accepted with 200 or 204 in five seconds. */
export function createNotifier(o: {
  state: PayState;
  save: () => void;
  environment: StandInEnvironment;
  apiV3Key: string;
  /** The key of the next notification. */
  platformKey: () => PlatformKey;
  wrongKey: PlatformKey;
  /** Divides all waiting times. */
  timeFactor: number;
}): Notifier {
  const { state, environment } = o;
  const { now, scheduler, faults } = environment;
  const timers = new Set<() => void>();
  const underWay = new Map<Promise<void>, Posting>();
  let stopped = false;

  const strikes = (fault: Parameters<typeof faults.strikes>[1]): boolean =>
    faults.strikes('wechat-pay', fault, FAULT_PATH);

  const changed = (): void => {
    o.save();
    environment.changed();
  };

  const schedule = (job: NotificationJob, delayMs: number): void => {
    if (stopped) return;
    job.dueAt = new Date(now().getTime() + delayMs).toISOString();
    const cancel = scheduler.after(delayMs, () => {
      timers.delete(cancel);
      void attempt(job);
    });
    timers.add(cancel);
  };

  const settle = (job: NotificationJob, outcome: string): void => {
    job.attempts.push({ at: now().toISOString(), outcome });
    if (outcome === 'HTTP 200' || outcome === 'HTTP 204') {
      job.state = 'delivered';
      job.dueAt = null;
      if (job.copies > 0) {
        job.copies -= 1;
        void attempt(job);
      }
    } else if (job.state === 'waiting') {
      const seconds = RETRY_SECONDS[job.failures];
      job.failures += 1;
      if (seconds === undefined) {
        job.state = 'given-up';
        job.dueAt = null;
      } else {
        schedule(job, (seconds * 1000) / o.timeFactor);
      }
    }
  };

  const attempt = (job: NotificationJob): Promise<void> => {
    const right = o.platformKey();
    const key = strikes('bad-signature') ? { ...right, privateKey: o.wrongKey.privateKey } : right;
    // Each attempt is signed anew; id and body stay what they were.
    const headers = platformSignatureHeaders(job.body, key, now());
    const posting = postNotification({ url: job.url, headers, body: job.body, scheduler });
    const run: Promise<void> = posting.outcome.then((outcome) => {
      underWay.delete(run);
      // Stopped in between: the attempt is repeated after the next start.
      if (stopped) return;
      settle(job, outcome);
      changed();
    });
    underWay.set(run, posting);
    return run;
  };

  return {
    async tell({ event, outTradeNo, url, resource }) {
      if (strikes('no-notification')) return;
      const id = randomUUID();
      const content = strikes('wrong-amount') ? withWrongAmount(resource) : resource;
      const job: NotificationJob = {
        id,
        outTradeNo,
        eventType: event,
        url,
        body: notificationBody({ id, event, resource: content }, o.apiV3Key, now()),
        state: 'waiting',
        dueAt: now().toISOString(),
        copies: strikes('duplicate-notification') ? 1 : 0,
        failures: 0,
        attempts: [],
      };
      state.notifications = [...state.notifications, job].slice(-NEWEST_KEPT);
      const isLate = strikes('late-notification');
      if (isLate) schedule(job, (LATE_SECONDS * 1000) / o.timeFactor);
      changed();
      if (!isLate) await attempt(job);
    },
    probe(url) {
      const resource = { out_trade_no: 'SIGNTEST', trade_state: 'SUCCESS', amount: { total: 1 } };
      const notification = { id: randomUUID(), event: 'TRANSACTION.SUCCESS' as const, resource };
      const body = notificationBody(notification, o.apiV3Key, now());
      const headers = {
        ...platformSignatureHeaders(body, o.platformKey(), now()),
        'Wechatpay-Signature': `WECHATPAY/SIGNTEST/${randomBytes(192).toString('base64')}`,
      };
      return postNotification({ url, headers, body, scheduler }).outcome;
    },
    resume() {
      for (const job of state.notifications) {
        if (job.dueAt !== null) schedule(job, Math.max(0, Date.parse(job.dueAt) - now().getTime()));
      }
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay.keys());
    },
    async stop() {
      stopped = true;
      for (const cancel of timers) cancel();
      for (const posting of underWay.values()) posting.abort();
      await Promise.all(underWay.keys());
    },
  };
}
