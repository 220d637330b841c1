import { type ClientInput, endpoints, IDENTITY_CONSENT_VERSION, type OwnIdentityCheck } from '@acceptance/shared';
import type { IdentityCheckRecord } from '../../bff/src/modules/identity-checks';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import type { StaffClient } from './staff-people';
import { meet } from './story-people';
import type { TestSystem } from './test-system';

export type CheckBody = ClientInput<typeof endpoints.identityChecks.requestCheck>['body'];

/** Somebody who is not verified and has an application with photos of both sides. */
export const unproved = (system: TestSystem): Promise<StoryContext> =>
  meet(system, 'sign-in', 'start', 'particulars', 'id-card');

/** Asks staff to check the person of the story. */
export function requestCheck(context: StoryContext, change: Partial<CheckBody> = {}): Promise<OwnIdentityCheck> {
  const { name, idNumber } = context.person;
  const body = {
    orderId: orderOf(context).id,
    name,
    idNumber,
    reason: 'contested',
    consentVersion: IDENTITY_CONSENT_VERSION,
    ...change,
  } as const;
  return context.applicant.call(endpoints.identityChecks.requestCheck, { body });
}

/** The newest check about the story's application, as it is stored. */
export async function storedCheck(system: TestSystem, context: StoryContext): Promise<IdentityCheckRecord> {
  const check = await system
    .container()
    .identityChecks.findOne({ orderId: orderOf(context).id })
    .sort({ _id: -1 })
    .lean<IdentityCheckRecord>();
  return check!;
}

export const readCheck = (staff: StaffClient, identityCheckId: string) =>
  staff.call(endpoints.identityChecks.readCheck, { params: { identityCheckId } });
export const listChecks = async (staff: StaffClient) =>
  (await staff.call(endpoints.identityChecks.listChecks, {})).items;
/** The newest check about the story's application, as a member of staff opens it. */
export const openCheck = async (system: TestSystem, staff: StaffClient, context: StoryContext) =>
  readCheck(staff, (await storedCheck(system, context))._id.toHexString());
export const readIdentityState = ({ applicant }: StoryContext) => applicant.call(endpoints.identity.readState, {});
export const confirmCheck = (staff: StaffClient, { id, revision }: { id: string; revision: number }) =>
  staff.call(endpoints.identityChecks.confirmCheck, { params: { identityCheckId: id }, body: { revision } });
/** Uploads a picture of the name, as a member of staff who has cut it out of the photo. */
export const putNamePicture = (
  staff: StaffClient,
  { id }: { id: string },
  picture: Uint8Array,
  mediaType = 'image/png',
) =>
  staff.call(endpoints.identityChecks.putNamePicture, {
    params: { identityCheckId: id },
    file: { bytes: picture, mediaType, fileName: 'name.png' },
  });
export const refuseCheck = (staff: StaffClient, { id, revision }: { id: string; revision: number }, reason: string) =>
  staff.call(endpoints.identityChecks.refuseCheck, { params: { identityCheckId: id }, body: { revision, reason } });
