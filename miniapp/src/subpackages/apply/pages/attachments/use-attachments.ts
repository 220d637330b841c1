import { endpoints, type FileView } from '@acceptance/shared';
import { useRef, useState } from 'react';
import { call } from '../../../../api/client';
import { say } from '../../../../features/ask';
import { useAction } from '../../../../features/use-action';
import { useRouteParams } from '../../../../features/use-route-params';
import { redirectTo } from '../../../../platform/navigation';
import { useStepOrder } from '../../order-flow/use-step-order';
import { usePhotoSender } from '../../photo/use-photo-sender';
import { ATTACHMENT_TEXT } from '../../texts-form';
import {
  type AttachmentItem,
  itemsOf,
  MAX_ATTACHMENTS,
  missingPapers,
  type RemovedPhoto,
  removedPhoto,
  withoutPhoto,
  withPhoto,
  withRestored,
} from './attachment-list';

/** State of ⑥ 上传材料: one photo is sent at a time, every change is stored at once. */
export function useAttachments() {
  const { orderId = '' } = useRouteParams('applyAttachments');
  const { order, frame, here } = useStepOrder('attachments', orderId);
  const [removed, setRemoved] = useState<RemovedPhoto | null>(null);
  // The paper whose photo is on its way.
  const [activeKind, setActiveKind] = useState<string | null>(null);
  const kindInHand = useRef<string | null>(null);
  const items = useRef<AttachmentItem[]>([]);
  items.current = itemsOf(here?.attachments ?? []);

  const save = async (next: readonly AttachmentItem[]) => {
    order.setData(await call(endpoints.orders.saveAttachments, { params: { orderId }, body: { items: [...next] } }));
  };

  const sender = usePhotoSender({
    orderId,
    purpose: 'attachment',
    onSent: async (file: FileView) => {
      if (kindInHand.current) {
        await save(withPhoto(items.current, { kind: kindInHand.current, fileId: file.id }));
      }
    },
  });

  const remove = useAction(async (fileId: string) => {
    const taken = removedPhoto(items.current, fileId);
    await save(withoutPhoto(items.current, fileId));
    setRemoved(taken);
  });
  const undo = useAction(async () => {
    if (removed) {
      await save(withRestored(items.current, removed));
      setRemoved(null);
    }
  });
  const isBusy = sender.progress !== null || remove.pending || undo.pending;

  const goOn = useAction(() => redirectTo('applyConfirm', { orderId }));

  return {
    frame,
    order: here,
    sender,
    activeKind,
    add: (kind: string, source: 'camera' | 'album') => {
      if (isBusy) {
        say(ATTACHMENT_TEXT.uploading);
        return;
      }
      kindInHand.current = kind;
      setActiveKind(kind);
      void sender.choose(source);
    },
    remove: (fileId: string) => {
      if (isBusy) {
        say(ATTACHMENT_TEXT.uploading);
        return;
      }
      void remove.run(fileId);
    },
    undo: removed && !isBusy ? () => void undo.run() : null,
    isFull: items.current.length >= MAX_ATTACHMENTS,
    missing: here ? missingPapers(here.project, here.attachments) : [],
    changeProblem: remove.problem ?? undo.problem,
    goOn,
  };
}
