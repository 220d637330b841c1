import * as v from 'valibot';
import type { KeyValueStorage } from '../../../../platform/key-value-storage';
import { NO_TIME, type SpentTime } from './reading-clock';

const ms = v.pipe(v.number(), v.finite(), v.minValue(0));
const keptSchema = v.object({ textKey: v.string(), totalMs: ms, sectionMs: v.record(v.string(), ms) });

/** The time that was spent on a contract's text, kept on this phone until it is agreed to. */
export interface KeptReading {
  /** Of that very text; nothing where another one was read, or what is stored cannot be read. */
  read(textKey: string): SpentTime;
  keep(textKey: string, spent: SpentTime): void;
  forget(): void;
}

/** Who is called away, or whose app is killed, goes on where they were. No personal data: seconds, by section. */
export function createKeptReading(storage: KeyValueStorage, orderId: string): KeptReading {
  const key = `contract-reading-${orderId}`;
  return {
    read(textKey) {
      const parsed = v.safeParse(keptSchema, storage.read(key));
      if (!parsed.success || parsed.output.textKey !== textKey) {
        return NO_TIME;
      }
      const { totalMs, sectionMs } = parsed.output;
      return { totalMs, sectionMs };
    },
    keep(textKey, { totalMs, sectionMs }) {
      storage.write(key, { textKey, totalMs, sectionMs });
    },
    forget() {
      storage.remove(key);
    },
  };
}
