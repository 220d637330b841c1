import { endpoints, type PayableOrder } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { STAFF_TRANSFER_TEXT as TEXT } from '../../texts-transfers';
import { useBooking, useMoneyProof } from '../../transfers/use-booking';

const { transferDesk } = endpoints;

/** Money and the orders that it is to pay. */
export function useEntry(entryId: string) {
  const load = useLoad(() => call(transferDesk.readEntry, { params: { entryId } }), entryId);
  const [typed, setTyped] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [orders, setOrders] = useState<readonly PayableOrder[]>([]);
  const proof = useMoneyProof();
  const add = useAction(async () => {
    const { items } = await call(transferDesk.findPayable, { query: { search: typed.trim() } });
    setMissing(items.length === 0);
    setOrders((before) => [...before, ...items.filter((found) => !before.some((o) => o.orderId === found.orderId))]);
    if (items.length > 0) {
      setTyped('');
    }
  });
  const booking = useBooking(proof, async () => {
    setOrders([]);
    await load.reload();
  });
  return {
    load,
    typed,
    setTyped: (next: string) => {
      setTyped(next);
      setMissing(false);
    },
    searchError: isMissing ? TEXT.notFound : null,
    add,
    orders,
    remove: (orderId: string) => setOrders((before) => before.filter((order) => order.orderId !== orderId)),
    dueFen: orders.reduce((sum, { amountFen }) => sum + amountFen, 0),
    proof,
    booking,
    book: () =>
      void booking.run(
        [entryId],
        orders.map(({ orderId }) => orderId),
      ),
  };
}
export type EntryPage = ReturnType<typeof useEntry>;
