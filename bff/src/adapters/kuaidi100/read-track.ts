import * as v from 'valibot';
import type { ParcelStep, ParcelTrack, TrackedState } from '../../ports/parcel-tracker';

/** A parcel with more scans than that is going in circles; the newest tell where it is. */
const MOST_STEPS = 200;
const LONGEST_TEXT = 300;

/** `state` (快递单当前状态): 在途, 揽收, 疑难, 签收, 退签, 派件, 退回, 转投, 清关, 清关异常, 拒签. */
const STATES: Readonly<Record<string, TrackedState>> = {
  '0': 'on-the-way',
  '1': 'on-the-way',
  '2': 'troubled',
  '3': 'received',
  '4': 'returned',
  '5': 'arriving',
  '6': 'returned',
  '7': 'on-the-way',
  '8': 'on-the-way',
  '13': 'troubled',
  '14': 'refused',
};

/** China's time, which has no summer time: `2026-11-27 09:30:00`. */
const time = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
  v.transform((text) => new Date(`${text.replace(' ', 'T')}+08:00`)),
  v.check((at) => !Number.isNaN(at.getTime())),
);
const stepSchema = v.union([
  v.object({ ftime: time, context: v.string() }),
  v.pipe(
    v.object({ time, context: v.string() }),
    v.transform(({ time: at, context }) => ({ ftime: at, context })),
  ),
]);

/** What an answer to a query and the `lastResult` of a notice have in common. */
export const trackSchema = v.pipe(
  v.object({
    nu: v.string(),
    state: v.optional(v.pipe(v.union([v.string(), v.number()]), v.transform(String))),
    data: v.optional(v.array(stepSchema), []),
  }),
  v.transform(({ nu, state, data }): ParcelTrack & { readonly trackingNumber: string } => ({
    trackingNumber: nu,
    ...trackOf(state, data),
  })),
);

/** Newest first already, but a courier's clock may differ from the next one's: sorted by time, else as it came. */
function trackOf(state: string | undefined, data: readonly v.InferOutput<typeof stepSchema>[]): ParcelTrack {
  const steps = data.map(({ ftime, context }): ParcelStep => ({ at: ftime, text: context.slice(0, LONGEST_TEXT) }));
  steps.sort((one, other) => other.at.getTime() - one.at.getTime());
  return {
    // Without one scan a state says nothing: a notice that gives up calls a number nobody knows 在途.
    state: steps.length === 0 ? null : (STATES[state ?? ''] ?? 'on-the-way'),
    steps: steps.slice(0, MOST_STEPS),
  };
}
