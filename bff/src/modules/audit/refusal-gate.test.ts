import { createRefusalGate } from './refusal-gate';

const LIMITS = { windowMs: 60_000, perCaller: 2, anonymous: 5, callers: 4 };
const START = Date.parse('2026-11-23T02:00:00Z');
const at = (seconds: number): Date => new Date(START + seconds * 1000);
const nobody = (address: string, seconds = 0) => ({
  at: at(seconds),
  actor: { kind: 'anonymous', id: null, role: null } as const,
  address,
});
const applicant = (id: string, seconds = 0) => ({
  at: at(seconds),
  actor: { kind: 'applicant', id, role: null } as const,
  address: 'x',
});

describe('the gate of refusals', () => {
  it('admits the first of a caller and counts the others, which it hands out when the minute is over', () => {
    const gate = createRefusalGate(LIMITS);
    expect([1, 2, 3, 4].map((second) => gate.admits(nobody('a', second)))).toEqual([true, true, false, false]);
    expect(gate.admits(nobody('b', 5))).toBe(true);
    expect(gate.take(at(59))).toEqual([]);
    expect(gate.take(at(60))).toEqual([{ ...nobody('a', 60), count: 2 }]);
    expect(gate.take(at(61))).toEqual([]);
  });

  it('begins anew with the next minute', () => {
    const gate = createRefusalGate(LIMITS);
    const answers = [0, 1, 2, 60].map((second) => gate.admits(nobody('a', second)));
    expect(answers).toEqual([true, true, false, true]);
  });

  it('tells signed-in callers apart by their id, whatever their address', () => {
    const gate = createRefusalGate(LIMITS);
    expect(['1', '1', '1', '2'].map((id) => gate.admits(applicant(id)))).toEqual([true, true, false, true]);
  });

  it('has one limit for all who are not signed in, however many addresses they have', () => {
    const gate = createRefusalGate({ ...LIMITS, callers: 100 });
    const answers = Array.from({ length: 8 }, (_, index) => gate.admits(nobody(`address ${index}`)));
    expect(answers).toEqual([true, true, true, true, true, false, false, false]);
    expect(gate.admits(applicant('1'))).toBe(true);
    expect(gate.take(at(60))).toHaveLength(3);
  });

  it('keeps a bounded number of callers and counts the others together, as nobody', () => {
    const gate = createRefusalGate({ ...LIMITS, anonymous: 0 });
    for (let index = 0; index < 1000; index += 1) {
      gate.admits(nobody(`address ${index}`));
    }
    const withheld = gate.take(at(60));
    expect(withheld).toHaveLength(5);
    expect(withheld.at(-1)).toEqual({ ...nobody('', 60), address: null, count: 996 });
    expect(withheld.reduce((sum, { count }) => sum + count, 0)).toBe(1000);
  });

  it('counts what is withheld from the start', () => {
    const gate = createRefusalGate(LIMITS);
    gate.withhold(applicant('1'));
    gate.withhold(applicant('1'));
    expect(gate.take(at(1), true)).toEqual([{ ...applicant('1', 1), count: 2 }]);
  });
});
