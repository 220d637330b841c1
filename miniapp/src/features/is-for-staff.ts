import type { ApiError } from '@acceptance/shared';
import type { Problem } from '../api/problem';

/** Problems with a person's identity that only staff can go on with. */
const FOR_STAFF: readonly ApiError['code'][] = [
  'identity.staff_check_needed',
  'identity.name_unprintable',
  'identity.no_record',
  'identity.too_many_attempts',
];

export const isForStaff = ({ code }: Pick<Problem, 'code'>): boolean => code !== null && FOR_STAFF.includes(code);
