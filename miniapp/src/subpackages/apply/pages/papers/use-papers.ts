import { ask } from '../../../../features/ask';
import { useAction } from '../../../../features/use-action';
import { useRouteParams } from '../../../../features/use-route-params';
import { previewPhoto } from '../../../../platform/preview-photo';
import { goOn as goOnWith, goToPage } from '../../order-flow/go-on';
import { useStepOrder } from '../../order-flow/use-step-order';
import { PAPERS_TEXT } from '../../texts-papers';
import { type CardSide, isSideOpen, papersGoal, papersMode, sidesNotRedone, whyNotYet } from './papers-state';
import { useCardCamera } from './use-card-camera';
import { useCardSide } from './use-card-side';

/** State of ③ 证件照片. */
export function usePapers() {
  const { orderId = '' } = useRouteParams('applyPapers');
  const { order, frame, here } = useStepOrder('papers', orderId);
  const onAnother = (side: CardSide, way: 'camera' | 'album') => {
    void (way === 'camera' ? camera.open(side) : sides[side].choose('album'));
  };
  const options = { order: here, onSaved: order.setData, onAnother };
  const front = useCardSide('front', options);
  const back = useCardSide('back', options);
  const sides = { front, back };
  const camera = useCardCamera(orderId, sides, here?.project.photoAdvice);

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
    sides,
    openCamera: camera.open,
    /** Shows the stored photo of a side: to be turned or taken anew, or, once signed, only to be seen. */
    look: (side: CardSide) => {
      const { src, stored } = sides[side];
      if (!src || !stored || !here) {
        return;
      }
      if (!isSideOpen(here, side)) {
        previewPhoto(src);
        return;
      }
      const picked = { path: src, size: stored.byteLength, fileName: stored.id };
      void camera.look(side, { picked, prepared: null });
    },
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
