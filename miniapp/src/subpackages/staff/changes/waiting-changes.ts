import { endpoints, type StaffChange } from '@acceptance/shared';
import { call } from '../../../api/client';
import { useLoad } from '../../../features/use-load';

const isPending = ({ state }: StaffChange): boolean => state === 'waiting' || state === 'approved';

/** Changes of colleagues' rights that have not taken effect yet: everybody on the staff is told of them. */
export const useWaitingChanges = () =>
  useLoad(async () => (await call(endpoints.staff.listChanges)).items.filter(isPending), 'staff-changes');
