import { validityFrom } from './certificate-validity';

const validity = (from: string, months: number) => {
  const { notBefore, notAfter } = validityFrom(new Date(from), months);
  return [notBefore.toISOString(), notAfter.toISOString()];
};

describe('the validity of a certificate', () => {
  it.each([
    ['a year', '2026-11-28T08:30:15.987Z', 12, '2026-11-28T08:30:15.000Z', '2027-11-28T08:30:14.000Z'],
    [
      'two years over a leap day',
      '2028-02-29T00:00:00.000Z',
      24,
      '2028-02-29T00:00:00.000Z',
      '2030-02-27T23:59:59.000Z',
    ],
    ['a month that is shorter', '2026-01-31T12:00:00.000Z', 1, '2026-01-31T12:00:00.000Z', '2026-02-28T11:59:59.000Z'],
    ['past the end of the year', '2026-12-31T23:59:59.999Z', 2, '2026-12-31T23:59:59.000Z', '2027-02-28T23:59:58.000Z'],
  ])('of %s', (_title, from, months, notBefore, notAfter) => {
    expect(validity(from, months)).toEqual([notBefore, notAfter]);
  });
});
