import { staffOf } from '../../http/actor-of';
import type { RequestContext } from '../../http/request-context';

/** The member of staff who asks. */
export interface StaffCaller {
  readonly staffId: string;
  readonly sessionId: string;
  readonly address: string;
  /** The page that calls; null: none is said. */
  readonly origin: string | null;
  readonly now: Date;
}

export function staffCallerOf(context: RequestContext): StaffCaller {
  const { id: staffId, sessionId } = staffOf(context);
  const { address, origin, now } = context;
  return { staffId, sessionId, address, origin, now };
}
