import type { ApplicationStep, OrderView } from '@acceptance/shared';
import { StepsBar } from '../../../components/steps-bar';
import { APPLICATION_ROUTES } from '../../../features/application-step-routes';
import { asksForPapers } from '../paper/attachment-list';
import { goToPage } from './go-on';

export interface OrderStepsProps {
  readonly current: ApplicationStep;
  /** Null while it is loading. */
  readonly order: Pick<OrderView, 'id' | 'currentStep' | 'project' | 'form'> | null;
}

/** The steps of an order: what is done, and what comes next, opens at a tap. */
export const OrderSteps = ({ current, order }: OrderStepsProps) => (
  <StepsBar
    current={current}
    reached={order?.currentStep}
    without={order && !asksForPapers(order) ? 'attachments' : undefined}
    onGo={order ? (step) => void goToPage(APPLICATION_ROUTES[step], order.id) : undefined}
  />
);
