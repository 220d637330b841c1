import * as v from 'valibot';
import { timestampSchema } from './identifiers';
import { givenPasswordSchema } from './password';
import { secondFactorEntries } from './second-factor';
import { STAFF_ROLES, staffRoleSchema } from './staff-role';
import { lineOfText } from './text-fields';

/** What staff sign in with; small letters, so that it cannot be mistaken. */
export const staffUsernameSchema = v.pipe(
  v.string('请输入账号'),
  v.trim(),
  v.toLowerCase(),
  v.regex(/^[a-z][a-z0-9._-]{2,39}$/, '账号用 3–40 个小写字母、数字、点、横线，以字母开头'),
);
export const staffNameSchema = lineOfText('姓名', 30);
export const staffRolesSchema = v.pipe(
  v.array(staffRoleSchema),
  v.minLength(1, '请至少选择一个角色'),
  v.transform((roles) => STAFF_ROLES.filter((role) => roles.includes(role))),
);

/** One of the staff, as an administrator sees them. */
export const staffMemberSchema = v.object({
  id: v.string(),
  username: v.string(),
  displayName: v.string(),
  roles: v.array(staffRoleSchema),
  /** `invited`: has never set a password. */
  state: v.picklist(['invited', 'active', 'disabled']),
  secondFactor: v.boolean(),
  /** Until when the invitation is good; null without one. */
  invitedUntil: v.nullable(timestampSchema),
  createdAt: timestampSchema,
});
export type StaffMember = v.InferOutput<typeof staffMemberSchema>;

/** A member with the invitation that was made for them; its code is shown once. */
export type InvitedMember = StaffMember & { readonly invitationCode: string };

/** What somebody proves again before a grave act: who takes over a signed-in screen must not do it. */
export const stepUpEntries = {
  password: givenPasswordSchema,
  ...secondFactorEntries,
};
export const stepUpSchema = v.object(stepUpEntries);
export type StepUp = v.InferOutput<typeof stepUpSchema>;

/** What one person on the staff alone does not do; `bind-certificate` is asked for by whom it concerns, the rest by administrators. */
export const STAFF_CHANGE_KINDS = [
  'add-member',
  'invite',
  'grant-roles',
  'reset-second-factor',
  'bind-certificate',
] as const;
/** `approved` is on its way into effect; `failed`: could not be made when its time had come. */
export const STAFF_CHANGE_STATES = ['waiting', 'approved', 'effective', 'cancelled', 'expired', 'failed'] as const;

/** A change that one person has asked for. Names, no numbers: staff see it at the desk. */
export const staffChangeSchema = v.object({
  id: v.string(),
  kind: v.picklist(STAFF_CHANGE_KINDS),
  state: v.picklist(STAFF_CHANGE_STATES),
  /** Whom it concerns; without an id while nobody is added yet. */
  member: v.object({ id: v.nullable(v.string()), username: v.string(), displayName: v.string() }),
  granted: v.array(staffRoleSchema),
  revoked: v.array(staffRoleSchema),
  /** Serial number of the certificate that is to be a second factor. */
  certificate: v.nullable(v.string()),
  askedBy: v.string(),
  askedAt: timestampSchema,
  approvedBy: v.nullable(v.string()),
  /** When it takes effect without another's approval; null: it waits for another administrator. */
  effectiveAt: v.nullable(timestampSchema),
  /** Nobody's approval is of use after this. */
  expiresAt: timestampSchema,
  settledAt: v.nullable(timestampSchema),
  isAboutMe: v.boolean(),
  canApprove: v.boolean(),
  canCancel: v.boolean(),
});
export type StaffChange = v.InferOutput<typeof staffChangeSchema>;
export type StaffChangeKind = StaffChange['kind'];
export type StaffChangeState = StaffChange['state'];

/** A change that was asked for, with an invitation that is good once it has taken effect; its code is shown once. */
export const askedInvitationSchema = v.object({ staffChange: staffChangeSchema, invitationCode: v.string() });
export type AskedInvitation = v.InferOutput<typeof askedInvitationSchema>;
