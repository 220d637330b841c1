import { endpoints } from '@acceptance/shared';
import { call } from '../../../api/client';
import { say } from '../../../features/ask';
import { useAction } from '../../../features/use-action';
import { useFields } from '../../../features/use-fields';
import { useLoad } from '../../../features/use-load';
import { proofChecks, proofIn } from '../desk/proof-fields';
import { useFactor } from '../desk/use-factor';
import { STAFF_TRANSFER_TEXT as TEXT } from '../texts-transfers';

/** The proof that money asks for. */
export function useMoneyProof() {
  const state = useLoad(() => call(endpoints.staff.readSecondFactor), 'second-factor', { onShow: false });
  const factor = useFactor(state.data);
  const form = useFields(proofChecks(factor));
  return {
    form,
    factor,
    /** Null where something is missing; that is marked. */
    take: () => (form.pass('password', 'secondFactor') ? proofIn(form, factor) : null),
  };
}
export type MoneyProof = ReturnType<typeof useMoneyProof>;

/** Booking chosen money to orders, with a proof. */
export function useBooking(proof: MoneyProof, onBooked: () => Promise<void>) {
  return useAction(async (entryIds: readonly string[], orderIds: readonly string[]) => {
    const given = proof.take();
    if (!given) {
      return;
    }
    const body = { entryIds: [...entryIds], orderIds: [...orderIds], ...given };
    await call(endpoints.transferDesk.bookTransfers, { body });
    proof.form.clear();
    say(TEXT.booked);
    await onBooked();
  });
}
