import { type ApplicationStep, endpoints, type OrderView } from '@acceptance/shared';
import { useEffect, useState } from 'react';
import { call } from '../../../../api/client';
import { APPLICATION_ROUTES } from '../../../../features/application-step-routes';
import { requestNotice } from '../../../../features/request-notice';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { goToPage } from '../../order-flow/go-on';
import { joinLoads } from '../../order-flow/join-loads';
import { scrollToTop } from '../../order-flow/scroll-to-top';
import { useStepOrder } from '../../order-flow/use-step-order';
import { whatIsMissing } from './what-is-missing';

/** Refusals after which the order on the screen is no longer the true one. */
const STALE_CODES: readonly string[] = ['orders.incomplete', 'orders.transition_not_allowed', 'request.conflict'];

/** State of step ⑦. */
export function useConfirm(orderId: string) {
  const settings = useLoad(() => call(endpoints.public.readSettings), 'settings', { onShow: false });
  const account = useLoad(() => call(endpoints.account.readAccount), 'account');
  const [submitted, setSubmitted] = useState<OrderView | null>(null);

  const submit = useAction(async () => {
    // First and without waiting for anything: WeChat asks only in answer to the tap itself.
    await requestNotice(settings.data?.reviewTemplateId ?? '');
    setSubmitted(await call(endpoints.orders.submitOrder, { params: { orderId } }));
  });

  const code = submit.problem?.code ?? null;
  const isIncomplete = code === 'orders.incomplete';
  const isStale = code !== null && STALE_CODES.includes(code);
  const { order, frame, here } = useStepOrder('submit', orderId, { stay: isIncomplete || submitted !== null });
  const [readAgain, setReadAgain] = useState(false);
  const { reload } = order;
  useEffect(() => {
    setReadAgain(false);
    if (isStale) {
      void reload().then(() => setReadAgain(true));
    }
  }, [isStale, reload]);

  const missing = whatIsMissing(submit.problem, readAgain ? (here?.currentStep ?? null) : null);
  // What is to be read next stands at the top; the button was tapped at the bottom.
  const isNewOnTop = missing !== null || submitted !== null;
  useEffect(() => {
    if (isNewOnTop) {
      void scrollToTop();
    }
  }, [isNewOnTop]);

  return {
    frame: joinLoads(frame, account),
    order: here,
    account: account.data,
    submit,
    missing,
    /** The order after it was handed in. */
    submitted,
    goToStep: (step: ApplicationStep) => void goToPage(APPLICATION_ROUTES[step], orderId),
    seeOrder: () => void goToPage('order', orderId),
  };
}
