import type { KeyValueStorage } from '../../../../platform/key-value-storage';

const KEY = 'opened-contract';

/** Remembers that this very contract (SHA-256 of its PDF) was opened: looking at a PDF may end the program. */
export const rememberOpened = (storage: KeyValueStorage, sha256: string): void => storage.write(KEY, sha256);

export const wasOpened = (storage: KeyValueStorage, sha256: string): boolean => storage.read(KEY) === sha256;

/** 9f86d081… → 9F86 D081 884C 7D65: enough to compare two contracts by eye. */
export const shortDigest = (sha256: string): string =>
  (sha256.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join(' ');
