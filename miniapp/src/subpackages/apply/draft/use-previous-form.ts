import { type ApplicationFormDraft, type DraftField, endpoints, type OrderView, readField } from '@acceptance/shared';
import { useEffect, useState } from 'react';
import { call } from '../../../api/client';

export interface PreviousForm {
  readonly orderNumber: string;
  readonly form: ApplicationFormDraft;
}

/** The newest other application of this person that got as far as a form. */
async function readPreviousForm(orderId: string): Promise<PreviousForm | null> {
  const { items } = await call(endpoints.orders.listOrders);
  const previous = items.find((item) => item.id !== orderId && (item.deliveryWay !== null || item.unitName !== null));
  if (!previous) {
    return null;
  }
  const { form } = await call(endpoints.orders.readOrder, { params: { orderId: previous.id } });
  return { orderNumber: previous.orderNumber, form };
}

const lacksAll = (draft: ApplicationFormDraft, fields: readonly DraftField[]): boolean =>
  fields.every((field) => readField(draft, field) === '');

/**
 * What an earlier application can fill in, offered only while none of a page's `fields` is typed; null otherwise. A comfort: when it cannot
 * be read, nothing is offered and nothing is said.
 */
export function usePreviousForm(
  order: OrderView | null,
  draft: ApplicationFormDraft | null,
  fields: readonly DraftField[],
): PreviousForm | null {
  const [previous, setPrevious] = useState<PreviousForm | null>(null);
  const orderId = order?.id ?? null;
  const isUntouched = order !== null && lacksAll(order.form, fields);

  useEffect(() => {
    if (!orderId || !isUntouched) {
      return undefined;
    }
    let isLeft = false;
    readPreviousForm(orderId).then(
      (found) => {
        if (!isLeft) {
          setPrevious(found);
        }
      },
      () => undefined,
    );
    return () => {
      isLeft = true;
    };
  }, [orderId, isUntouched]);

  return isUntouched && draft && lacksAll(draft, fields) ? previous : null;
}
