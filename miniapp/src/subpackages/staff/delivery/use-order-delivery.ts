import { endpoints, type ParcelOutcome, type ParcelToSend, type StaffDelivery } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../api/client';
import { ask, say } from '../../../features/ask';
import { readSettings } from '../../../features/settings';
import { useAction } from '../../../features/use-action';
import { useLoad } from '../../../features/use-load';
import { STAFF_DELIVERY_TEXT as TEXT } from '../texts-deliveries';
import type { Sender } from './label-sheet';

export interface OrderDelivery {
  readonly delivery: StaffDelivery;
  readonly sender: Sender;
}

const { deliveryDesk } = endpoints;

interface Listeners {
  /** Its number was recorded. */
  readonly onSent: (delivery: StaffDelivery) => void;
  /** Its number was corrected, or its outcome recorded. */
  readonly onChanged?: (delivery: StaffDelivery) => void;
}

/** One delivery at the desk and what is done with it. */
export function useOrderDelivery(orderId: string, { onSent, onChanged }: Listeners) {
  const params = { orderId };
  const [form, open] = useState<'correct' | 'settle' | null>(null);
  // Each reading names a person and is recorded: only when the order is opened.
  const load = useLoad(
    async (): Promise<OrderDelivery> => {
      const [delivery, settings] = await Promise.all([call(deliveryDesk.readDelivery, { params }), readSettings()]);
      return { delivery, sender: { name: settings.authorityName, phone: settings.servicePhone } };
    },
    orderId,
    { onShow: false },
  );
  const show = (delivery: StaffDelivery) => {
    if (load.data) {
      load.setData({ ...load.data, delivery });
    }
    open(null);
  };

  const send = useAction(async (body: ParcelToSend) => {
    const delivery = await call(deliveryDesk.sendParcel, { params, body });
    show(delivery);
    onSent(delivery);
  });
  const change = (delivery: StaffDelivery) => {
    show(delivery);
    onChanged?.(delivery);
  };
  const correct = useAction(async (body: ParcelToSend) => {
    change(await call(deliveryDesk.correctParcel, { params, body }));
    say(TEXT.corrected);
  });
  const settle = useAction(async (outcome: ParcelOutcome, note: string) => {
    const question = { title: TEXT.lostTitle, text: TEXT.lostText, confirm: TEXT.lostYes, dangerous: true };
    if (outcome !== 'lost' || (await ask(question))) {
      change(await call(deliveryDesk.settleParcel, { params, body: { outcome, note } }));
      say(TEXT.settled);
    }
  });
  return { load, form, open, send, correct, settle };
}
export type OrderDeliveryState = ReturnType<typeof useOrderDelivery>;
