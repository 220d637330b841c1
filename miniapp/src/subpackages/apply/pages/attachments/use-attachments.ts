import { isAskedOf } from '@acceptance/shared';
import { useAction } from '../../../../features/use-action';
import { useRouteParams } from '../../../../features/use-route-params';
import { goToPage } from '../../order-flow/go-on';
import { useStepOrder } from '../../order-flow/use-step-order';
import { missingPapers } from '../../paper/attachment-list';
import { usePaperPhotos } from '../../paper/use-paper-photos';

/** State of 上传材料. */
export function useAttachments() {
  const { orderId = '' } = useRouteParams('applyAttachments');
  const { order, frame, here } = useStepOrder('attachments', orderId);
  const photos = usePaperPhotos({ orderId, order: here, onSaved: order.setData });
  const goOn = useAction(() => goToPage('applyConfirm', orderId));
  const role = here?.form.unit?.role;

  return {
    frame,
    order: here,
    photos,
    papers: here?.project.attachments.filter((paper) => isAskedOf(paper, role)) ?? [],
    missing: here ? missingPapers(here.project, here.attachments, role) : [],
    goOn,
  };
}
