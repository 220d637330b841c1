/** Version of the service terms and privacy policy that sign-in records consent to. */
export const TERMS_VERSION = '2026-11-30';
