import { CERTIFICATE_PROOF_ERRORS } from './certificate-sign-in';

/** How a second factor may be refused, wherever staff give one. */
export const SECOND_FACTOR_ERRORS = [
  'auth.second_factor_required',
  'auth.second_factor_wrong',
  'auth.certificate_not_bound',
  ...CERTIFICATE_PROOF_ERRORS,
] as const;

/** How the proof of `stepUpSchema` may be refused. */
export const STEP_UP_ERRORS = ['auth.password_wrong', 'auth.password_delayed', ...SECOND_FACTOR_ERRORS] as const;
