import { isDaytime, quietUntil, readQuietHours } from './quiet-hours';

const beijing = (time: string) => new Date(`${time}+08:00`);
const until = (hours: string, time: string) => quietUntil(readQuietHours(hours), beijing(time));

describe('quiet hours', () => {
  it.each([
    ['22:00-08:00', '2026-11-23T21:59:59', null],
    ['22:00-08:00', '2026-11-23T22:00:00', '2026-11-24T08:00:00'],
    ['22:00-08:00', '2026-11-23T23:59:59', '2026-11-24T08:00:00'],
    ['22:00-08:00', '2026-11-24T00:00:00', '2026-11-24T08:00:00'],
    ['22:00-08:00', '2026-11-24T07:59:59', '2026-11-24T08:00:00'],
    ['22:00-08:00', '2026-11-24T08:00:00', null],
    ['12:00-13:30', '2026-11-24T12:30:20', '2026-11-24T13:30:00'],
    ['12:00-13:30', '2026-11-24T13:30:00', null],
  ])('%s: at %s a message waits until %s', (hours, time, end) => {
    expect(until(hours, time)).toEqual(end === null ? null : beijing(end));
  });

  it('are none where none are set', () => {
    expect(quietUntil(null, beijing('2026-11-24T03:00:00'))).toBeNull();
  });

  it.each(['', '22-8', '22:00-22:00', '24:00-08:00', '22:00-08:00,12:00-13:00'])('are not read from %p', (text) => {
    expect(readQuietHours(text)).toBeNull();
  });
});

test.each([
  ['2026-11-29T23:59:59.999Z', false],
  ['2026-11-30T00:00:00.000Z', true],
  ['2026-11-30T11:59:59.999Z', true],
  ['2026-11-30T12:00:00.000Z', false],
  ['2026-11-30T16:00:00.000Z', false],
])('at %s people in China are awake: %p', (moment, awake) => {
  expect(isDaytime(new Date(moment))).toBe(awake);
});
