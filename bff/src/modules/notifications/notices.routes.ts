import { endpoints } from '@acceptance/shared';
import { staffOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { listNotices, type OrderNoticesDependencies, resendNotice } from './order-notices';

export function bindNoticeEndpoints(bind: BindEndpoint, needs: OrderNoticesDependencies): void {
  bind(endpoints.notices.listNotices, ({ params }) => listNotices(needs, params.orderId));
  bind(endpoints.notices.resendNotice, ({ params }, context) =>
    resendNotice(needs, { ...params, staffId: staffOf(context).id }),
  );
}
