import { endpoints } from '@acceptance/shared';
import { useDidHide, useDidShow, useUnload } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { applicantSession } from '../../../../api/sessions';
import { createAutosave, realClock, type SaveState } from '../../draft/autosave';
import { canRetry } from '../../draft/can-retry';
import type { TypedPerson } from './typed-person';
import { draftOf } from './typed-person';
import { unsavedPerson } from './unsaved-person';

const QUIET_MS = 800;
const RETRY_MS = 10_000;

// Another person may sign in on this phone; what was typed belongs to the one before.
applicantSession.onEnded(unsavedPerson.forget);

/** Sends what is typed to the server soon after, where it outlives the program. */
export function usePersonAutosave() {
  const [saveState, setSaveState] = useState<SaveState>('untouched');
  const [autosave] = useState(() =>
    createAutosave<TypedPerson>({
      save: async (person) => {
        await call(endpoints.identity.saveDraft, { body: draftOf(person) });
        unsavedPerson.saved(person);
      },
      canRetry,
      onState: setSaveState,
      clock: realClock,
      delayMs: QUIET_MS,
      retryMs: RETRY_MS,
    }),
  );
  useDidHide(() => void autosave.flush());
  useUnload(() => void autosave.flush().finally(() => autosave.stop()));
  // Back from signing in again, or from the background with the network back.
  useDidShow(() => void autosave.flush());

  return {
    saveState,
    save: (person: TypedPerson) => {
      unsavedPerson.keep(person);
      autosave.change(person);
    },
    /** Before the check, which removes the draft: a save that comes after it would bring it back. */
    settle: () => autosave.flush(),
  };
}
