import { mostParcelSteps, PARCEL_STATES, type ParcelState } from '@acceptance/shared';
import type { ParcelTrack, TrackedState } from '../../ports/parcel-tracker';
import type { StoredParcel } from './delivery.model';
import { completionOf, DAY_MS, followCourier, mergeSteps, moved, outcomesOf, parcelFields } from './parcel-progress';

const T0 = new Date('2026-12-01T02:00:00Z');
const later = (hours: number): Date => new Date(T0.getTime() + hours * 3_600_000);
const parcelIn = (state: ParcelState, change: Partial<StoredParcel> = {}): StoredParcel => ({
  reference: '0'.repeat(32),
  courier: 'EMS',
  trackingNumber: '1234567890123',
  state,
  stateAt: T0,
  sentAt: T0,
  countsFrom: T0,
  receivedAt: state === 'received' ? T0 : null,
  heardAt: null,
  steps: '',
  settledAs: null,
  note: null,
  alarms: [],
  ...change,
});
const track = (state: TrackedState, ...hours: number[]): ParcelTrack => ({
  state,
  steps: hours.map((hour) => ({ at: later(hour), text: `第 ${hour} 小时` })),
});

const TRACKED: readonly TrackedState[] = ['on-the-way', 'arriving', 'received', 'troubled', 'refused', 'returned'];
/** Written by hand: what a newer word of the courier makes of each state. */
const MOVES: Readonly<Record<ParcelState, readonly TrackedState[]>> = {
  sent: TRACKED,
  'on-the-way': TRACKED,
  arriving: TRACKED,
  troubled: TRACKED,
  received: ['refused', 'returned'],
  refused: ['returned'],
  returned: [],
  lost: [],
};

describe('a word of the courier', () => {
  it.each(PARCEL_STATES)('moves a parcel that is %s only where it may', (state) => {
    for (const said of TRACKED) {
      const after = followCourier({ parcel: parcelIn(state), steps: [] }, track(said, 1), later(2));
      const isMoved = MOVES[state].includes(said) || state === said;
      expect([said, after?.parcel.state]).toEqual([said, isMoved ? said : state]);
    }
  });

  it('that is older than what is known fills in a step and moves nothing', () => {
    const { steps } = track('arriving', 5);
    const after = followCourier({ parcel: parcelIn('arriving'), steps }, track('troubled', 3), later(6));
    expect(after?.parcel.state).toBe('arriving');
    expect(after?.steps.map(({ text }) => text)).toEqual(['第 5 小时', '第 3 小时']);
  });

  it('that is known already is nothing new, and neither is an empty one', () => {
    const said = track('arriving', 5, 3);
    expect(followCourier({ parcel: parcelIn('arriving'), steps: said.steps }, said, later(9))).toBeNull();
    expect(followCourier({ parcel: parcelIn('sent'), steps: [] }, { state: null, steps: [] }, later(9))).toBeNull();
  });

  it('does not take back what staff have said', () => {
    const parcel = parcelIn('refused', { settledAs: 'refused' });
    expect(followCourier({ parcel, steps: [] }, track('returned', 1), later(2))?.parcel.state).toBe('refused');
  });

  it('leaves so many steps, the newest', () => {
    const all = Array.from({ length: mostParcelSteps + 5 }, (_, hour) => hour);
    const merged = mergeSteps([], track('on-the-way', ...all).steps);
    expect(merged).toHaveLength(mostParcelSteps);
    expect(merged[0]?.at).toEqual(later(mostParcelSteps + 4));
  });
});

describe('the day on which an order completes itself', () => {
  it('is 7 days after the receipt, 15 after sending, and never while something is wrong', () => {
    const days = (parcel: StoredParcel) => {
      const at = completionOf(parcel);
      return at && (at.getTime() - T0.getTime()) / DAY_MS;
    };
    expect(days(parcelIn('sent'))).toBe(15);
    expect(days(parcelIn('received'))).toBe(7);
    for (const state of ['troubled', 'refused', 'returned', 'lost'] as const) {
      expect(days(parcelIn(state))).toBeNull();
    }
    expect(days(parcelIn('on-the-way', { alarms: ['silent'] }))).toBeNull();
  });

  it('counts anew from when a parcel was set right', () => {
    const found = moved(parcelIn('lost'), 'on-the-way', { at: later(240), now: later(240) });
    expect(completionOf(found)).toEqual(new Date(later(240).getTime() + 15 * DAY_MS));
  });
});

describe('a delivery', () => {
  it('lies in the drawer of its newest parcel', () => {
    const stage = (state: ParcelState, completedAt: Date | null = null) =>
      parcelFields({ completedAt }, [parcelIn('returned'), parcelIn(state)], T0).stage;
    expect(PARCEL_STATES.map((state) => stage(state))).toEqual([
      'under-way',
      'under-way',
      'under-way',
      'done',
      'troubled',
      'troubled',
      'troubled',
      'troubled',
    ]);
    expect([stage('arriving', T0), stage('lost', T0)]).toEqual(['done', 'troubled']);
    expect(parcelFields({ completedAt: null }, [], T0)).toEqual({});
  });

  it('has an outcome to say in every state but one that is over', () => {
    expect(outcomesOf(null)).toEqual([]);
    expect(PARCEL_STATES.filter((state) => outcomesOf(parcelIn(state)).length === 0)).toEqual(['returned']);
    expect(outcomesOf(parcelIn('lost'))).toEqual(['found']);
  });
});
