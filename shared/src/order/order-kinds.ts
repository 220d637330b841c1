import type { ApplicantType } from '../schemas/applicant-type';
import type { CertificateRevocationReason, CertificateState } from '../schemas/certificate';

/**
 * What an order does with a certificate. Every kind walks the same steps and the same machine: identity, photos, contract,
 * review and payment are no columns here, so that a kind without one of them cannot be written down.
 */
export const ORDER_KINDS = ['new', 'renewal', 'reissue-lost', 'reissue-damaged', 'change'] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];
/** Kinds that begin with a certificate that there is. */
export const SUCCESSOR_KINDS = ['renewal', 'reissue-lost', 'reissue-damaged', 'change'] as const;
export type SuccessorKind = (typeof SUCCESSOR_KINDS)[number];

export const ORDER_KIND_LABELS: Record<OrderKind, string> = {
  new: '新办',
  renewal: '续期（更新、延期、续费）',
  'reissue-lost': '补办（遗失）',
  'reissue-damaged': '补办（损坏）',
  change: '信息变更',
};

/** What of a unit stays as the certificate says it; a person is who they are by their verified identity. */
export const LOCKABLE_FIELDS = ['name', 'unifiedSocialCreditCode', 'confirmedCode'] as const;
export type LockableField = (typeof LOCKABLE_FIELDS)[number];

/** What the holder is told, and confirms to have understood, before they begin. */
export const KIND_WARNINGS = [
  'registered-elsewhere',
  'encrypted-with-key',
  'ends-at-submission',
  'ends-when-issued',
  'both-valid',
  'same-end',
] as const;
export type KindWarning = (typeof KIND_WARNINGS)[number];

export interface OrderKindRule {
  readonly for: readonly ApplicantType[];
  /** How the certificate may stand when the order begins, and until its successor is made. */
  readonly startsFrom: readonly StandingState[];
  /** For what it may have been revoked, where `startsFrom` has `revoked`. */
  readonly revokedFor: readonly CertificateRevocationReason[];
  /** Whole days before and after the certificate's end between which the order may begin; null: any time. */
  readonly window: { readonly before: number; readonly after: number } | null;
  readonly locked: readonly LockableField[];
  /** `as-project`: the key may stay where the project allows it. `new`: always another one. */
  readonly key: 'as-project' | 'new';
  /** `full`: the project's term, after what is left of the old one. `rest`: to the end of the old one. */
  readonly term: 'full' | 'rest';
  /** When the old certificate is revoked, and why; `stays`: it ends by itself. */
  readonly old:
    | { readonly ends: 'when-issued' | 'at-submission'; readonly reason: CertificateRevocationReason }
    | { readonly ends: 'stays' };
  readonly warnings: readonly KindWarning[];
}

const EVERYBODY: readonly ApplicantType[] = ['person', 'unit'];
const WHOLE_UNIT: readonly LockableField[] = ['name', 'unifiedSocialCreditCode', 'confirmedCode'];

