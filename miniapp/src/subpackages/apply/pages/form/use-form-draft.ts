import { AppError, type ApplicationFormDraft, endpoints, type OrderView } from '@acceptance/shared';
import { useDidHide, useDidShow, useUnload } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../../../api/client';
import { type Problem, problemOf } from '../../../../api/problem';
import { localStorage } from '../../../../platform/storage';
import { createAutosave, realClock, type SaveState } from '../../draft/autosave';
import { mergeDrafts, sameDraft } from '../../draft/merge-drafts';
import { createUnsavedDraftStore } from '../../draft/unsaved-draft-store';
import { openingDraft } from './form-rules';

const QUIET_MS = 800;
const RETRY_MS = 10_000;

/** No answer, or a server that is overloaded: the same request may pass later. */
const canRetry = (error: unknown): boolean =>
  !(error instanceof AppError) || error.status >= 500 || error.status === 429;

export interface FormDraft {
  /** Null until the order is there. */
  readonly draft: ApplicationFormDraft | null;
  /** Changes the draft; kept on this phone at once, saved to the server soon after. */
  readonly change: (next: (draft: ApplicationFormDraft) => ApplicationFormDraft) => void;
  readonly saveState: SaveState;
  /** Why the last save failed; null while it only waits for the network. */
  readonly problem: Problem | null;
  /** Text typed earlier on this phone, which had not reached the server, was put back. */
  readonly restored: boolean;
  /** Saves what is not saved yet. Throws what stopped it. */
  readonly saveNow: () => Promise<void>;
}

/** The draft of an order's form: the server's, or what was typed here and had not reached it yet. */
export function useFormDraft(orderId: string, order: OrderView | null, onSaved: (order: OrderView) => void): FormDraft {
  const [draft, setDraft] = useState<ApplicationFormDraft | null>(null);
  const [saveState, setSaveState] = useState<SaveState>('untouched');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [restored, setRestored] = useState(false);
  const latest = useRef<ApplicationFormDraft | null>(null);
  const base = useRef<ApplicationFormDraft>({});
  const lastError = useRef<unknown>(null);
  const saved = useRef(onSaved);
  saved.current = onSaved;

  const [{ autosave, store }] = useState(() => {
    const store = createUnsavedDraftStore(localStorage, orderId);
    const save = async (value: ApplicationFormDraft) => {
      const answer = await call(endpoints.orders.saveForm, { params: { orderId }, body: value });
      base.current = value;
      if (latest.current === value) {
        store.forget();
      } else if (latest.current) {
        store.keep({ base: value, draft: latest.current });
      }
      saved.current(answer);
    };
    const onState = (state: SaveState, error?: unknown) => {
      lastError.current = error ?? null;
      setSaveState(state);
      setProblem(state === 'refused' ? problemOf(error) : null);
    };
    const autosave = createAutosave<ApplicationFormDraft>({
      save,
      canRetry,
      onState,
      clock: realClock,
      delayMs: QUIET_MS,
      retryMs: RETRY_MS,
    });
    return { autosave, store };
  });

  const put = useCallback(
    (next: ApplicationFormDraft) => {
      latest.current = next;
      setDraft(next);
      store.keep({ base: base.current, draft: next });
      autosave.change(next);
    },
    [autosave, store],
  );

  useEffect(() => {
    if (!order || latest.current) {
      return;
    }
    base.current = order.form;
    const unsaved = store.read();
    const merged = unsaved ? mergeDrafts(unsaved.base, unsaved.draft, order.form) : order.form;
    const isRestored = !sameDraft(merged, order.form);
    setRestored(isRestored);
    const opening = openingDraft(merged, order.project);
    if (sameDraft(opening, order.form)) {
      store.forget();
      latest.current = opening;
      setDraft(opening);
    } else {
      put(opening);
    }
  }, [order, put, store]);

  useDidHide(() => void autosave.flush());
  useUnload(() => void autosave.flush().finally(() => autosave.stop()));
  // Back from signing in again, or from the background with the network back.
  useDidShow(() => void autosave.flush());

  return {
    draft,
    change: (next) => {
      if (latest.current) {
        put(next(latest.current));
      }
    },
    saveState,
    problem,
    restored,
    saveNow: async () => {
      if (!(await autosave.flush())) {
        throw lastError.current;
      }
    },
  };
}
