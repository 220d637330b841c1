import type { OrderStatus, StaffIssuing } from '@acceptance/shared';

/** What is to be done next for the certificate of an order, and where nothing is to be done here. */
export const ISSUING_STEPS = ['start', 'key', 'wait', 'write', 'print'] as const;
export type IssuingStep = (typeof ISSUING_STEPS)[number];
export type NoStep = 'early' | 'software' | 'failed' | 'revoked';

/** Follows from the API alone, so that a page that is opened again goes on where another one stopped. */
export function issuingStep(
  status: OrderStatus,
  { stage, keyPlace, certificate }: Pick<StaffIssuing, 'stage' | 'keyPlace' | 'certificate'>,
): IssuingStep | NoStep {
  if (keyPlace === 'software') {
    return 'software';
  }
  switch (stage) {
    case 'not-begun':
    case 'needs-key':
      return 'early';
    case 'at-desk':
      return status === 'paid' ? 'start' : 'key';
    case 'requested':
      return 'wait';
    case 'failed':
      return 'failed';
    case 'issued':
      if (certificate?.state === 'revoked') {
        return 'revoked';
      }
      return certificate?.token?.checkedAt ? 'print' : 'write';
  }
}

export const isStep = (step: IssuingStep | NoStep): step is IssuingStep =>
  (ISSUING_STEPS as readonly string[]).includes(step);

/** Whether the UKey is needed for it. */
export const needsToken = (step: IssuingStep | NoStep): boolean =>
  step === 'key' || step === 'write' || step === 'print';
