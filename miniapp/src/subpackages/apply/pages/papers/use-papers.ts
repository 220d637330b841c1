import { endpoints, type OrderView } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { ask } from '../../../../features/ask';
import { useAction } from '../../../../features/use-action';
import { useDownloaded } from '../../../../features/use-downloaded';
import { useRouteParams } from '../../../../features/use-route-params';
import { navigateTo, redirectTo } from '../../../../platform/navigation';
import { useStepOrder } from '../../order-flow/use-step-order';
import { PAPERS_TEXT } from '../../texts-papers';
import { type CardSide, papersMode, sidesNotRedone, whyNotYet } from './papers-state';
import { useCardCamera } from './use-card-camera';
import { useCardSide } from './use-card-side';

/** State of ③ 证件与签名. */
export function usePapers() {
  const { orderId = '' } = useRouteParams('applyPapers');
  const { order, frame, here } = useStepOrder('papers', orderId);
  const [redone, setRedone] = useState<readonly CardSide[]>([]);
  const saved = (side: CardSide) => (answer: OrderView) => {
    order.setData(answer);
    setRedone((before) => [...before, side]);
  };
  const front = useCardSide('front', here, saved('front'));
  const back = useCardSide('back', here, saved('back'));
  const camera = useCardCamera({ front, back });
  const signatureId = here?.signature?.id ?? null;
  const signature = useDownloaded(endpoints.files.readFile, signatureId ? { params: { fileId: signatureId } } : null);

  const goOn = useAction(async () => {
    if (!here) {
      return;
    }
    const mode = papersMode(here);
    if (mode === 'collect') {
      await call(endpoints.contracts.signContract, { params: { orderId } });
    }
    const notYet = mode === 'redo' ? sidesNotRedone(here, redone) : null;
    if (notYet) {
      const { title, text, goOn: confirm, stay: cancel } = PAPERS_TEXT.notRedone;
      if (!(await ask({ title, text: text(notYet), confirm, cancel }))) {
        return;
      }
    }
    await redirectTo(mode === 'redo' ? 'applyConfirm' : 'applySealed', { orderId });
  });

  const isSending = front.progress !== null || back.progress !== null;
  return {
    frame,
    order: here,
    sides: { front, back },
    camera,
    /** The confirmed signature as a picture; null while it loads or when there is none. */
    signaturePicture: signature.data,
    /** Whether something that is stored cannot be shown now. */
    isUnseen: front.isUnseen || back.isUnseen || (signatureId !== null && signature.problem !== null),
    fetchAgain: () => {
      front.fetchAgain();
      back.fetchAgain();
      void signature.reload();
    },
    whyNotYet: here && whyNotYet(here, isSending),
    openSignature: () => void navigateTo('applySignature', { orderId }),
    goOn,
  };
}
