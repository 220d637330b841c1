import { AppError, type ErrorCode } from '@acceptance/shared';
import { hasSecondAdministrator, refuseNewMember } from './role-age';
import type { StaffModel } from './staff.model';
import type { SecondFactorPolicy } from './staff-accounts';
import type { StaffCaller } from './staff-caller';

export interface DraftPublicationNeeds {
  readonly staffMembers: StaffModel;
  readonly staffPolicy: SecondFactorPolicy;
}

/** Who has saved a draft last, and when; null: nobody of the staff. */
export interface SavedDraft {
  readonly savedBy: string | null;
  readonly savedAt: Date;
}

/** Where there is nobody else, this is the time in which the others on the staff can see the draft and object. */
const WAIT_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;

type Publication =
  | { readonly may: 'allowed' | 'another-administrator'; readonly from: null }
  | { readonly may: 'time'; readonly from: Date };

/** Whether an administrator may publish a draft. */
export async function publicationOf(
  needs: DraftPublicationNeeds,
  draft: SavedDraft,
  { staffId, now }: Pick<StaffCaller, 'staffId' | 'now'>,
): Promise<Publication> {
  if (draft.savedBy !== staffId) {
    return { may: 'allowed', from: null };
  }
  if (await hasSecondAdministrator(needs, staffId, now)) {
    return { may: 'another-administrator', from: null };
  }
  const from = new Date(draft.savedAt.getTime() + WAIT_MS);
  return from > now ? { may: 'time', from } : { may: 'allowed', from: null };
}

/** The area's own words for it. */
export interface PublicationRefusals {
  readonly secondAdministrator: ErrorCode;
  readonly tooEarly: ErrorCode;
}

/** @throws AppError one of `refusals`, staff.role_too_new */
export async function refusePublication(
  needs: DraftPublicationNeeds,
  draft: SavedDraft,
  caller: StaffCaller,
  refusals: PublicationRefusals,
): Promise<void> {
  const { may, from } = await publicationOf(needs, draft, caller);
  if (may === 'another-administrator') {
    throw new AppError(refusals.secondAdministrator);
  }
  if (may === 'time') {
    const hours = Math.ceil((from.getTime() - caller.now.getTime()) / HOUR_MS);
    throw new AppError(refusals.tooEarly, { details: { hours } });
  }
  if (draft.savedBy !== caller.staffId) {
    await refuseNewMember(needs, caller.staffId, 'administrator', caller.now);
  }
}
