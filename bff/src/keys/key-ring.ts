/** A key and the id by which stored data names it. */
export interface RingKey {
  readonly id: string;
  readonly key: Buffer;
}

/** Keys of one use, newest first: the first makes what is stored from now on, all read what is stored already. */
export interface KeyRing {
  readonly newest: RingKey;
  readonly all: readonly RingKey[];
  find(id: string): RingKey | undefined;
}

/** Either keys or errors; the errors name keys by their place only, since an id may be a key put on the wrong side. */
export interface ParsedKeyRing {
  readonly keys: readonly RingKey[];
  readonly errors: readonly string[];
}

/** The hash key from before there were rings. Its hashes are stored bare, and stay valid only if they stay so. */
export const BARE_HASH_KEY_ID = 'v1';

const KEY_BYTES = 32;
/** Free of `.`, `|` and `:`, which end an id in envelopes, in what is authenticated and in look-up hashes. */
const KEY_ID = /^[a-z0-9-]{1,16}$/;
/** Node decodes whatever it is given; a mistyped key must not become another key. */
const KEY_TEXT = /^[A-Za-z0-9+/]{43}=?$/;

/** @throws Error when the ring is empty or a key of it cannot be used; `name` tells which ring. */
export function createKeyRing(name: string, keys: readonly RingKey[]): KeyRing {
  const all = [...keys];
  const [newest] = all;
  const errors = problemsOf(all);
  if (!newest || errors.length > 0) {
    throw new Error(`${name}: ${errors.join('; ')}`);
  }
  const byId = new Map(all.map((key) => [key.id, key]));
  return { newest, all, find: (id) => byId.get(id) };
}

/** Reads `ID:base64,ID:base64`, newest first. */
export function parseKeyRing(text: string): ParsedKeyRing {
  const keys = text.trim() === '' ? [] : text.split(',').map(parseKey);
  const errors = problemsOf(keys);
  return errors.length > 0 ? { keys: [], errors } : { keys, errors };
}

/** What is no key comes back as an id or key that `problemsOf` refuses. */
function parseKey(entry: string): RingKey {
  const [id = '', keyText = '', ...rest] = entry.split(':').map((part) => part.trim());
  const key = rest.length === 0 && KEY_TEXT.test(keyText) ? Buffer.from(keyText, 'base64') : Buffer.alloc(0);
  return { id, key };
}

function problemsOf(keys: readonly RingKey[]): string[] {
  if (keys.length === 0) {
    return ['must have a key'];
  }
  return keys.flatMap(({ id, key }, place) => {
    const first = keys.findIndex((other) => other.id === id);
    return [
      ...(KEY_ID.test(id) ? [] : [`key ${place + 1}: its id must be 1–16 of a–z, 0–9, -`]),
      ...(key.length === KEY_BYTES ? [] : [`key ${place + 1}: must be ${KEY_BYTES} bytes in base64`]),
      ...(first < place ? [`key ${place + 1}: has the id of key ${first + 1}`] : []),
    ];
  });
}
