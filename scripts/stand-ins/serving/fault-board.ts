export type StandInName = 'wechat' | 'wechat-pay' | 'tencent-cloud' | 'mail' | 'ejbca' | 'kuaidi100' | 'trust';

/** Faults of an answer. README.md says what each one does. */
export const ANSWER_FAULTS = ['timeout', 'lost-answer', 'server-error', 'busy', 'rate-limited', 'garbled'] as const;
/** Faults of what only WeChat Pay has: signed answers, notifications and refunds that end later. */
export const PAY_FAULTS = [
  'bad-signature',
  'late-notification',
  'duplicate-notification',
  'no-notification',
  'wrong-amount',
  'notify-before-answer',
  'refund-abnormal',
] as const;

/** Faults of a certificate authority: what it makes, or says, is not what was asked for. */
export const EJBCA_FAULTS = [
  'enrolled-twice',
  'other-key',
  'other-subject',
  'other-term',
  'wrong-chain',
  'ca-offline',
  'approval-required',
  'html-error',
] as const;

/** Faults of who stamps times and says what became of certificates. */
export const TRUST_FAULTS = [
  'refused',
  'other-nonce',
  'other-imprint',
  'other-day',
  'other-signer',
  'revoked',
] as const;

export type AnswerFault = (typeof ANSWER_FAULTS)[number];
export type EjbcaFault = (typeof EJBCA_FAULTS)[number];
export type TrustFault = (typeof TRUST_FAULTS)[number];
export type Fault = AnswerFault | (typeof PAY_FAULTS)[number] | EjbcaFault | TrustFault;

/** The faults each stand-in knows. */
export const FAULTS_OF: Record<StandInName, readonly Fault[]> = {
  wechat: ANSWER_FAULTS,
  'wechat-pay': [...ANSWER_FAULTS.filter((fault) => fault !== 'busy'), ...PAY_FAULTS],
  'tencent-cloud': ANSWER_FAULTS.filter((fault) => fault !== 'busy'),
  mail: ['timeout', 'server-error'],
  ejbca: [...ANSWER_FAULTS.filter((fault) => fault !== 'busy'), ...EJBCA_FAULTS],
  trust: ['timeout', 'server-error', 'garbled', ...TRUST_FAULTS],
  kuaidi100: [...ANSWER_FAULTS, 'bad-signature', 'late-notification', 'duplicate-notification', 'no-notification'],
};

export interface ActiveFault {
  standIn: StandInName;
  fault: Fault;
  /** How many more times it strikes; null = until reset. */
  remaining: number | null;
  /** Strikes only what has this text in its path (or X-TC-Action); notifications have the path `notification`. */
  onPath: string | null;
}

export interface FaultBoard {
  /** Switches a fault on. `times` absent = until reset. An unknown fault of the stand-in is a RangeError. */
  set(fault: { standIn: StandInName; fault: Fault; times?: number; onPath?: string }): void;
  /** Switches off one fault, all faults of a stand-in, or everything. */
  reset(standIn?: StandInName, fault?: Fault): void;
  list(): ActiveFault[];
  /** Whether the fault strikes now; counts it down when it does. */
  strikes(standIn: StandInName, fault: Fault, path: string): boolean;
}

/** The switches that make stand-ins fail on purpose. */
export function createFaultBoard(changed: () => void = () => undefined): FaultBoard {
  let active: ActiveFault[] = [];
  return {
    set({ standIn, fault, times, onPath }) {
      if (!FAULTS_OF[standIn]?.includes(fault)) throw new RangeError(`${standIn} has no fault "${fault}"`);
      if (times !== undefined && (!Number.isInteger(times) || times < 1)) {
        throw new RangeError('times must be a whole number of at least 1');
      }
      active = active.filter((entry) => entry.standIn !== standIn || entry.fault !== fault);
      active.push({ standIn, fault, remaining: times ?? null, onPath: onPath ?? null });
      changed();
    },
    reset(standIn, fault) {
      active = active.filter(
        (entry) => (standIn && entry.standIn !== standIn) || (fault !== undefined && entry.fault !== fault),
      );
      changed();
    },
    list: () => active.map((entry) => ({ ...entry })),
    strikes(standIn, fault, path) {
      const entry = active.find(
        (candidate) =>
          candidate.standIn === standIn &&
          candidate.fault === fault &&
          (candidate.onPath === null || path.includes(candidate.onPath)),
      );
      if (!entry) return false;
      if (entry.remaining !== null) {
        entry.remaining -= 1;
        if (entry.remaining === 0) active = active.filter((other) => other !== entry);
        changed();
      }
      return true;
    },
  };
}
