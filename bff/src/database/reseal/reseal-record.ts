import type { Types } from 'mongoose';
import type { FieldCipher } from '../field-cipher';
import { isEnvelope } from '../field-cipher-envelope';
import { recordIdOf } from '../record-id';
import { atPlacesOf, valuesAt } from './paths';
import type { SealedCollection, SealedHash } from './sealed-collection';

/** Why something keeps its old key. `value-not-stored`: there is a hash, and nothing to make it anew from. */
export type LeftBecause = 'does-not-open' | 'value-not-stored' | 'same-value-twice' | 'changes-too-often';

/** What brings a record to the newest keys. */
export interface RecordReseal {
  readonly set: Readonly<Record<string, unknown>>;
  /** What it was made from: the record may be written only while it is still so. */
  readonly seen: Readonly<Record<string, unknown>>;
  readonly left: readonly { readonly path: string; readonly because: LeftBecause }[];
}

interface Reseal {
  readonly set: Record<string, unknown>;
  readonly seen: Record<string, unknown>;
  readonly left: { path: string; because: LeftBecause }[];
}

type StoredRecord = Readonly<Record<string, unknown>> & { readonly _id: Types.ObjectId | string };

function orNull<T>(attempt: () => T): T | null {
  try {
    return attempt();
  } catch {
    return null;
  }
}

function resealEnvelopes(cipher: FieldCipher, sealed: SealedCollection, record: StoredRecord, reseal: Reseal): void {
  const recordId = recordIdOf(record);
  for (const [pattern, purpose] of Object.entries(sealed.envelopes ?? {})) {
    for (const [path, value] of valuesAt(record, pattern)) {
      if (value === '' || typeof value !== 'string') {
        continue;
      }
      const isClear = sealed.onceClear?.includes(pattern) && !isEnvelope(value);
      const next = orNull(() => {
        if (!isClear && !cipher.needsReseal(value)) {
          return value;
        }
        const text = isClear ? value : cipher.decryptText(value, purpose, recordId);
        return cipher.encryptText(text, purpose, recordId);
      });
      if (next === null) {
        reseal.left.push({ path: pattern, because: 'does-not-open' });
      } else if (next !== value) {
        reseal.set[path] = next;
        reseal.seen[path] = value;
      }
    }
  }
}

/** Null when there is nothing to do: it is by the newest key, or the value was erased. */
function nextHash(
  cipher: FieldCipher,
  record: StoredRecord,
  { hash, purpose, envelope }: { hash: SealedHash; purpose: string | undefined; envelope: unknown },
): string | LeftBecause | null {
  if (envelope === '') {
    return null;
  }
  if (typeof envelope !== 'string' || purpose === undefined) {
    return 'value-not-stored';
  }
  const opened = orNull(() => cipher.decryptText(envelope, purpose, recordIdOf(record)));
  return opened === null ? 'does-not-open' : cipher.lookupHash(hash.pick ? hash.pick(opened) : opened, hash.purpose);
}

function remakeHashes(cipher: FieldCipher, sealed: SealedCollection, record: StoredRecord, reseal: Reseal): void {
  for (const hash of sealed.hashes ?? []) {
    for (const [path, value] of valuesAt(record, hash.path)) {
      const stored: unknown[] = Array.isArray(value) ? value : [value];
      if (stored.length === 1 && stored.every((one) => cipher.isOfNewestKey(String(one)))) {
        continue;
      }
      const from = atPlacesOf(path, hash.path, hash.from);
      const envelope = valuesAt(record, from)[0]?.[1];
      const next = nextHash(cipher, record, { hash, purpose: sealed.envelopes?.[hash.from], envelope });
      if (next === 'does-not-open' || next === 'value-not-stored') {
        reseal.left.push({ path: hash.path, because: next });
      } else if (next !== null) {
        reseal.set[path] = Array.isArray(value) ? [next] : next;
        reseal.seen[path] = value;
        reseal.seen[from] = envelope;
      }
    }
  }
}

/** Seals anew what is not by the newest key or not bound to its record, and makes the hashes anew. Writes nothing. */
export function resealRecord(cipher: FieldCipher, sealed: SealedCollection, record: StoredRecord): RecordReseal {
  const reseal: Reseal = { set: {}, seen: {}, left: [] };
  resealEnvelopes(cipher, sealed, record, reseal);
  remakeHashes(cipher, sealed, record, reseal);
  return reseal;
}
