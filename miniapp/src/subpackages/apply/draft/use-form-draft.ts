import { type ApplicationFormDraft, endpoints, type OrderView } from '@acceptance/shared';
import { useDidHide, useDidShow, useUnload } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../../api/client';
import { type Problem, problemOf } from '../../../api/problem';
import { localStorage } from '../../../platform/storage';
import { createAutosave, realClock, type SaveState } from './autosave';
import { canRetry } from './can-retry';
import { mergeDrafts, sameDraft } from './merge-drafts';
import { createUnsavedDraftStore } from './unsaved-draft-store';

const QUIET_MS = 800;
const RETRY_MS = 10_000;

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

interface FormDraftOptions {
  readonly orderId: string;
  readonly order: OrderView | null;
  readonly onSaved: (order: OrderView) => void;
  /** The draft as the page opens with it: choices made where there is none. */
  readonly opening?: (draft: ApplicationFormDraft, order: OrderView) => ApplicationFormDraft;
}

/** The draft of an order's form: the server's, or what was typed here and had not reached it yet. */
export function useFormDraft({ orderId, order, onSaved, opening = (same) => same }: FormDraftOptions): FormDraft {
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

  const open = useRef(opening);
  open.current = opening;
  useEffect(() => {
    if (!order || (latest.current && sameDraft(order.form, base.current))) {
      return;
    }
    // Two pages of an application write in one draft: what the other one saved is taken over when this one is shown again.
    const unsaved = latest.current ? { base: base.current, draft: latest.current } : store.read();
    const merged = unsaved ? mergeDrafts(unsaved.base, unsaved.draft, order.form) : order.form;
    if (latest.current === null) {
      setRestored(!sameDraft(merged, order.form));
    }
    base.current = order.form;
    const opened = open.current(merged, order);
    if (sameDraft(opened, order.form)) {
      store.forget();
      latest.current = opened;
      setDraft(opened);
    } else {
      put(opened);
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
