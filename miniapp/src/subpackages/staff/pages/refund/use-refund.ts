import {
  type DeskRefund,
  endpoints,
  type RefundDeed,
  type RefundReason,
  refundRefusalSchema,
  refundWordsSchema,
} from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { ask, say } from '../../../../features/ask';
import { checkField } from '../../../../features/check-field';
import { useAction } from '../../../../features/use-action';
import { useFields } from '../../../../features/use-fields';
import { useLoad } from '../../../../features/use-load';
import { proofChecks, proofIn } from '../../desk/proof-fields';
import { useFactor } from '../../desk/use-factor';
import { STAFF_REFUND_TEXT as TEXT } from '../../texts-refunds';

const { refundDesk, staff } = endpoints;

async function loadRefund(orderId: string) {
  const [refund, factor] = await Promise.all([
    call(refundDesk.readRefund, { params: { orderId } }),
    call(staff.readSecondFactor),
  ]);
  return { refund, factor };
}

/** What the newest request is called in calls about it. */
const numberOf = ({ request }: DeskRefund): number => request?.number ?? 0;

/** One order's refund, and what somebody of finance does about it. */
export function useRefund(orderId: string) {
  const params = { orderId };
  const load = useLoad(() => loadRefund(orderId), orderId);
  const state = load.data?.factor ?? null;
  const factor = useFactor(state);
  /** The deed whose form is open. */
  const [doing, setDoing] = useState<RefundDeed | null>(null);
  const [reason, setReason] = useState<RefundReason | null>(null);
  const [missing, setMissing] = useState(false);
  const proof = useFields(proofChecks(factor));
  const form = useFields({
    reason: (typed) => checkField(refundRefusalSchema, typed),
    words: (typed) => (typed.trim() || reason === 'other' ? checkField(refundWordsSchema, typed) : null),
  });

  const done = (refund: DeskRefund, words: string) => {
    if (state) {
      load.setData({ refund, factor: state });
    }
    setDoing(null);
    form.clear();
    say(words);
  };
  /** Also after a refusal: somebody else may have decided meanwhile. */
  const orReload = async (deed: () => Promise<void>): Promise<void> => {
    try {
      await deed();
    } catch (error) {
      await load.reload();
      throw error;
    }
  };

  const approve = useAction(async (refund: DeskRefund) => {
    if (!proof.pass('password', 'secondFactor')) {
      return;
    }
    const body = { number: numberOf(refund), revision: refund.revision, ...proofIn(proof, factor) };
    await orReload(async () => done(await call(refundDesk.approveRefund, { params, body }), TEXT.approved));
    proof.clear();
  });
  const reject = useAction(async (refund: DeskRefund) => {
    if (form.pass('reason')) {
      const body = { number: numberOf(refund), reason: form.values.reason };
      await orReload(async () => done(await call(refundDesk.rejectRefund, { params, body }), TEXT.rejected));
    }
  });
  const withdraw = useAction(async (refund: DeskRefund) => {
    if (await ask({ title: TEXT.withdrawTitle, text: TEXT.withdrawText, confirm: TEXT.withdraw })) {
      const body = { number: numberOf(refund) };
      await orReload(async () => done(await call(refundDesk.withdrawRefund, { params, body }), TEXT.withdrawn));
    }
  });
  const request = useAction(async ({ nextNumber }: DeskRefund) => {
    setMissing(reason === null);
    if (!form.pass('words') || !reason || nextNumber === null) {
      return;
    }
    const body = { number: nextNumber, reason, words: form.values.words.trim() };
    await orReload(async () => done(await call(refundDesk.requestRefund, { params, body }), TEXT.asked));
  });

  return {
    load,
    factor,
    doing,
    open: (deed: RefundDeed | null) => {
      for (const action of [approve, reject, withdraw, request]) {
        action.clearProblem();
      }
      proof.clear();
      factor.give(null);
      form.clear();
      setMissing(false);
      setDoing(deed);
    },
    proof,
    form,
    reason,
    chooseReason: (chosen: RefundReason) => {
      setReason(chosen);
      setMissing(false);
    },
    missing,
    approve,
    reject,
    withdraw,
    request,
    problem: approve.problem ?? reject.problem ?? withdraw.problem ?? request.problem,
  };
}
export type RefundPage = ReturnType<typeof useRefund>;
