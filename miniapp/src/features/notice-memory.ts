import type { KeyValueStorage } from '../platform/key-value-storage';
import type { SubscribeAnswer } from '../platform/subscribe-answer';

const KEY = 'notice-answers';
const DAY_MS = 24 * 60 * 60 * 1000;
/** Who has said no is left in peace for this long. */
const QUIET_MS: Record<SubscribeAnswer, number> = {
  accept: 0,
  failed: 0,
  reject: 30 * DAY_MS,
  off: 30 * DAY_MS,
  ban: 90 * DAY_MS,
  filter: 90 * DAY_MS,
};

/** After an acceptance: the message that it was good for may have come meanwhile. */
const OFFERED_AGAIN_MS = 30 * DAY_MS;

interface Remembered {
  readonly answer: SubscribeAnswer;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface NoticeMemory {
  /** False for a while after a refusal. Each acceptance is good for one message only, so it may be asked for again. */
  readonly mayAsk: (templateId: string) => boolean;
  /** The same, and false for a while after an acceptance too: for what is shown without being part of a step. */
  readonly mayOffer: (templateId: string) => boolean;
  readonly remember: (templateId: string, answer: SubscribeAnswer) => void;
}

/** What was answered for each message template on this device. */
export function createNoticeMemory(storage: KeyValueStorage, now: () => number): NoticeMemory {
  const readAll = (): Record<string, Remembered> => {
    const stored = storage.read(KEY);
    return typeof stored === 'object' && stored !== null ? (stored as Record<string, Remembered>) : {};
  };
  const read = (templateId: string): Remembered | null => {
    const remembered = readAll()[templateId];
    return remembered && remembered.answer in QUIET_MS ? remembered : null;
  };

  const isQuiet = (templateId: string, quietMs: Record<SubscribeAnswer, number>): boolean => {
    const last = read(templateId);
    return last !== null && now() - last.at < quietMs[last.answer];
  };

  return {
    mayAsk: (templateId) => templateId !== '' && !isQuiet(templateId, QUIET_MS),
    mayOffer: (templateId) => templateId !== '' && !isQuiet(templateId, { ...QUIET_MS, accept: OFFERED_AGAIN_MS }),
    remember(templateId, answer) {
      if (answer !== 'failed') {
        storage.write(KEY, { ...readAll(), [templateId]: { answer, at: now() } });
      }
    },
  };
}
