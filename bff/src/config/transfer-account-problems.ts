import type { GivenSettings } from './config-schema';

const SETTINGS = ['TRANSFER_BANK_NAME', 'TRANSFER_ACCOUNT_NAME', 'TRANSFER_ACCOUNT_NUMBER'] as const;

/** Applicants are shown all of the account or none of it. */
export function transferAccountProblems(settings: GivenSettings): string[] {
  const missing = SETTINGS.filter((name) => !settings[name]);
  return missing.length === SETTINGS.length
    ? []
    : missing.map((name) => `${name}: missing, while other settings of the account for transfers are given`);
}
