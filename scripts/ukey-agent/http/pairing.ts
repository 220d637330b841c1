import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { UkeyAgentError } from '@acceptance/shared';
import * as v from 'valibot';
import { openStateFile } from '../state/state-file';

const CODE_SECONDS = 120;
const MAX_TRIES = 3;
/** Browsers and profiles on one PC; the oldest pairing ends when one more is made. */
const MAX_PAIRINGS = 8;

const pairingsSchema = v.array(v.object({ origin: v.string(), keyHash: v.string() }));

interface OfferedCode {
  readonly origin: string;
  readonly code: string;
  readonly endsAt: number;
  triesLeft: number;
}

/** Which pages may use the agent: a person at this PC carries a code from its window to the page, once. */
export interface Pairing {
  /** Shows a code. Seconds for which it is good. @throws UkeyAgentError while another one was used up: no tries without a pause */
  begin(origin: string): { seconds: number };
  /** @throws UkeyAgentError */
  complete(origin: string, code: string): { pairingKey: string };
  /** Whether `Authorization: Bearer …` is the key that was given to this origin. */
  isPaired(origin: string, authorization: string | undefined): boolean;
  /** All pages must pair again. */
  forgetAll(): void;
}

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');
const isEqual = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(one)), Buffer.from(hashOf(other)));

/** @param show writes a code into the agent's window */
export function openPairing(
  folder: string,
  now: () => Date,
  show: (offer: { origin: string; code: string; seconds: number }) => void,
): Pairing {
  const file = openStateFile(join(folder, 'pairings.json'), pairingsSchema, []);
  let offered: OfferedCode | null = null;
  const secondsLeft = ({ endsAt }: OfferedCode): number => Math.ceil((endsAt - now().getTime()) / 1000);
  const current = (): OfferedCode | null => (offered && secondsLeft(offered) > 0 ? offered : null);
  const ended = (offer: OfferedCode | null): UkeyAgentError =>
    new UkeyAgentError('ukey.pairing_ended', { seconds: offer ? Math.max(0, secondsLeft(offer)) : 0 });

  return {
    begin(origin) {
      const before = current();
      if (before && (before.triesLeft === 0 || before.origin !== origin)) {
        throw ended(before);
      }
      if (before) {
        return { seconds: secondsLeft(before) };
      }
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      offered = { origin, code, endsAt: now().getTime() + CODE_SECONDS * 1000, triesLeft: MAX_TRIES };
      show({ origin, code, seconds: CODE_SECONDS });
      return { seconds: CODE_SECONDS };
    },
    complete(origin, code) {
      const offer = current();
      if (!offer || offer.origin !== origin || offer.triesLeft === 0) {
        throw ended(offer);
      }
      offer.triesLeft -= 1;
      if (!isEqual(offer.code, code)) {
        throw offer.triesLeft > 0
          ? new UkeyAgentError('ukey.pairing_wrong', { remaining: offer.triesLeft })
          : ended(offer);
      }
      // used; the next begin makes another one at once
      offered = null;
      const pairingKey = randomBytes(32).toString('base64url');
      file.save([...file.load(), { origin, keyHash: hashOf(pairingKey) }].slice(-MAX_PAIRINGS));
      return { pairingKey };
    },
    isPaired(origin, authorization) {
      const key = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(authorization ?? '')?.[1];
      if (key === undefined) {
        return false;
      }
      const keyHash = hashOf(key);
      return file.load().some((pairing) => pairing.origin === origin && isEqual(pairing.keyHash, keyHash));
    },
    forgetAll: () => file.save([]),
  };
}
