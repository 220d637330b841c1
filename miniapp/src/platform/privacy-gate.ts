/** WeChat's way to answer one paused call (wx.onNeedPrivacyAuthorization, first argument of the listener). */
export type AnswerPrivacy = (answer: {
  event: 'exposureAuthorization' | 'agree' | 'disagree';
  buttonId?: string;
}) => void;

/** A question that waits for the person. */
export interface PrivacyRequest {
  /** The interface that was called first, e.g. `chooseMedia`. */
  readonly referrer: string;
  /** The page whose sheet asks; null until one has taken it. */
  readonly owner: object | null;
}

export interface PrivacyGate {
  /** The listener for wx.onNeedPrivacyAuthorization. */
  readonly ask: (answer: AnswerPrivacy, referrer: string) => void;
  readonly current: () => PrivacyRequest | null;
  readonly subscribe: (listener: () => void) => () => void;
  /** Takes a question that no page shows yet: the policy opened from the sheet is not covered by a second one. */
  readonly claim: (owner: object) => void;
  /** Gives the question back, when the page goes. */
  readonly release: (owner: object) => void;
  /** Only after the button with this id was really tapped: WeChat checks it. */
  readonly agree: (buttonId: string) => void;
  readonly refuse: () => void;
}

/** Holds the calls that WeChat has paused. Calls that come meanwhile wait for the same answer. */
export function createPrivacyGate(): PrivacyGate {
  const listeners = new Set<() => void>();
  let request: PrivacyRequest | null = null;
  let waiting: AnswerPrivacy[] = [];

  const change = (next: PrivacyRequest | null): void => {
    request = next;
    for (const listener of [...listeners]) {
      listener();
    }
  };
  const answerAll = (answer: Parameters<AnswerPrivacy>[0]): void => {
    const answered = waiting;
    waiting = [];
    change(null);
    for (const resolve of answered) {
      resolve(answer);
    }
  };

  return {
    ask(answer, referrer) {
      waiting.push(answer);
      if (!request) {
        change({ referrer, owner: null });
      } else if (request.owner) {
        answer({ event: 'exposureAuthorization' });
      }
    },
    current: () => request,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    claim(owner) {
      if (!request || request.owner) {
        return;
      }
      change({ ...request, owner });
      for (const resolve of waiting) {
        resolve({ event: 'exposureAuthorization' });
      }
    },
    release(owner) {
      if (request?.owner === owner) {
        change({ ...request, owner: null });
      }
    },
    agree: (buttonId) => answerAll({ event: 'agree', buttonId }),
    refuse: () => answerAll({ event: 'disagree' }),
  };
}
