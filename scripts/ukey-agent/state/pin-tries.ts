import { join } from 'node:path';
import * as v from 'valibot';
import { openStateFile } from './state-file';

/** Wrong PINs in a row on this PC. Tokens count too, most of them to between 6 and 10, some never lock. */
export const MAX_PIN_TRIES = 5;
/** Tokens remembered; the one not tried for longest is forgotten first. */
const MAX_TOKENS = 1000;

const triesSchema = v.array(v.object({ serial: v.string(), tries: v.number() }));

/** How often the PIN of a token was tried since it was last right. Kept on disk: starting the agent again gives no new tries. */
export interface PinTries {
  left(serial: string): number;
  /** Before the try: a program killed in it has used it up. */
  count(serial: string): void;
  /** The try did not reach the token. */
  takeBack(serial: string): void;
  /** The PIN was right, or is a new one. */
  clear(serial: string): void;
}

export function openPinTries(folder: string): PinTries {
  const file = openStateFile(join(folder, 'pin-tries.json'), triesSchema, []);
  const of = (serial: string): number => file.load().find((one) => one.serial === serial)?.tries ?? 0;
  function set(serial: string, tries: number): void {
    const others = file.load().filter((one) => one.serial !== serial);
    file.save([...others, ...(tries > 0 ? [{ serial, tries }] : [])].slice(-MAX_TOKENS));
  }
  return {
    left: (serial) => Math.max(0, MAX_PIN_TRIES - of(serial)),
    count: (serial) => set(serial, of(serial) + 1),
    takeBack: (serial) => set(serial, of(serial) - 1),
    clear(serial) {
      if (of(serial) > 0) set(serial, 0);
    },
  };
}
