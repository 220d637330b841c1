import {
  groundProblem,
  ORDER_KIND_RULES,
  type OriginFacts,
  SUCCESSOR_KINDS,
  type SuccessorKind,
  standingOf,
  startProblem,
  startsAt,
} from './order-kinds';

const END = Date.UTC(2027, 10, 28);
const DAY = 86_400_000;
const facts = (change: Partial<OriginFacts> = {}): OriginFacts => ({
  applicantType: 'unit',
  state: 'issued',
  revocationReason: null,
  notAfter: END,
  isReplaced: false,
  ...change,
});

describe('an order that begins with a certificate', () => {
  it.each([
    ['renewal', END - 60 * DAY - 1, 'too-early'],
    ['renewal', END - 60 * DAY, null],
    ['renewal', END + 30 * DAY, null],
    ['renewal', END + 30 * DAY + 1, 'too-late'],
    ['reissue-damaged', END - 300 * DAY, null],
    ['reissue-lost', END, 'too-late'],
    ['change', END, 'too-late'],
  ] as const)('%s at %d: %s', (kind, now, problem) => {
    expect(startProblem(kind, facts(), now)).toBe(problem);
  });

  it.each([
    ['renewal', { state: 'revoked', revocationReason: 'unspecified' }, 'state'],
    ['renewal', { state: 'suspended' }, 'state'],
    ['reissue-lost', { state: 'suspended' }, null],
    ['reissue-lost', { state: 'revoked', revocationReason: 'keyCompromise' }, null],
    ['reissue-damaged', { state: 'revoked', revocationReason: 'keyCompromise' }, 'state'],
    ['change', { state: 'revoked', revocationReason: 'affiliationChanged' }, null],
    ['change', { applicantType: 'person' }, 'not-for-holder'],
  ] as const satisfies [SuccessorKind, Partial<OriginFacts>, string | null][])(
    '%s of %j: %s',
    (kind, change, problem) => {
      expect(startProblem(kind, facts(change), END - DAY)).toBe(problem);
    },
  );

  it.each(SUCCESSOR_KINDS)(
    '%s: is refused after a breach of rules, of what was replaced, and before there is one',
    (kind) => {
      const breach = facts({ state: 'revoked', revocationReason: 'privilegeWithdrawn' });
      expect(startProblem(kind, breach, END - DAY)).toBe('state');
      expect(startProblem(kind, facts({ isReplaced: true }), END - DAY)).toBe('replaced');
      expect(startProblem(kind, facts({ state: 'requested' }), END - DAY)).toBe('state');
      expect(startProblem(kind, facts({ state: 'failed' }), END - DAY)).toBe('state');
    },
  );

  it('that has begun in time goes on after the window, not after a revocation', () => {
    expect(groundProblem('renewal', facts(), END + 90 * DAY)).toBeNull();
    const revoked = facts({ state: 'revoked', revocationReason: 'keyCompromise' });
    expect(groundProblem('renewal', revoked, END - DAY)).toBe('state');
  });

  it('says from when it may begin', () => {
    expect(startsAt('renewal', END)).toBe(END - 60 * DAY);
    expect(startsAt('change', END)).toBeNull();
  });
});

describe('the table', () => {
  it.each(SUCCESSOR_KINDS)('%s: warns of what becomes of the old certificate', (kind) => {
    const { old, term, warnings } = ORDER_KIND_RULES[kind];
    const said = {
      'when-issued': 'ends-when-issued',
      'at-submission': 'ends-at-submission',
      stays: 'both-valid',
    } as const;
    expect(warnings).toContain(said[old.ends]);
    expect(warnings.includes('same-end')).toBe(term === 'rest');
  });

  it.each(SUCCESSOR_KINDS)('%s: never keeps a key that may be in other hands', (kind) => {
    const { key, revokedFor } = ORDER_KIND_RULES[kind];
    expect(key === 'as-project' && revokedFor.length > 0).toBe(false);
  });
});

describe('how a certificate stands', () => {
  it.each([
    ['issued', END - 1, 'issued'],
    ['issued', END, 'expired'],
    ['suspended', END, 'expired'],
    ['revoked', END, 'revoked'],
    ['failed', END, 'failed'],
  ] as const)('%s at %d: %s', (state, now, standing) => {
    expect(standingOf({ state, notAfter: END }, now)).toBe(standing);
  });
});
