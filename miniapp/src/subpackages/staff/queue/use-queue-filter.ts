import { useEffect, useState } from 'react';
import { localStorage } from '../../../platform/storage';
import { useDeskState } from '../menu/use-desk-state';
import { ALL_SUBMITTED, type KeptFilters, type QueueFilter, readKeptFilters, withSaved } from './queue-filter';

const keyFor = (staffId: string): string => `desk-filters:${staffId}`;

/**
 * The filter of the queue, and those that the member has named; kept on this device under the member's id, for they are a
 * habit of the eye at this screen and nothing that others need.
 */
export function useQueueFilter() {
  const staffId = useDeskState().staff?.id ?? null;
  const [kept, setKept] = useState<KeptFilters>({ last: ALL_SUBMITTED, saved: [] });
  useEffect(() => {
    if (staffId) {
      setKept(readKeptFilters(localStorage.read(keyFor(staffId))));
    }
  }, [staffId]);
  const keep = (next: KeptFilters): void => {
    setKept(next);
    if (staffId) {
      localStorage.write(keyFor(staffId), next);
    }
  };
  return {
    filter: kept.last,
    saved: kept.saved,
    choose: (last: QueueFilter) => keep({ ...kept, last }),
    /** False: there is room for no more. */
    save(name: string): boolean {
      const saved = withSaved(kept.saved, { name, filter: kept.last });
      if (saved) {
        keep({ ...kept, saved });
      }
      return saved !== null;
    },
    forget: (name: string) => keep({ ...kept, saved: kept.saved.filter((each) => each.name !== name) }),
  };
}
export type QueueFilters = ReturnType<typeof useQueueFilter>;
