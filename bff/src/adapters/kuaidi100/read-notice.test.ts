import { createHash, createHmac } from 'node:crypto';
import { PortError } from '../../ports/port-error';
import { readNotice } from './read-notice';

const SALT = 'salt';
const reference = 'parcel-1';

/** A notice as the service would sign it, whatever is in it. */
function signed(param: string): { body: string; reference: string } {
  const salt = createHmac('sha256', SALT).update(reference).digest('hex').slice(0, 32);
  const sign = createHash('md5').update(`${param}${salt}`).digest('hex');
  return { body: new URLSearchParams({ param, sign }).toString(), reference };
}
const notice = (lastResult: object, status = 'polling') => signed(JSON.stringify({ status, lastResult }));
const step = (time: string, context = '到达') => ({ time, context });

it('takes the sign in small letters, as some of its servers write it', () => {
  expect(readNotice(notice({ nu: '1', state: '0', data: [step('2026-11-27 10:00:00')] }), SALT).state).toBe(
    'on-the-way',
  );
});

it('calls a state that the documents do not name on the way, as far as anybody knows', () => {
  expect(readNotice(notice({ nu: '1', state: '99', data: [step('2026-11-27 10:00:00')] }), SALT).state).toBe(
    'on-the-way',
  );
});

it('sorts steps that two couriers wrote down by different clocks, keeps 200 of them and shortens their texts', () => {
  const data = Array.from({ length: 250 }, (_, index) =>
    step(`2026-11-27 10:${String(index % 60).padStart(2, '0')}:00`, '长'.repeat(1000)),
  );
  const { steps } = readNotice(notice({ nu: '1', state: '0', data }), SALT);
  expect(steps).toHaveLength(200);
  expect(steps[0]?.at).toEqual(new Date('2026-11-27T02:59:00Z'));
  expect(steps.every(({ at }, index) => index === 0 || at <= (steps[index - 1]?.at ?? at))).toBe(true);
  expect(new Set(steps.map(({ text }) => text.length))).toEqual(new Set([300]));
});

it.each([
  ['no JSON', signed('{')],
  ['no parcel', signed('{"status":"polling"}')],
  ['a status that there is not', notice({ nu: '1', data: [] }, 'finished')],
  ['a time that is none', notice({ nu: '1', data: [step('2026-13-40 10:00:00')] })],
  ['a step without words', notice({ nu: '1', data: [{ time: '2026-11-27 10:00:00' }] })],
])('refuses a signed notice with %s', (_what, bad) => {
  expect(() => readNotice(bad, SALT)).toThrow(new PortError('parcel-tracker', 'rejected', 'NOT-A-NOTICE'));
});
