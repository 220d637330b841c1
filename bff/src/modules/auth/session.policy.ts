/** Seconds that tokens live, and how forgiving refreshing is. Staff work on shared desks: their sessions are shorter. */
export const SESSION_POLICY = {
  accessTokenSeconds: 15 * 60,
  applicantSessionSeconds: 30 * 86_400,
  staffSessionSeconds: 12 * 3600,
  /** How long the refresh token before the current one still gets an answer: another tab was quicker, an answer lost. */
  refreshGraceSeconds: 10,
  /** How many such answers there are at most. */
  refreshSiblings: 3,
} as const;
