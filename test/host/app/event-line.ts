import type { Activity } from './activity';

/** The way from the view to the code: in the order in which things happened, as late as the phone is slow. */
export interface EventLine {
  /** At once where nothing takes time. */
  deliver(work: () => void): void;
  /** When all that happened so far has been delivered; null: it has. */
  delivered(): Promise<void> | null;
}

export function createEventLine(activity: Activity, toLogicMs: () => number): EventLine {
  let underWay = 0;
  const deliver: EventLine['deliver'] = (work) => {
    const ms = toLogicMs();
    if (ms === 0 && underWay === 0) {
      work();
      return;
    }
    underWay += 1;
    activity.later(() => {
      underWay -= 1;
      work();
    }, ms);
  };
  return {
    deliver,
    delivered: () => (toLogicMs() === 0 && underWay === 0 ? null : new Promise((done) => deliver(done))),
  };
}
