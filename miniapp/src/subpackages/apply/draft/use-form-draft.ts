import type { ApplicationFormDraft, OrderView } from '@acceptance/shared';
import { useDidHide, useDidShow, useUnload } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Problem, problemOf } from '../../../api/problem';
import { localStorage } from '../../../platform/storage';
import { clientError } from '../../../text/client-error';
import { createAutosave, realClock, type SaveState } from './autosave';
import { canRetry } from './can-retry';
import {
  beginSync,
  changesToSend,
  conflictsOf,
  type DraftConflict,
  type DraftSaveState,
  type DraftSync,
  decide,
  isSettled,
  takeStored,
} from './draft-sync';
import { saveDraft } from './save-draft';
import { createUnsavedDraftStore } from './unsaved-draft-store';

const QUIET_MS = 800;
const RETRY_MS = 10_000;

export interface FormDraft {
  /** Null until the order is there. */
  readonly draft: ApplicationFormDraft | null;
  /** Changes the draft; kept on this phone at once, saved to the server soon after. */
  readonly change: (next: (draft: ApplicationFormDraft) => ApplicationFormDraft) => void;
  readonly saveState: DraftSaveState;
  /** What was changed here and elsewhere, too: not saved until the person has chosen. */
  readonly conflicts: readonly DraftConflict[];
  readonly decide: (conflict: DraftConflict, keep: 'mine' | 'theirs') => void;
  /** Why the last save failed; null while it only waits for the network. */
  readonly problem: Problem | null;
  /** Text typed earlier on this phone, which had not reached the server, was put back. */
  readonly restored: boolean;
  /** Saves what is not saved yet. Throws what stopped it. */
  readonly saveNow: () => Promise<void>;
}

interface FormDraftOptions {
  readonly orderId: string;
  readonly order: OrderView | null;
  readonly onSaved: (order: OrderView) => void;
  /** The draft as the page opens with it: choices made where there is none. */
  readonly opening?: (draft: ApplicationFormDraft, order: OrderView) => ApplicationFormDraft;
}

/** The draft of an order's form: the server's, or what was typed here and had not reached it yet. */
export function useFormDraft({ orderId, order, onSaved, opening = (same) => same }: FormDraftOptions): FormDraft {
  const [shown, setShown] = useState<DraftSync | null>(null);
  const [saveState, setSaveState] = useState<SaveState>('untouched');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [restored, setRestored] = useState(false);
  const latest = useRef<DraftSync | null>(null);
  const lastError = useRef<unknown>(null);
  const saved = useRef(onSaved);
  saved.current = onSaved;

  const [{ autosave, put }] = useState(() => {
    const store = createUnsavedDraftStore(localStorage, orderId);
    const put = (next: DraftSync) => {
      latest.current = next;
      setShown(next);
      if (isSettled(next)) {
        store.forget();
      } else {
        store.keep({ base: next.base, draft: next.local });
      }
    };
    const onState = (state: SaveState, error?: unknown) => {
      lastError.current = error ?? null;
      setSaveState(state);
      setProblem(state === 'refused' ? problemOf(error) : null);
    };
    const autosave = createAutosave<DraftSync>({
      save: () => saveDraft({ orderId, read: () => latest.current, put, onSaved: (answer) => saved.current(answer) }),
      canRetry,
      onState,
      clock: realClock,
      delayMs: QUIET_MS,
      retryMs: RETRY_MS,
    });
    return { autosave, put };
  });

  const change = useCallback(
    (next: DraftSync) => {
      put(next);
      if (changesToSend(next)) {
        autosave.change(next);
      }
    },
    [autosave, put],
  );

  const open = useRef(opening);
  open.current = opening;
  useEffect(() => {
    if (!order) {
      return;
    }
    // Two pages of an application write in one draft: what the other one saved is taken over when this one is shown again.
    if (latest.current) {
      change(takeStored(latest.current, order));
      return;
    }
    const begun = beginSync(order, createUnsavedDraftStore(localStorage, orderId).read());
    setRestored(!isSettled(begun));
    change({ ...begun, local: open.current(begun.local, order) });
  }, [order, orderId, change]);

  useDidHide(() => void autosave.flush());
  useUnload(() => void autosave.flush().finally(() => autosave.stop()));
  // Back from signing in again, or from the background with the network back.
  useDidShow(() => void autosave.flush());

  const conflicts = shown ? conflictsOf(shown) : [];
  return {
    draft: shown?.local ?? null,
    change: (next) => {
      if (latest.current) {
        change({ ...latest.current, local: next(latest.current.local) });
      }
    },
    conflicts,
    decide: (conflict, keep) => {
      if (latest.current) {
        change(decide(latest.current, conflict, keep));
      }
    },
    saveState: conflicts.length > 0 && saveState === 'saved' ? 'undecided' : saveState,
    problem,
    restored,
    saveNow: async () => {
      if (!(await autosave.flush())) {
        throw lastError.current;
      }
      if (latest.current && conflictsOf(latest.current).length > 0) {
        throw clientError('orders.changed_elsewhere');
      }
    },
  };
}
