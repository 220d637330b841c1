import type { AnyArea } from '../../area/define-area';
import { handleJobs } from '../../jobs/job-handler';
import { findOrder, ORDER_SHIPPING_JOBS } from '../orders';
import { type ReportShippingDependencies, reportShipping } from './report-shipping';
import type { ParcelOf } from './sent-parcel';

/** Until an area keeps parcels and brings this itself, what a courier carries is entered at WeChat by hand, from a task. */
const noParcelKept: ParcelOf = async () => null;

export const shippingInfoArea = {
  name: 'shipping-info',
  services: () => ({ parcelOf: noParcelKept }),
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
