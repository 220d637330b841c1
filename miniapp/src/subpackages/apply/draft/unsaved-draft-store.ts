import { type ApplicationFormDraft, applicationFormDraftSchema } from '@acceptance/shared';
import * as v from 'valibot';
import type { KeyValueStorage } from '../../../platform/key-value-storage';

const unsavedDraftSchema = v.object({ base: applicationFormDraftSchema, draft: applicationFormDraftSchema });

/** What was typed on this phone and has not reached the server; `base` is the server's draft it grew from. */
export interface UnsavedDraft {
  readonly base: ApplicationFormDraft;
  readonly draft: ApplicationFormDraft;
}

export interface UnsavedDraftStore {
  /** Null when everything has reached the server (or what is stored cannot be read). */
  read(): UnsavedDraft | null;
  keep(unsaved: UnsavedDraft): void;
  forget(): void;
}

/** Keeps typed text on the phone only as long as the server lacks it: it is personal data. */
export function createUnsavedDraftStore(storage: KeyValueStorage, orderId: string): UnsavedDraftStore {
  const key = `unsaved-form-${orderId}`;
  return {
    read() {
      const parsed = v.safeParse(unsavedDraftSchema, storage.read(key));
      return parsed.success ? parsed.output : null;
    },
    keep({ base, draft }) {
      storage.write(key, { base, draft });
    },
    forget() {
      storage.remove(key);
    },
  };
}
