import { readOfficeHours } from '../../calendar/office-hours';
import { packagedDays } from '../../calendar/statutory-days';
import { createWorkingCalendar } from '../../calendar/working-calendar';
import type { OrderRecord } from './order.model';
import { pausedMinutes, reviewMinutesLeft, reviewPromisedBy, reviewRestAt } from './review-promise';

const calendar = createWorkingCalendar({ days: packagedDays(), officeHours: readOfficeHours('09:00-17:30')! });
const beijing = (text: string) => new Date(`${text}:00+08:00`);
const orderOf = (fields: Partial<OrderRecord>, project: { reviewWorkingDays?: number } = {}) =>
  ({ status: 'submitted', submittedAt: null, project, ...fields }) as OrderRecord;

it('gives a project the working days that it has, one where it says none', () => {
  const at = beijing('2026-09-30T15:00');
  expect(reviewPromisedBy(calendar, orderOf({}), at)).toEqual(beijing('2026-10-08T15:00'));
  expect(reviewPromisedBy(calendar, orderOf({}, { reviewWorkingDays: 3 }), at)).toEqual(beijing('2026-10-10T15:00'));
});

describe('while the applicant has it', () => {
  const submitted = orderOf({ submittedAt: beijing('2026-11-27T16:30') });

  it('keeps what was left when it was returned, however long it takes them', () => {
    const reviewRestMs = reviewRestAt(calendar, submitted, beijing('2026-11-30T11:00'));
    const returned = orderOf({ status: 'returned', reviewRestMs });
    expect(pausedMinutes(returned)).toBe(5.5 * 60);
    expect(reviewMinutesLeft(calendar, returned, beijing('2026-12-20T11:00'))).toBe(5.5 * 60);
    const again = reviewPromisedBy(calendar, returned, beijing('2026-12-11T16:00'));
    expect(again).toEqual(beijing('2026-12-14T13:00'));
    expect(reviewMinutesLeft(calendar, orderOf({ reviewPromisedBy: again }), beijing('2026-12-14T12:00'))).toBe(60);
  });

  it('leaves half a working day at least, even where the first review was late', () => {
    const reviewRestMs = reviewRestAt(calendar, submitted, beijing('2026-12-02T11:00'));
    expect(pausedMinutes(orderOf({ status: 'returned', reviewRestMs }))).toBe(4.25 * 60);
    const back = orderOf({ reviewRestMs, submittedAt: beijing('2026-12-03T09:00') });
    expect(reviewRestAt(calendar, back, beijing('2026-12-03T10:00'))).toBe(4.25 * 3_600_000);
  });
});

it('is negative when it is late, and nothing where there is no review', () => {
  const late = orderOf({ reviewPromisedBy: beijing('2026-11-27T17:00') });
  expect(reviewMinutesLeft(calendar, late, beijing('2026-11-30T09:30'))).toBe(-60);
  expect(reviewMinutesLeft(calendar, late, beijing('2026-11-29T09:30'))).toBe(-30);
  expect(reviewMinutesLeft(calendar, orderOf({ status: 'approved' }), beijing('2026-11-30T09:30'))).toBeNull();
});
