import { AppError } from '@acceptance/shared';
import { problemOf } from '../api/problem';
import { isForStaff } from './is-for-staff';

describe('a problem that only staff can go on with', () => {
  it.each([
    ['identity.staff_check_needed', true],
    ['identity.no_record', true],
    ['identity.mismatch', false],
    ['identity.unavailable', false],
  ] as const)('%s: %p', (code, expected) => {
    expect(isForStaff(problemOf(new AppError(code)))).toBe(expected);
  });
});
