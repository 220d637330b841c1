import type { Act } from '../audit-record';

const AT = Date.parse('2026-11-23T02:00:00.000Z');

/** The act number `n` of a made-up day: another object and time each. */
export const sampleAct = (n: number, change: Partial<Act> = {}): Act => ({
  at: new Date(AT + n * 1000),
  actor: { kind: 'staff', id: '0123456789abcdef01234567', role: 'reviewer' },
  action: 'staff.readOrderFile',
  object: `file:${n.toString(16).padStart(24, '0')}`,
  partOf: 'order:0123456789abcdef01234567',
  address: 'ab'.repeat(32),
  outcome: 'done',
  requestId: '6f1ed002-ab55-4c2f-9a6b-000000000000',
  ...change,
});

export const sampleActs = (count: number): Act[] => Array.from({ length: count }, (_, index) => sampleAct(index + 1));
