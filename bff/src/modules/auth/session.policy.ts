/** Seconds that tokens live. Staff work on shared desks: their sessions are shorter. */
export const SESSION_POLICY = {
  accessTokenSeconds: 15 * 60,
  applicantSessionSeconds: 30 * 86_400,
  staffSessionSeconds: 12 * 3600,
} as const;
