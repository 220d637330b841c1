import * as v from 'valibot';

/** One's own profile (A8), masked. */
export const profileSchema = v.object({
  /** The unit of the newest application; null for somebody who never applied for one. */
  unit: v.nullable(v.object({ name: v.string(), unifiedSocialCreditCodeMasked: v.string() })),
  /** What one signs in with: the mobile number, masked. */
  signInAccount: v.string(),
  phoneMasked: v.string(),
  hasPassword: v.boolean(),
  /** Null without one. One of the old platform must be confirmed before it signs in. */
  email: v.nullable(v.object({ masked: v.string(), confirmed: v.boolean() })),
});
export type ProfileView = v.InferOutput<typeof profileSchema>;

/** The profile's numbers in clear, shown on purpose only. */
export const profileNumbersSchema = v.object({
  phone: v.string(),
  unifiedSocialCreditCode: v.nullable(v.string()),
});
export type ProfileNumbers = v.InferOutput<typeof profileNumbersSchema>;
