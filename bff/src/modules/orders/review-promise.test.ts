import { reviewPromisedBy } from './review-promise';

// 17:00 in Beijing is 09:00 UTC. 23 November 2026 is a Monday.
it.each([
  ['Monday morning', '2026-11-23T10:00:00+08:00', '2026-11-24T09:00:00.000Z'],
  ['Monday after closing', '2026-11-23T23:59:59+08:00', '2026-11-24T09:00:00.000Z'],
  ['Monday just after midnight, still Sunday in UTC', '2026-11-23T00:00:00+08:00', '2026-11-24T09:00:00.000Z'],
  ['Thursday', '2026-11-26T10:00:00+08:00', '2026-11-27T09:00:00.000Z'],
  ['Friday, over the weekend', '2026-11-27T10:00:00+08:00', '2026-11-30T09:00:00.000Z'],
  ['Saturday', '2026-11-28T10:00:00+08:00', '2026-11-30T09:00:00.000Z'],
  ['Sunday', '2026-11-29T10:00:00+08:00', '2026-11-30T09:00:00.000Z'],
  ['the last day of the year', '2026-12-31T10:00:00+08:00', '2027-01-01T09:00:00.000Z'],
])('promises the review of an application of %s by 17:00 of the next weekday', (_title, submittedAt, promised) => {
  expect(reviewPromisedBy(new Date(submittedAt)).toISOString()).toBe(promised);
});
