import type { AppError } from '@acceptance/shared';
import type { Problem } from '../api/problem';
import { dial } from '../platform/dial';
import { TROUBLE_TEXT } from '../text/troubles';
import { useSettings } from './settings';

/** Problems with a person's identity that only staff can go on with. */
const FOR_STAFF: readonly AppError['code'][] = [
  'identity.staff_check_needed',
  'identity.name_unprintable',
  'identity.no_record',
  'identity.too_many_attempts',
];

export const isForStaff = ({ code }: Pick<Problem, 'code'>): boolean => code !== null && FOR_STAFF.includes(code);

/** The button beside such a problem: calls the service desk. */
export function useCallService(problem: Problem | null): { label: string; onTap: () => void } | undefined {
  const phone = useSettings().data?.servicePhone;
  return phone && problem && isForStaff(problem)
    ? { label: TROUBLE_TEXT.call(phone), onTap: () => dial(phone) }
    : undefined;
}
