import { AppError } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { noteAct } from '../../http/act-notes';
import { type AttemptDependencies, endSessions, forgetAttempts, hashPassword, type SessionModel } from '../auth';
import { encodeBase32 } from './base32';
import { noteHeldRoles } from './note-change';
import { addOwnPhone } from './own-orders';
import { staffSubject } from './sign-in-staff';
import type { StaffInvitation, StaffModel, StaffRecord } from './staff.model';

const LIFE_MS = 48 * 3_600_000;
/** 160 random bits: 32 letters and digits. */
const CODE_BYTES = 20;

/** As a person may type it: with or without dashes, in small letters. */
const plain = (code: string): string => code.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase();
const PURPOSE = 'staff.invitation';

/** A code such as `ABCD-EFGH-…` for one use, and what of it is stored. */
export function makeInvitation({
  cipher,
  randomBytes,
}: {
  cipher: FieldCipher;
  randomBytes: (size: number) => Buffer;
}): { readonly code: string; readonly codeHash: string } {
  const code = (encodeBase32(randomBytes(CODE_BYTES)).match(/.{4}/g) ?? []).join('-');
  return { code, codeHash: cipher.lookupHash(plain(code), PURPOSE) };
}

/** The code is good for 48 hours from now. */
export const invitationOf = (codeHash: string, now: Date): StaffInvitation => ({
  codeHash,
  expiresAt: new Date(now.getTime() + LIFE_MS),
});

export interface AcceptDependencies extends AttemptDependencies {
  readonly staffMembers: StaffModel;
  readonly sessions: SessionModel;
}

/**
 * Sets the password of the invited; roles and name are those that an administrator gave. Of parallel uses one succeeds.
 * Earlier sessions of the person end, for an invitation also replaces a forgotten password.
 * @throws AppError staff.invitation_invalid
 */
export async function acceptInvitation(
  dependencies: AcceptDependencies,
  { code, newPassword, ownPhone }: { code: string; newPassword: string; ownPhone?: string },
  now: Date,
): Promise<{ username: string }> {
  const { staffMembers, sessions, cipher } = dependencies;
  const open = {
    'invitation.codeHash': { $in: cipher.lookupHashes(plain(code), PURPOSE) },
    'invitation.expiresAt': { $gt: now },
    disabledAt: null,
  };
  if (!(await staffMembers.exists(open))) {
    throw new AppError('staff.invitation_invalid');
  }
  const passwordHash = await hashPassword(newPassword);
  const staff = await staffMembers
    .findOneAndUpdate(
      open,
      { $set: { passwordHash, acceptedAt: now }, $unset: { invitation: 1 } },
      { returnDocument: 'after' },
    )
    .lean<StaffRecord>();
  if (!staff) {
    throw new AppError('staff.invitation_invalid');
  }
  noteAct({ member: staff._id.toHexString() });
  noteHeldRoles(staff.roles);
  if (ownPhone) {
    await addOwnPhone(dependencies, staff._id.toHexString(), ownPhone, now);
  }
  await endSessions(sessions, { kind: 'staff', subjectId: staff._id.toHexString(), except: null, now });
  await forgetAttempts(dependencies, staffSubject(staff.username));
  return { username: staff.username };
}
