import type { AnyArea } from '../../area/define-area';
import { paymentJobGroups } from './payment-handlers';
import { bindPaymentsEndpoints } from './payments.routes';

export const paymentsArea = {
  name: 'payments',
  bind: bindPaymentsEndpoints,
  jobs: paymentJobGroups,
} satisfies AnyArea;