/** The life cycle after the first certificate. Nothing else knows what a kind may do. */
export const ORDER_KIND_RULES: Readonly<Record<SuccessorKind, OrderKindRule>> = {
  renewal: {
    for: EVERYBODY,
    startsFrom: ['issued', 'expired'],
    revokedFor: [],
    window: { before: 60, after: 30 },
    locked: WHOLE_UNIT,
    key: 'as-project',
    term: 'full',
    // Both are good while systems are moved to the new one, for 60 days at most.
    old: { ends: 'stays' },
    warnings: ['registered-elsewhere', 'encrypted-with-key', 'both-valid'],
  },
  'reissue-lost': {
    for: EVERYBODY,
    startsFrom: ['issued', 'suspended', 'revoked'],
    revokedFor: ['keyCompromise', 'cessationOfOperation', 'unspecified'],
    window: null,
    locked: WHOLE_UNIT,
    key: 'new',
    term: 'rest',
    // Whoever has found it may sign with it while staff review.
    old: { ends: 'at-submission', reason: 'keyCompromise' },
    warnings: ['ends-at-submission', 'registered-elsewhere', 'encrypted-with-key', 'same-end'],
  },
  'reissue-damaged': {
    for: EVERYBODY,
    startsFrom: ['issued', 'suspended', 'revoked'],
    revokedFor: ['cessationOfOperation', 'unspecified'],
    window: null,
    locked: WHOLE_UNIT,
    key: 'new',
    term: 'rest',
    old: { ends: 'when-issued', reason: 'superseded' },
    warnings: ['ends-when-issued', 'registered-elsewhere', 'encrypted-with-key', 'same-end'],
  },
  change: {
    // A person's certificate says who the verified person is, which no form changes.
    for: ['unit'],
    startsFrom: ['issued', 'revoked'],
    revokedFor: ['affiliationChanged'],
    window: null,
    // Another code is another unit: that is a new application.
    locked: ['unifiedSocialCreditCode', 'confirmedCode'],
    key: 'new',
    term: 'rest',
    old: { ends: 'when-issued', reason: 'affiliationChanged' },
    warnings: ['ends-when-issued', 'registered-elsewhere', 'encrypted-with-key', 'same-end'],
  },
};

/** The rule of a kind; null for a first certificate, which begins with nothing. */
export const ruleOfKind = (kind: OrderKind): OrderKindRule | null => (kind === 'new' ? null : ORDER_KIND_RULES[kind]);

export type StandingState = CertificateState | 'expired';

/** What of a certificate decides whether an order may begin with it. Times in milliseconds since 1970. */
export interface OriginFacts {
  readonly applicantType: ApplicantType;
  readonly state: CertificateState;
  readonly revocationReason: CertificateRevocationReason | null;
  readonly notAfter: number;
  /** Another certificate has taken its place and is not revoked. */
  readonly isReplaced: boolean;
}

export const KIND_PROBLEMS = ['not-for-holder', 'replaced', 'state', 'too-early', 'too-late'] as const;
export type KindProblem = (typeof KIND_PROBLEMS)[number];

const DAY_MS = 86_400_000;

/** A certificate past its end is over; one that was revoked stays so. */
export const standingOf = ({ state, notAfter }: Pick<OriginFacts, 'state' | 'notAfter'>, now: number): StandingState =>
  state === 'issued' || state === 'suspended' ? (notAfter <= now ? 'expired' : state) : state;

/**
 * Why an order of this kind cannot go on with the certificate as it stands now, or null. Asked again before the successor is
 * made: what was revoked meanwhile is not renewed. The window is only about the beginning.
 */
export function groundProblem(kind: SuccessorKind, facts: OriginFacts, now: number): KindProblem | null {
  const rule = ORDER_KIND_RULES[kind];
  if (!rule.for.includes(facts.applicantType)) {
    return 'not-for-holder';
  }
  if (facts.isReplaced) {
    return 'replaced';
  }
  if (rule.term === 'rest' && facts.notAfter <= now) {
    return 'too-late';
  }
  const { revocationReason } = facts;
  const isRevokedFor = revocationReason === null || rule.revokedFor.includes(revocationReason);
  return rule.startsFrom.includes(standingOf(facts, now)) && isRevokedFor ? null : 'state';
}

/** Why an order of this kind cannot begin now, or null. */
export function startProblem(kind: SuccessorKind, facts: OriginFacts, now: number): KindProblem | null {
  const problem = groundProblem(kind, facts, now);
  const { window } = ORDER_KIND_RULES[kind];
  if (problem || !window) {
    return problem;
  }
  if (now < facts.notAfter - window.before * DAY_MS) {
    return 'too-early';
  }
  return now > facts.notAfter + window.after * DAY_MS ? 'too-late' : null;
}

/** From when an order of this kind may begin; null: at any time. */
export function startsAt(kind: SuccessorKind, notAfter: number): number | null {
  const { window } = ORDER_KIND_RULES[kind];
  return window && notAfter - window.before * DAY_MS;
}
