import type { Problem } from '../api/problem';
import { dial } from '../platform/dial';
import { TROUBLE_TEXT } from '../text/troubles';
import { isForStaff } from './is-for-staff';
import { useSettings } from './settings';

/** The button beside a problem that only staff can go on with: calls the service desk. */
export function useCallService(problem: Problem | null): { label: string; onTap: () => void } | undefined {
  const phone = useSettings().data?.servicePhone;
  return phone && problem && isForStaff(problem)
    ? { label: TROUBLE_TEXT.call(phone), onTap: () => dial(phone) }
    : undefined;
}
