import { type DeliveryStage, mostParcelSteps, type ParcelOutcome, type ParcelState } from '@acceptance/shared';
import type { ParcelStep, ParcelTrack, TrackedState } from '../../ports/parcel-tracker';
import type { DeliveryRecord, StoredParcel } from './delivery.model';

export const DAY_MS = 24 * 3_600_000;
/** Days after which an order is completed by itself: after its parcel was received, or sent and nothing known to be wrong. */
export const RECEIVED_DAYS = 7;
export const SENT_DAYS = 15;

const ANY: readonly TrackedState[] = ['on-the-way', 'arriving', 'received', 'troubled', 'refused', 'returned'];

/**
 * What a courier may make of each state. Received is never undone but by a way back; what goes back is "received" by us, not
 * by the receiver; lost is ours to say, and ours to take back.
 */
const COURIER_MAY: Readonly<Record<ParcelState, readonly TrackedState[]>> = {
  sent: ANY,
  'on-the-way': ANY,
  arriving: ANY,
  troubled: ANY,
  received: ['refused', 'returned'],
  refused: ['returned'],
  returned: [],
  lost: [],
};

/** What staff may say in each state. */
const STAFF_MAY: Readonly<Record<ParcelState, readonly ParcelOutcome[]>> = {
  sent: ['received', 'returned', 'refused', 'lost'],
  'on-the-way': ['received', 'returned', 'refused', 'lost'],
  arriving: ['received', 'returned', 'refused', 'lost'],
  troubled: ['received', 'returned', 'refused', 'lost'],
  // A courier says so, and the receiver knows of nothing.
  received: ['returned', 'lost'],
  refused: ['returned', 'lost'],
  returned: [],
  lost: ['found'],
};
export const outcomesOf = (parcel: StoredParcel | null): readonly ParcelOutcome[] =>
  parcel ? STAFF_MAY[parcel.state] : [];

/** States in which something is wrong. */
const TROUBLES: readonly ParcelState[] = ['troubled', 'refused', 'returned', 'lost'];
export const isTrouble = (state: ParcelState): boolean => TROUBLES.includes(state);
/** States after which the UKey is at the desk again, or on its way to it. */
export const cameBack = (state: ParcelState): boolean => state === 'refused' || state === 'returned';
/** States in which more is expected of the courier. */
const UNDER_WAY: readonly ParcelState[] = ['sent', 'on-the-way', 'arriving', 'troubled'];

const keyOf = ({ at, text }: ParcelStep): string => `${at.getTime()}|${text}`;

/** All steps of both, each once, the newest first, at most so many as are kept. */
export function mergeSteps(known: readonly ParcelStep[], said: readonly ParcelStep[]): ParcelStep[] {
  const all = new Map([...known, ...said].map((step) => [keyOf(step), step]));
  return [...all.values()].sort((one, other) => other.at.getTime() - one.at.getTime()).slice(0, mostParcelSteps);
}

/** A parcel with its steps opened. */
export interface OpenParcel {
  readonly parcel: StoredParcel;
  readonly steps: readonly ParcelStep[];
}

/**
 * A parcel after the courier has spoken. Late, repeated and reordered words only fill in steps: the state follows what is
 * newer than all that was known, and never what staff have said. Null: nothing new.
 */
export function followCourier({ parcel, steps }: OpenParcel, track: ParcelTrack, now: Date): OpenParcel | null {
  const merged = mergeSteps(steps, track.steps);
  const isNew =
    merged.length !== steps.length || merged.some((step, index) => keyOf(step) !== keyOf(steps[index] ?? step));
  const newest = track.steps[0]?.at ?? null;
  const { state } = track;
  const mayMove = state !== null && newest !== null && parcel.settledAs === null && newest >= (steps[0]?.at ?? newest);
  const moves = mayMove && state !== parcel.state && COURIER_MAY[parcel.state].includes(state);
  if (!isNew && !moves) {
    return null;
  }
  const heard: StoredParcel = { ...parcel, heardAt: now, alarms: parcel.alarms.filter((alarm) => alarm !== 'silent') };
  return { parcel: moves ? moved(heard, state, { at: newest, now }) : heard, steps: merged };
}

/** A parcel in another state. `at`: since when, as it was said. */
export function moved(parcel: StoredParcel, state: ParcelState, { at, now }: { at: Date; now: Date }): StoredParcel {
  const rightsItself = isTrouble(parcel.state) && !isTrouble(state);
  return {
    ...parcel,
    state,
    stateAt: at,
    receivedAt: state === 'received' ? at : null,
    countsFrom: rightsItself ? now : parcel.countsFrom,
    alarms: parcel.alarms.filter((alarm) => alarm !== 'held-up' || state === 'troubled'),
  };
}

/** When the order is completed by itself; null while something is known to be wrong. */
export function completionOf(parcel: StoredParcel): Date | null {
  const { state, receivedAt, countsFrom, alarms } = parcel;
  if (receivedAt && state === 'received') {
    return new Date(receivedAt.getTime() + RECEIVED_DAYS * DAY_MS);
  }
  const isWrong = isTrouble(state) || alarms.length > 0;
  return isWrong ? null : new Date(countsFrom.getTime() + SENT_DAYS * DAY_MS);
}

function stageOf(parcel: StoredParcel): DeliveryStage {
  if (parcel.state === 'received') {
    return 'done';
  }
  return isTrouble(parcel.state) || parcel.alarms.length > 0 ? 'troubled' : 'under-way';
}

export const numberKey = (courier: string, trackingNumber: string): string => `${courier}|${trackingNumber}`;

/** What follows from the parcels of a delivery; they are written together. */
export function parcelFields(
  { completedAt }: Pick<DeliveryRecord, 'completedAt'>,
  parcels: readonly StoredParcel[],
  now: Date,
): Partial<DeliveryRecord> {
  const newest = parcels.at(-1);
  if (!newest) {
    return {};
  }
  const isOver = completedAt !== null && !isTrouble(newest.state);
  return {
    parcels: [...parcels],
    numbers: parcels.map(({ courier, trackingNumber }) => numberKey(courier, trackingNumber)),
    courier: newest.courier,
    stage: isOver ? 'done' : stageOf(newest),
    completesAt: completedAt ? null : completionOf(newest),
    watchAt: isOver || !UNDER_WAY.includes(newest.state) ? null : new Date(now.getTime() + DAY_MS),
  };
}
