import type { DeliveryView, OrderView } from '@acceptance/shared';

export const DELIVERY_STEPS = ['making', 'issued', 'sent', 'received', 'collected'] as const;
export type DeliveryStep = (typeof DELIVERY_STEPS)[number];

export interface DeliveryStepLine {
  readonly step: DeliveryStep;
  /** When it was reached, ISO 8601; null when it was not, or nobody knows. */
  readonly at: string | null;
  /** `now` is the last one that was reached. */
  readonly state: 'past' | 'now' | 'ahead';
}

type Facts = Pick<OrderView, 'status' | 'deliveryWay' | 'timeline'>;

/** What stands for a step in the order's history; the newest entry counts. */
const EVENTS = {
  making: ['start-issuing', 'start-issuing-unpaid'],
  issued: ['issue'],
  completed: ['complete'],
} as const;

const timeOf = (timeline: Facts['timeline'], events: readonly string[]): string | null =>
  timeline
    .filter(({ event }) => events.includes(event))
    .map(({ at }) => at)
    .sort()
    .at(-1) ?? null;

/** How far the UKey has come: made, issued, sent and received, or fetched. A parcel that came back was sent and not received. */
export function deliverySteps(
  { status, deliveryWay, timeline }: Facts,
  delivery: DeliveryView | null,
): DeliveryStepLine[] {
  const [parcel] = delivery?.parcels ?? [];
  const completed = timeOf(timeline, EVENTS.completed);
  const made: readonly (readonly [DeliveryStep, string | null])[] = [
    ['making', timeOf(timeline, EVENTS.making)],
    ['issued', timeOf(timeline, EVENTS.issued)],
  ];
  const handed: readonly (readonly [DeliveryStep, string | null])[] =
    deliveryWay === 'pick-up'
      ? [['collected', delivery?.pickUp?.collectedAt ?? completed]]
      : [
          ['sent', parcel?.sentAt ?? null],
          ['received', parcel?.receivedAt ?? completed],
        ];
  const reached = [...made, ...handed].map(([step, at]) => ({
    step,
    at,
    isReached: at !== null || status === 'completed',
  }));
  const last = reached.map(({ isReached }) => isReached).lastIndexOf(true);
  return reached.map(({ step, at }, index) => ({
    step,
    at,
    state: index === last ? 'now' : index < last ? 'past' : 'ahead',
  }));
}
