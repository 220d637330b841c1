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

/** How somebody is reached, in clear, to be filled into their own form. */
export const contactSchema = v.object({
  /** As verified; null before. */
  name: v.nullable(v.string()),
  /** The verified person's number, before that the one that signs in. */
  phone: v.string(),
  /** Null without a confirmed one. */
  email: v.nullable(v.string()),
});
export type ContactView = v.InferOutput<typeof contactSchema>;

/** The profile's numbers in clear, shown on purpose only. */
export const profileNumbersSchema = v.object({
  phone: v.string(),
  unifiedSocialCreditCode: v.nullable(v.string()),
});
export type ProfileNumbers = v.InferOutput<typeof profileNumbersSchema>;
