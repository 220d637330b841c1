import { APPLICATION_STEPS, type ApplicationStep, type OrderStatus } from '@acceptance/shared';
import { APPLICATION_ROUTES } from '../../../features/application-step-routes';

export type OrderPageRoute = (typeof APPLICATION_ROUTES)[ApplicationStep] | 'order';

/** What decides which page an order belongs to. */
export interface OrderPosition {
  readonly status: OrderStatus;
  /** The first step that is not done. */
  readonly currentStep: ApplicationStep;
}

/** Whether the applicant may still change what was entered. */
export const isEditable = ({ status }: OrderPosition): boolean => status === 'draft' || status === 'returned';

/** The page on which an order goes on: its first open step, or its details once it was handed in. */
export const openPage = (order: OrderPosition): OrderPageRoute =>
  isEditable(order) ? APPLICATION_ROUTES[order.currentStep] : 'order';

/**
 * Photographs may be taken before the identity is verified: where the register cannot, staff check it by them.
 */
const OPENS_WITH: Partial<Record<ApplicationStep, ApplicationStep>> = { papers: 'identity' };

/**
 * Where the page of `step` must send the person, or null when they are right here. Steps that are done may be looked at
 * again; steps that are not open yet lead to the one that is.
 */
export function pageInstead(order: OrderPosition, step: ApplicationStep): OrderPageRoute | null {
  const opensWith = OPENS_WITH[step] ?? step;
  const isReached = APPLICATION_STEPS.indexOf(opensWith) <= APPLICATION_STEPS.indexOf(order.currentStep);
  return isEditable(order) && isReached ? null : openPage(order);
}
