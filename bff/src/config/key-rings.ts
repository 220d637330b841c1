import { BARE_HASH_KEY_ID, parseKeyRing, type RingKey } from '../keys/key-ring';

/** The settings that hold a ring `KEY_ID:key,KEY_ID:key`, newest first, or one bare key. */
export const RING_SETTINGS = ['FIELD_ENCRYPTION_KEY', 'LOOKUP_HASH_KEY'] as const;

type KeySettings = Readonly<
  Partial<Record<(typeof RING_SETTINGS)[number] | 'FIELD_ENCRYPTION_KEY_ID', string | undefined>>
>;

/** A base64 text has no colon. */
const isRing = (text: string): boolean => text.includes(':');

/** What is wrong with the text of one of `RING_SETTINGS`; nothing of it is quoted. */
export const ringErrors = (text: string): readonly string[] =>
  isRing(text) || Buffer.from(text, 'base64').length === 32 ? parsed(text, 'k').errors : ['must be 32 bytes in base64'];

const parsed = (text: string, bareId: string) =>
  isRing(text) ? parseKeyRing(text) : { keys: [{ id: bareId, key: Buffer.from(text, 'base64') }], errors: [] };

/** A bare key has its id beside it, a ring names its keys itself. */
export function keyIdProblems({ FIELD_ENCRYPTION_KEY: keys = '', FIELD_ENCRYPTION_KEY_ID: id }: KeySettings): string[] {
  if (isRing(keys)) {
    return id ? ['FIELD_ENCRYPTION_KEY_ID: goes with a bare FIELD_ENCRYPTION_KEY; a ring names its keys itself'] : [];
  }
  return id ? [] : ['FIELD_ENCRYPTION_KEY_ID: missing'];
}

/** The rings of settings that have no problems, as the field cipher takes them; of others what can be read. */
export const keyRingsOf = (
  given: KeySettings,
): { readonly encryptionKeys: readonly RingKey[]; readonly hashKeys: readonly RingKey[] } => ({
  encryptionKeys: parsed(given.FIELD_ENCRYPTION_KEY ?? '', given.FIELD_ENCRYPTION_KEY_ID ?? '').keys,
  hashKeys: parsed(given.LOOKUP_HASH_KEY ?? '', BARE_HASH_KEY_ID).keys,
});
