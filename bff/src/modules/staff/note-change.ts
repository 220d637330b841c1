import type { StaffRole } from '@acceptance/shared';
import { noteAct, noteDecision, rolesText } from '../../http/act-notes';
import type { StaffChangeRecord } from './staff-change.model';

/** Tells the audit log which roles somebody had and has: later the record of the member says only what they have then. */
export function noteRoles(before: readonly StaffRole[], after: readonly StaffRole[]): void {
  noteAct({
    rolesBefore: rolesText(before),
    rolesGranted: rolesText(after.filter((role) => !before.includes(role))),
    rolesRevoked: rolesText(before.filter((role) => !after.includes(role))),
  });
}

/** Tells it which roles a member has who is disabled, enabled or invited with them. */
export const noteHeldRoles = (roles: readonly StaffRole[]): void => noteAct({ rolesHeld: rolesText(roles) });

/** Tells it what was asked for, agreed to or cancelled. What of it is a secret, the code's hash, is left out. */
export function noteChange(change: StaffChangeRecord): void {
  const { _id, kind, memberId, username, displayName, granted, revoked, certificate, by, at } = change;
  noteDecision({ id: _id.toHexString(), kind, memberId, username, displayName, granted, revoked, certificate, by, at });
  noteAct({ change: kind, member: memberId, rolesGranted: rolesText(granted), rolesRevoked: rolesText(revoked) });
  if (certificate) {
    noteAct({ certificateSerialNumber: certificate.serialNumber });
  }
}
