import { type ApplicationStep, endpoints, type OrderView } from '@acceptance/shared';
import { useEffect } from 'react';
import { call } from '../../../api/client';
import type { FrameLoad } from '../../../components/page-frame';
import { type Load, useLoad } from '../../../features/use-load';
import { goToPageInstead } from './go-on';
import { pageInstead } from './step-place';

export interface StepOrder {
  readonly order: Load<OrderView>;
  /** For PageFrame: shows "loading" while the person is being led elsewhere. */
  readonly frame: FrameLoad;
  /** The order, when this page is the right one for it. */
  readonly here: OrderView | null;
}

/**
 * The order of a step's page. When the order is at another step or no longer editable, leads there; `stay` keeps the
 * person here to read something first.
 */
export function useStepOrder(step: ApplicationStep, orderId: string, { stay = false } = {}): StepOrder {
  const order = useLoad(() => call(endpoints.orders.readOrder, { params: { orderId } }), orderId);
  const elsewhere = order.data && !stay ? pageInstead(order.data, step) : null;

  useEffect(() => {
    if (elsewhere) {
      void goToPageInstead(elsewhere, orderId);
    }
  }, [elsewhere, orderId]);

  const here = elsewhere ? null : order.data;
  return { order, frame: { ...order, data: here }, here };
}
