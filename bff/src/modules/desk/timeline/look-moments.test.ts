import { endpoints } from '@acceptance/shared';
import { lookMoments } from './look-moments';

const MINUTE = 60_000;
const NOON = Date.parse('2026-11-23T04:00:00.000Z');
const FORM = endpoints.staff.readOrder.id;
const PHOTO = endpoints.staff.readOrderFile.id;
const entry = (staffId: string, minutes: number, action: string, role = 'reviewer') => ({
  at: new Date(NOON + minutes * MINUTE),
  actor: { kind: 'staff' as const, id: staffId, role },
  action,
});
const looks = (entries: readonly ReturnType<typeof entry>[]) =>
  lookMoments(entries, (staffId) => staffId).map(({ at, by, seen }) => [(Date.parse(at) - NOON) / MINUTE, by, seen]);

it('is one look what somebody opens within minutes, also while a colleague looks, too', () => {
  expect(
    looks([
      entry('a', 12, PHOTO),
      entry('b', 11, FORM),
      entry('a', 5, PHOTO),
      entry('a', 4, FORM),
      entry('a', -30, FORM),
    ]),
  ).toEqual([
    [4, 'a', ['form', 'photo']],
    [11, 'b', ['form']],
    [-30, 'a', ['form']],
  ]);
});

it('says of who does not review what they saw, as the applicant reads it: how it stands, not what was typed', () => {
  expect(looks([entry('f', 1, FORM, 'finance')])).toEqual([[1, 'f', ['progress']]]);
});
