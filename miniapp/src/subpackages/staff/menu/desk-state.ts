import { type DeskCount, type DeskWork, endpoints, type StaffView } from '@acceptance/shared';
import { call } from '../../../api/client';
import { staffSession } from '../../../api/sessions';
import { singleFlight } from '../../../features/single-flight';

export interface DeskState {
  /** Who is signed in; null while it is not known. */
  readonly staff: StaffView | null;
  readonly counts: readonly DeskCount[];
}

const NOTHING: DeskState = { staff: null, counts: [] };

let state = NOTHING;
const listeners = new Set<() => void>();

function put(next: DeskState): void {
  state = next;
  for (const listener of [...listeners]) {
    listener();
  }
}

staffSession.onEnded(() => put(NOTHING));

/** Reads both anew. Without an answer what was known stays: the menu is a way to pages, and those say what is wrong. */
const refresh = singleFlight(async (): Promise<void> => {
  const token = staffSession.current();
  const staff = await call(endpoints.staff.readStaff);
  const { counts } = staff.mustEnrolSecondFactor ? { counts: [] } : await call(endpoints.desk.readCounts);
  // Somebody else may have signed in meanwhile.
  if (token && staffSession.current()) {
    put({ staff, counts });
  }
});

/** Who is at the desk and what waits there: one for all pages, so that the menu does not flicker from page to page. */
export const deskState = {
  current: (): DeskState => state,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  refresh: async (): Promise<void> => {
    await refresh().catch(() => undefined);
  },
};

export const countOf = ({ counts }: DeskState, work: DeskWork | null): DeskCount | null =>
  counts.find((count) => count.work === work) ?? null;
