import type { LookKind } from '@acceptance/shared';
import { lookMoments } from './look-moments';

const MINUTE = 60_000;
const NOON = Date.parse('2026-11-23T04:00:00.000Z');
const entry = (staffId: string, minutes: number, action: string) => ({
  at: new Date(NOON + minutes * MINUTE),
  actor: { kind: 'staff' as const, id: staffId, role: 'reviewer' },
  action,
});
const looks = (entries: readonly ReturnType<typeof entry>[]) =>
  lookMoments(
    entries,
    (action) => action as LookKind,
    (staffId) => staffId,
  ).map(({ at, by, seen }) => [(Date.parse(at) - NOON) / MINUTE, by, seen]);

it('is one look what somebody opens within minutes, also while a colleague looks, too', () => {
  expect(
    looks([
      entry('a', 12, 'photo'),
      entry('b', 11, 'form'),
      entry('a', 5, 'photo'),
      entry('a', 4, 'form'),
      entry('a', -30, 'form'),
    ]),
  ).toEqual([
    [4, 'a', ['form', 'photo']],
    [11, 'b', ['form']],
    [-30, 'a', ['form']],
  ]);
});
