import type { AnyArea } from '../../area/define-area';
import { bindRefundEndpoints } from './refund-requests.routes';

/** Requests stand in their order, whose outbox carries what follows. */
export const refundRequestsArea = {
  name: 'refund-requests',
  bind: bindRefundEndpoints,
} satisfies AnyArea;
