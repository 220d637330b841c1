import { ask } from '../../../../features/ask';
import { useAction } from '../../../../features/use-action';
import { useRouteParams } from '../../../../features/use-route-params';
import { goOn as goOnWith, goToPage } from '../../order-flow/go-on';
import { useStepOrder } from '../../order-flow/use-step-order';
import { PAPERS_TEXT } from '../../texts-papers';
import { papersGoal, papersMode, sidesNotRedone, whyNotYet } from './papers-state';
import { useCardCamera } from './use-card-camera';
import { useCardSide } from './use-card-side';

/** State of ③ 证件照片. */
export function usePapers() {
  const { orderId = '' } = useRouteParams('applyPapers');
  const { order, frame, here } = useStepOrder('papers', orderId);
  const front = useCardSide('front', here, order.setData);
  const back = useCardSide('back', here, order.setData);
  const openCamera = useCardCamera(orderId, { front, back }, here?.project.photoAdvice);

  const goOn = useAction(async () => {
    if (!here) {
      return;
    }
    const notYet = papersMode(here) === 'redo' ? sidesNotRedone(here) : null;
    if (notYet) {
      const { title, text, goOn: confirm, stay: cancel } = PAPERS_TEXT.notRedone;
      if (!(await ask({ title, text: text(notYet), confirm, cancel }))) {
        return;
      }
    }
    await (papersGoal(here) === 'toSealed' ? goToPage('applySealed', orderId) : goOnWith(here));
  });

  const isSending = front.progress !== null || back.progress !== null;
  return {
    frame,
    order: here,
    sides: { front, back },
    openCamera,
    /** Whether something that is stored cannot be shown now. */
    isUnseen: front.isUnseen || back.isUnseen,
    fetchAgain: () => {
      front.fetchAgain();
      back.fetchAgain();
    },
    whyNotYet: here && whyNotYet(here, isSending),
    goOn,
  };
}
