import type { StandInEnvironment } from '../serving/environment';
import { isJsonObject, parseJsonObject } from '../serving/json-object';
import { capitalMd5 } from './kuaidi100-signature';
import { type Posting, postForm } from './post-form';

/** How long until a notice that was not accepted comes again, and how often. */
export const RETRY_MS = 30 * 60_000;
const MOST_REPETITIONS = 3;
/** How late the fault late-notification is. */
export const LATE_MS = 10 * 60_000;
const NEWEST_KEPT = 500;
/** What faults with `onPath` find notices by. */
const FAULT_PATH = 'notification';

export interface ParcelNoticeView {
  id: string;
  number: string;
  url: string;
  param: string;
  state: 'waiting' | 'accepted' | 'given-up';
  attempts: { at: string; outcome: string }[];
}

interface Notice extends ParcelNoticeView {
  salt: string;
}

const ACCEPTED = 'accepted';

/** `accepted` is the one answer that ends it: {result: true, returnCode: "200", message}. */
function outcomeOf({ status, body }: { status: number; body: string }): string {
  const answer = parseJsonObject(body);
  const isAccepted = isJsonObject(answer) && answer.result === true && answer.returnCode === '200';
  return status === 200 && isAccepted && typeof answer.message === 'string' ? ACCEPTED : `HTTP ${status}`;
}

/** Sends notices to subscribers and repeats those that were not accepted. */
export function createNotices(environment: StandInEnvironment) {
  const { now, scheduler, faults, changed } = environment;
  const timers = new Set<() => void>();
  const underWay = new Map<Promise<void>, Posting>();
  let notices: Notice[] = [];
  let lastId = 0;
  let stopped = false;

  const strikes = (fault: 'late-notification' | 'duplicate-notification' | 'no-notification' | 'bad-signature') =>
    faults.strikes('kuaidi100', fault, FAULT_PATH);

  const later = (delayMs: number, task: () => void): void => {
    if (stopped) return;
    const cancel = scheduler.after(delayMs, () => {
      timers.delete(cancel);
      task();
    });
    timers.add(cancel);
  };

  const settle = (notice: Notice, outcome: string): void => {
    notice.attempts.push({ at: now().toISOString(), outcome });
    if (outcome === ACCEPTED) notice.state = 'accepted';
    else if (notice.state === 'accepted') return;
    else if (notice.attempts.length > MOST_REPETITIONS) notice.state = 'given-up';
    else later(RETRY_MS, () => void post(notice));
  };

  const post = (notice: Notice): Promise<void> => {
    const salt = strikes('bad-signature') ? `${notice.salt}x` : notice.salt;
    const sign = capitalMd5(`${notice.param}${salt}`);
    const posting = postForm({ url: notice.url, form: { sign, param: notice.param }, scheduler });
    const run: Promise<void> = posting.answer.then((answer) => {
      underWay.delete(run);
      if (stopped) return;
      settle(notice, typeof answer === 'string' ? answer : outcomeOf(answer));
      changed();
    });
    underWay.set(run, posting);
    return run;
  };

  return {
    /** Ends with the first attempt; at once when that is later, or never. */
    async tell(o: { number: string; url: string; salt: string; content: object }): Promise<void> {
      lastId += 1;
      const notice: Notice = {
        id: String(lastId),
        number: o.number,
        url: o.url,
        salt: o.salt,
        param: JSON.stringify(o.content),
        state: 'waiting',
        attempts: [],
      };
      notices = [...notices, notice].slice(-NEWEST_KEPT);
      changed();
      if (strikes('no-notification')) return;
      if (strikes('late-notification')) {
        later(LATE_MS, () => void post(notice));
        return;
      }
      await post(notice);
      if (strikes('duplicate-notification')) await post(notice);
    },
    /** Posts a notice as it was then, whatever has been told since. @throws RangeError when there is no such notice */
    async repeat(id: string): Promise<void> {
      const notice = notices.find((one) => one.id === id);
      if (!notice) throw new RangeError(`there is no notice ${id}`);
      await post(notice);
    },
    /** Newest first. */
    list: (): ParcelNoticeView[] => notices.map(({ salt: _salt, ...view }) => view).reverse(),
    async idle(): Promise<void> {
      while (underWay.size > 0) await Promise.all(underWay.keys());
    },
    async stop(): Promise<void> {
      stopped = true;
      for (const cancel of timers) cancel();
      for (const posting of underWay.values()) posting.abort();
      await Promise.all(underWay.keys());
    },
  };
}

export type Notices = ReturnType<typeof createNotices>;
