import { endpoints, SIGNED_CONTRACT_STATES } from '@acceptance/shared';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../../../api/client';
import { uploadFile } from '../../../../api/upload';
import { describeWriting } from '../../../../features/ink/describe-writing';
import { useInk } from '../../../../features/ink/use-ink';
import { useAction } from '../../../../features/use-action';
import { useLeaveQuestion } from '../../../../features/use-leave-question';
import { useLoad } from '../../../../features/use-load';
import { useRouteParams } from '../../../../features/use-route-params';
import { tick } from '../../../../platform/haptics';
import type { StrokeSurface } from '../../../../platform/stroke-canvas-props';
import { joinLoads } from '../../order-flow/join-loads';
import { useStepOrder } from '../../order-flow/use-step-order';
import { SIGNATURE_TEXT } from '../../texts-papers';
import { leaveSignature } from './leave-signature';

/** State of the signature page: the ink, and confirming it. */
export function useSignature() {
  const { orderId = '' } = useRouteParams('applySignature');
  const { frame, here } = useStepOrder('signature', orderId);
  const account = useLoad(() => call(endpoints.account.readAccount), 'account', { onShow: false });
  const [complaint, setComplaint] = useState<string | null>(null);
  const sheet = useRef<StrokeSurface | null>(null);
  const ink = useInk({ owner: orderId, onWrite: () => setComplaint(null) });

  // A signed contract keeps its signature: nothing can be written here any more.
  const isSigned = here !== null && SIGNED_CONTRACT_STATES.includes(here.contract.state);
  useEffect(() => {
    if (isSigned) {
      void leaveSignature(orderId);
    }
  }, [isSigned, orderId]);

  const confirm = useAction(async () => {
    const verdict = ink.judge();
    if (verdict !== 'ok') {
      setComplaint(SIGNATURE_TEXT[verdict]);
      return;
    }
    const png = await ink.writeOn(sheet.current);
    const file = await uploadFile(endpoints.files.uploadFile, { body: { purpose: 'signature', orderId } }, png);
    const body = { fileId: file.id, writing: describeWriting(ink.strokes()) };
    await call(endpoints.orders.confirmSignature, { params: { orderId }, body });
    tick();
    ink.clear();
    await leaveSignature(orderId);
  });

  useLeaveQuestion(ink.isEmpty ? null : SIGNATURE_TEXT.leave);

  const unlessSending = (act: () => void) => () => {
    if (!confirm.pending) {
      setComplaint(null);
      confirm.clearProblem();
      act();
    }
  };

  return {
    orderId,
    frame: joinLoads(frame, account),
    nameMasked: account.data?.identity?.nameMasked ?? null,
    canvas: ink.canvas,
    isEmpty: ink.isEmpty,
    clear: unlessSending(ink.clear),
    undo: unlessSending(ink.undo),
    /** What is wrong with what was written. */
    complaint,
    confirm,
    onSheetReady: (ready: StrokeSurface) => {
      sheet.current = ready;
    },
  };
}
