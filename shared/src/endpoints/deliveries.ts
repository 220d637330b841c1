import { binary, defineEndpoint } from '../contract/define-endpoint';
import { deliveryParams, deliverySchemaOfApplicant } from '../schemas/delivery-view';
import { orderSchema } from '../schemas/order';

/** How the certificate comes to its applicant. */
export const deliveriesEndpoints = {
  readOwn: defineEndpoint({
    id: 'deliveries.readOwn',
    method: 'GET',
    path: '/orders/:orderId/delivery',
    access: 'applicant',
    summary: '这份申请的证书怎样交到本人手里、到了哪一步：包裹和物流，或上门自取的地点和领取码',
    params: deliveryParams,
    response: deliverySchemaOfApplicant,
    errors: ['orders.not_found', 'deliveries.not_ready'],
    idempotent: true,
  }),
  readVoucher: defineEndpoint({
    id: 'deliveries.readVoucher',
    method: 'GET',
    path: '/orders/:orderId/pick-up-voucher',
    access: 'applicant',
    summary: '上门自取的领取凭证（A4 的 PDF，可以打印）：二维码和申请的主要内容',
    params: deliveryParams,
    response: binary('application/pdf'),
    errors: ['orders.not_found', 'deliveries.not_ready', 'deliveries.not_for_pick_up', 'deliveries.collected'],
    idempotent: true,
  }),
  confirmReceived: defineEndpoint({
    id: 'deliveries.confirmReceived',
    method: 'POST',
    path: '/orders/:orderId/receipt',
    access: 'applicant',
    summary: '申请人确认已收到证书，申请办结',
    params: deliveryParams,
    response: orderSchema,
    errors: ['orders.not_found', 'orders.transition_not_allowed', 'deliveries.parcel_lost'],
    idempotent: true,
  }),
};
