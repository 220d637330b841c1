import type { ApplicationStep } from '@acceptance/shared';
import type { RouteName } from '../routes';

/** The page of each step. */
export const APPLICATION_ROUTES = {
  particulars: 'applyParticulars',
  identity: 'applyIdentity',
  papers: 'applyPapers',
  contract: 'applyContract',
  signature: 'applySign',
  sealed: 'applySealed',
  form: 'applyForm',
  attachments: 'applyAttachments',
  submit: 'applyConfirm',
} as const satisfies Record<ApplicationStep, RouteName>;
