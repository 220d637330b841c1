import { endpoints, lineOfText } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { checkField } from '../../../../features/check-field';
import { useAction } from '../../../../features/use-action';
import { useDownloaded } from '../../../../features/use-downloaded';
import { useFields } from '../../../../features/use-fields';
import { useLoad } from '../../../../features/use-load';
import { useBooking, useMoneyProof } from '../../transfers/use-booking';

const { transferDesk } = endpoints;
const reasonSchema = lineOfText('原因', 200);

/** One order's transfer: compare, then book or refuse. */
export function useStaffTransfer(orderId: string) {
  const params = { orderId };
  const load = useLoad(() => call(transferDesk.readTransfer, { params }), orderId);
  const slip = useDownloaded(transferDesk.readSlip, load.data?.slip ? { params } : null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const proof = useMoneyProof();
  const booking = useBooking(proof, async () => {
    setChosen([]);
    await load.reload();
  });
  const form = useFields({ reason: (reason) => checkField(reasonSchema, reason) });
  const refuse = useAction(async () => {
    if (form.pass('reason')) {
      load.setData(await call(transferDesk.refuseSlip, { params, body: { reason: form.values.reason } }));
      form.clear();
    }
  });
  return {
    load,
    slip,
    chosen,
    choose: (id: string) =>
      setChosen((before) => (before.includes(id) ? before.filter((other) => other !== id) : [...before, id])),
    proof,
    booking,
    book: () => void booking.run(chosen, [orderId]),
    form,
    refuse,
  };
}
export type TransferAtDesk = ReturnType<typeof useStaffTransfer>;
