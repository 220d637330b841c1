import { isDaytime } from './daytime';

test.each([
  ['2026-11-29T23:59:59.999Z', false],
  ['2026-11-30T00:00:00.000Z', true],
  ['2026-11-30T11:59:59.999Z', true],
  ['2026-11-30T12:00:00.000Z', false],
  ['2026-11-30T16:00:00.000Z', false],
])('at %s people in China are awake: %p', (moment, awake) => {
  expect(isDaytime(new Date(moment))).toBe(awake);
});
