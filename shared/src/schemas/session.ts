import * as v from 'valibot';
import { timestampSchema } from './identifiers';
import { staffRoleSchema } from './staff-role';

export const accountSchema = v.object({
  id: v.string(),
  phoneMasked: v.string(),
  /** Null until the real-name check has passed. */
  identity: v.nullable(
    v.object({
      nameMasked: v.string(),
      idNumberMasked: v.string(),
      verifiedAt: timestampSchema,
      /** What staff have verified they can correct. */
      verifiedBy: v.picklist(['provider', 'staff', 'face']),
    }),
  ),
  wechatBound: v.boolean(),
});
export type AccountView = v.InferOutput<typeof accountSchema>;

export const staffSchema = v.object({
  id: v.string(),
  username: v.string(),
  displayName: v.string(),
  roles: v.array(staffRoleSchema),
  /** Nothing but enrolling a second factor is open to this person. */
  mustEnrolSecondFactor: v.boolean(),
});
export type StaffView = v.InferOutput<typeof staffSchema>;

const tokenEntries = {
  accessToken: v.string(),
  accessTokenExpiresAt: timestampSchema,
  /** Absent in the answer to a caller that keeps it in a cookie. */
  refreshToken: v.optional(v.string()),
};

export const sessionTokensSchema = v.object(tokenEntries);
export type SessionTokens = v.InferOutput<typeof sessionTokensSchema>;
/** As a caller gets them that keeps no cookies. */
export type TokensInBody = SessionTokens & { refreshToken: string };
/** What refreshes a session: the token, unless it comes in a cookie. */
export const refreshRequestSchema = v.object({
  refreshToken: v.optional(v.pipe(v.string(), v.minLength(20), v.maxLength(200))),
});
export const applicantSessionSchema = v.object({ ...tokenEntries, account: accountSchema });
export type ApplicantSession = v.InferOutput<typeof applicantSessionSchema>;
export const staffSessionSchema = v.object({ ...tokenEntries, staff: staffSchema });
export type StaffSession = v.InferOutput<typeof staffSessionSchema>;
