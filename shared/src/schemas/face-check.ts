import * as v from 'valibot';
import { objectIdSchema, timestampSchema } from './identifiers';

/**
 * Why a face check ended without proving the person. `unclear` to `no-photo`: what was seen or is on record;
 * `too-many`: the vendor lets nobody try any more with this check; `interrupted`: it broke off; `provider`: a fault of the vendor's.
 */
export const FACE_FAILURES = [
  'unclear',
  'not-live',
  'several-faces',
  'other-person',
  'mismatch',
  'no-photo',
  'too-many',
  'interrupted',
  'provider',
] as const;
export type FaceFailure = (typeof FACE_FAILURES)[number];

/** `closed`: nobody needs it any more, the person was verified otherwise or began again with other data. */
export const FACE_CHECK_STATES = ['open', 'passed', 'failed', 'expired', 'closed'] as const;
export type FaceCheckState = (typeof FACE_CHECK_STATES)[number];

/** Which text of the consent to a face check was agreed to; without one the consent is missing, an error of its own. */
export const faceConsentVersionSchema = v.optional(v.pipe(v.string(), v.maxLength(20)), '');

export const faceCheckSchema = v.object({
  id: objectIdSchema,
  state: v.picklist(FACE_CHECK_STATES),
  failure: v.nullable(v.picklist(FACE_FAILURES)),
  /** Where the person shows their face; null once that is over. */
  url: v.nullable(v.pipe(v.string(), v.url())),
  /** Until when it can be done. */
  expiresAt: timestampSchema,
});
export type FaceCheckView = v.InferOutput<typeof faceCheckSchema>;

export const faceStateSchema = v.object({
  /** Checks that can be begun today, by Beijing's day. */
  startsLeft: v.number(),
  /** The last one, if it was begun within a day. */
  check: v.nullable(faceCheckSchema),
});
export type FaceState = v.InferOutput<typeof faceStateSchema>;
