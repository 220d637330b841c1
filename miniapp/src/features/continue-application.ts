import type { ApplicationStep } from '@acceptance/shared';
import { navigateTo } from '../platform/navigation';
import { APPLICATION_ROUTES } from './application-step-routes';

/** Opens the page where an application goes on. */
export const continueApplication = (order: {
  readonly id: string;
  readonly currentStep: ApplicationStep;
}): Promise<void> => navigateTo(APPLICATION_ROUTES[order.currentStep], { orderId: order.id });
