import type { ApplicationStep } from '@acceptance/shared';
import type { RouteName } from '../routes';

/** The page of each step. */
export const APPLICATION_ROUTES = {
  identity: 'applyIdentity',
  contract: 'applyContract',
  papers: 'applyPapers',
  sealed: 'applySealed',
  form: 'applyForm',
  attachments: 'applyAttachments',
  submit: 'applyConfirm',
} as const satisfies Record<ApplicationStep, RouteName>;
