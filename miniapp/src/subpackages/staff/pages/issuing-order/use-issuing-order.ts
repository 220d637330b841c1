import { endpoints, type StaffIssuing, type StaffOrderView } from '@acceptance/shared';
import { call } from '../../../../api/client';
import { useAgentLink } from '../../../../features/ukey-agent/use-agent-link';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { usePolling } from '../../../../features/use-polling';
import { issuingStep, needsToken } from '../../issuing/issuing-step';
import { useOpenedToken } from '../../issuing/use-opened-token';

const POLL_MS = 2000;

interface OrderWithIssuing {
  readonly order: StaffOrderView;
  readonly issuing: StaffIssuing;
}

/** One order on its way to a certificate in a UKey. */
export function useIssuingOrder(orderId: string) {
  const params = { orderId };
  // Not read again each time the window comes back: every reading is a recorded look.
  const load = useLoad(
    async (): Promise<OrderWithIssuing> => {
      const [order, issuing] = await Promise.all([
        call(endpoints.staff.readOrder, { params }),
        call(endpoints.certificateDesk.readIssuing, { params }),
      ]);
      return { order, issuing };
    },
    orderId,
    { onShow: false },
  );
  const { data } = load;
  const step = data && issuingStep(data.order.status, data.issuing);
  const agent = useAgentLink(step !== null && needsToken(step));
  const opened = useOpenedToken(data?.order.orderNumber ?? '');

  const setIssuing = (issuing: StaffIssuing, status = data?.order.status) => {
    if (data && status) {
      load.setData({ order: { ...data.order, status }, issuing });
    }
  };
  usePolling(step === 'wait', POLL_MS, async () =>
    setIssuing(await call(endpoints.certificateDesk.readIssuing, { params })),
  );
  const start = useAction(async () => {
    setIssuing(await call(endpoints.certificateDesk.startIssuing, { params }), 'issuing');
  });
  return { orderId, load, step, agent, opened, start, setIssuing };
}
export type IssuingOrder = ReturnType<typeof useIssuingOrder>;

/** What every step is given: the page, once its data is there. */
export interface StepProps extends OrderWithIssuing {
  readonly page: IssuingOrder;
}
