import {
  type ClientInput,
  endpoints,
  FACE_CONSENT_VERSION,
  type FaceCheckView,
  IDENTITY_CONSENT_VERSION,
} from '@acceptance/shared';
import type { FaceCheckRecord } from '../../bff/src/modules/face-checks';
import type { StoryContext } from '../../scripts/story/story-context';
import type { TestSystem } from './test-system';

export type FaceBody = ClientInput<typeof endpoints.faceChecks.startCheck>['body'];

export function startFaceCheck(
  { applicant, person }: StoryContext,
  change: Partial<FaceBody> = {},
): Promise<FaceCheckView> {
  const { name, idNumber } = person;
  const consents = { consentVersion: IDENTITY_CONSENT_VERSION, faceConsentVersion: FACE_CONSENT_VERSION };
  return applicant.call(endpoints.faceChecks.startCheck, { body: { name, idNumber, ...consents, ...change } });
}

export const readFaceResult = ({ applicant }: StoryContext, { id: faceCheckId }: Pick<FaceCheckView, 'id'>) =>
  applicant.call(endpoints.faceChecks.readResult, { params: { faceCheckId } });

/** Plays the person in front of the camera. `errCode`: how the vendor's page ends; 0 is a pass. */
export async function showFace(check: FaceCheckView, errCode = 0): Promise<void> {
  const answer = await fetch(check.url!, { method: 'POST', body: `errCode=${errCode}`, redirect: 'manual' });
  if (answer.status !== 303) {
    throw new Error(`the page of the face check answered ${answer.status}`);
  }
}

export async function storedFaceCheck(system: TestSystem, { id }: FaceCheckView): Promise<FaceCheckRecord> {
  return (await system.container().faceChecks.findOne({ _id: id }).lean<FaceCheckRecord>())!;
}

/** Requests that the vendor got of one kind. */
export const askedOfVendor = (system: TestSystem, wanted: 'DetectAuth' | 'GetDetectInfoEnhanced'): number =>
  system.standIns.requests.list('tencent-cloud').filter(({ operation }) => operation === wanted).length;
