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

export interface HeldDecision {
  readonly decision: Decision;
  /** Milliseconds since 1970 when it is sent. */
  readonly sendsAt: number;
}

export interface HeldState {
  /** Decided, can still be undone, each for itself; the oldest first. */
  readonly held: readonly HeldDecision[];
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
  /** Where decisions outlive the page until they have arrived. */
  readonly store: { read(): readonly HeldDecision[]; write(decisions: readonly HeldDecision[]): void };
}

export interface HeldDecisions {
  state(): HeldState;
  subscribe(listener: () => void): () => void;
  /** Takes a decision; others that are held stay so. */
  hold(decision: Decision): void;
  /** Takes the held decision on an order back. */
  undo(orderId: string): Decision | null;
  /** Sends the held decision on an order now. */
  sendNow(orderId: string): Promise<void>;
  /** Sends all that is held now and waits for everything on its way. Never throws: failures are in the state. */
  flush(): Promise<void>;
  retry(failed: FailedDecision): Promise<void>;
  dismiss(failed: FailedDecision): void;
  /** The draft of an order whose decision came back, given out once. */
  takeDraft(orderId: string): DecisionDraft | null;
}

/** A page that comes later does not know any more what its reviewer saw. */
const TAKEN_UP_MS = 60_000;
const NOTHING: HeldState = { held: [], sending: [], failed: [], sentCount: 0 };

/**
 * Decisions wait some seconds before they are sent, so that a slip of the hand can be undone before the applicant is told.
 * What the page was left with, also on its way, is taken up again by the next one: a decision that has arrived is not made twice.
 * One lost here (the browser was closed for longer) leaves the order in the queue: it is reviewed again, nothing worse.
 */
export function createHeldDecisions({ send, delayMs, now, schedule, store }: HeldDecisionsOptions): HeldDecisions {
  let state = NOTHING;
  const timers = new Map<string, () => void>();
  const drafts = new Map<string, DecisionDraft>();
  const listeners = new Set<() => void>();
  const inFlight = new Set<Promise<void>>();

  const change = (part: Partial<HeldState>): void => {
    state = { ...state, ...part };
    store.write([...state.held, ...state.sending.map((decision) => ({ decision, sendsAt: now() }))]);
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

  const release = (orderId: string): Decision | null => {
    timers.get(orderId)?.();
    timers.delete(orderId);
    const mine = state.held.find(({ decision }) => decision.orderId === orderId);
    if (mine) {
      change({ held: state.held.filter((other) => other !== mine) });
    }
    return mine?.decision ?? null;
  };
  const sendHeld = (orderId: string): Promise<void> => {
    const decision = release(orderId);
    return decision ? track(decision) : Promise.resolve();
  };
  const flush = async (): Promise<void> => {
    for (const { decision } of state.held) {
      void sendHeld(decision.orderId);
    }
    await Promise.all(inFlight);
  };
  const keep = (decision: Decision, sendsAt: number, further: Partial<HeldState> = {}): void => {
    const { orderId } = decision;
    release(orderId);
    change({ ...further, held: [...state.held, { decision, sendsAt }] });
    timers.set(
      orderId,
      schedule(() => void sendHeld(orderId), Math.max(0, sendsAt - now())),
    );
  };
  for (const { decision, sendsAt } of store.read()) {
    if (now() - sendsAt < TAKEN_UP_MS) {
      keep(decision, sendsAt);
    }
  }
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
      const failed = state.failed.filter((other) => other.decision.orderId !== decision.orderId);
      keep(decision, now() + delayMs, { failed });
    },
    undo(orderId) {
      const undone = release(orderId);
      if (undone) {
        drafts.set(orderId, undone.draft);
      }
      return undone;
    },
    sendNow: sendHeld,
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
  [...held.map(({ decision }) => decision), ...sending].map(({ orderId }) => orderId);
