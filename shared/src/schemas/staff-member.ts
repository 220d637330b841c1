import * as v from 'valibot';
import { timestampSchema } from './identifiers';
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
export const invitedMemberSchema = v.object({ ...staffMemberSchema.entries, invitationCode: v.string() });
export type InvitedMember = v.InferOutput<typeof invitedMemberSchema>;
