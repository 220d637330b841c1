import type { ReviewMark } from '@acceptance/shared';
import type { DecisionDraft } from './decision-draft';

export interface Decision {
  readonly orderId: string;
  readonly orderNumber: string;
  /** What the reviewer saw; a change since then is refused by the server. */
  readonly revision: number;
  readonly shownSha256: string;
  readonly what:
    | { readonly kind: 'approve' }
    | { readonly kind: 'return'; readonly marks: readonly ReviewMark[] }
    | { readonly kind: 'reject'; readonly reason: string };
  /** Comes back when the decision is undone or refused. */
  readonly draft: DecisionDraft;
}

export interface FailedDecision {
  readonly decision: Decision;
  readonly error: unknown;
}

export interface HeldState {
  /** Decided, can still be undone. */
  readonly held: Decision | null;
  /** Milliseconds since 1970 when the held one is sent. */
  readonly sendsAt: number;
  readonly sending: readonly Decision[];
  readonly failed: readonly FailedDecision[];
  /** Grows with every decision that arrived: time to read the queue again. */
  readonly sentCount: number;
}

export interface HeldDecisionsOptions {
  readonly send: (decision: Decision) => Promise<unknown>;
  readonly delayMs: number;
  readonly now: () => number;
  /** Runs `act` later; returns the way to prevent it. */
  readonly schedule: (act: () => void, milliseconds: number) => () => void;
}

export interface HeldDecisions {
  state(): HeldState;
  subscribe(listener: () => void): () => void;
  /** Takes a decision; one that was still held is sent at once. */
  hold(decision: Decision): void;
  /** Takes the held decision back. */
  undo(): Decision | null;
  /** Sends what is held now and waits for everything on its way. Never throws: failures are in the state. */
  flush(): Promise<void>;
  retry(failed: FailedDecision): Promise<void>;
  dismiss(failed: FailedDecision): void;
  /** The draft of an order whose decision came back, given out once. */
  takeDraft(orderId: string): DecisionDraft | null;
}

const NOTHING: HeldState = { held: null, sendsAt: 0, sending: [], failed: [], sentCount: 0 };

/**
 * Decisions wait some seconds before they are sent, so that a slip of the hand can be undone before the applicant is told.
 * A decision lost here (the browser was closed) leaves the order in the queue: it is reviewed again, nothing worse.
 */
export function createHeldDecisions({ send, delayMs, now, schedule }: HeldDecisionsOptions): HeldDecisions {
  let state = NOTHING;
  let cancelTimer: () => void = () => undefined;
  const drafts = new Map<string, DecisionDraft>();
  const listeners = new Set<() => void>();
  const inFlight = new Set<Promise<void>>();

  const change = (part: Partial<HeldState>): void => {
    state = { ...state, ...part };
    for (const listener of [...listeners]) {
      listener();
    }
  };

  const sendNow = async (decision: Decision): Promise<void> => {
    change({ sending: [...state.sending, decision] });
    const without = () => state.sending.filter((other) => other !== decision);
    try {
      await send(decision);
      change({ sending: without(), sentCount: state.sentCount + 1 });
    } catch (error) {
      drafts.set(decision.orderId, decision.draft);
      change({ sending: without(), failed: [...state.failed, { decision, error }] });
    }
  };
  const track = (decision: Decision): Promise<void> => {
    const sent = sendNow(decision).finally(() => inFlight.delete(sent));
    inFlight.add(sent);
    return sent;
  };

  const release = (): Decision | null => {
    cancelTimer();
    const { held } = state;
    if (held) {
      change({ held: null });
    }
    return held;
  };
  const flush = async (): Promise<void> => {
    const held = release();
    if (held) {
      void track(held);
    }
    await Promise.all(inFlight);
  };
  const dismiss = (failed: FailedDecision) => change({ failed: state.failed.filter((other) => other !== failed) });

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    hold(decision) {
      void flush();
      const failed = state.failed.filter((other) => other.decision.orderId !== decision.orderId);
      change({ held: decision, sendsAt: now() + delayMs, failed });
      cancelTimer = schedule(() => void flush(), delayMs);
    },
    undo() {
      const undone = release();
      if (undone) {
        drafts.set(undone.orderId, undone.draft);
      }
      return undone;
    },
    flush,
    async retry(failed) {
      dismiss(failed);
      await track(failed.decision);
    },
    dismiss,
    takeDraft(orderId) {
      const draft = drafts.get(orderId) ?? null;
      drafts.delete(orderId);
      return draft;
    },
  };
}

/** Orders that are decided here though the server may still list them as waiting. */
export const decidedIds = ({ held, sending }: HeldState): string[] =>
  [...(held ? [held] : []), ...sending].map((decision) => decision.orderId);
