import type { AnyArea } from '../../area/define-area';
import { handleJobs } from '../../jobs/job-handler';
import { findOrder, ORDER_SHIPPING_JOBS } from '../orders';
import { type ReportShippingDependencies, reportShipping } from './report-shipping';

export const shippingInfoArea = {
  name: 'shipping-info',
  jobs: [
    handleJobs(ORDER_SHIPPING_JOBS, (needs: ReportShippingDependencies) => ({
      reportShipping: {
        run: ({ ownerId }) => reportShipping(needs, ownerId),
        giveUp: async ({ ownerId }) => {
          const { orderNumber } = await findOrder(needs.orders, ownerId);
          return { facts: { orderNumber } };
        },
      },
    })),
  ],
} satisfies AnyArea;
