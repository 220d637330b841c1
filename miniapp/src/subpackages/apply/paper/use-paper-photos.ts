import { endpoints, type FileView, type OrderView } from '@acceptance/shared';
import { useRef, useState } from 'react';
import { call } from '../../../api/client';
import { say } from '../../../features/ask';
import { useAction } from '../../../features/use-action';
import { usePhotoSender } from '../photo/use-photo-sender';
import { ATTACHMENT_TEXT } from '../texts-form';
import {
  type AttachmentItem,
  itemsOf,
  MAX_ATTACHMENTS,
  type RemovedPhoto,
  removedPhoto,
  withoutPhoto,
  withPhoto,
  withRestored,
} from './attachment-list';

interface PaperPhotosOptions {
  readonly orderId: string;
  readonly order: OrderView | null;
  readonly onSaved: (order: OrderView) => void;
}

/** The photos of an order's papers: one is sent at a time, every change is stored at once. */
export function usePaperPhotos({ orderId, order, onSaved }: PaperPhotosOptions) {
  const [removed, setRemoved] = useState<RemovedPhoto | null>(null);
  // The paper whose photo is on its way.
  const [activeKind, setActiveKind] = useState<string | null>(null);
  const kindInHand = useRef<string | null>(null);
  const items = useRef<AttachmentItem[]>([]);
  items.current = itemsOf(order?.attachments ?? []);

  const save = async (next: readonly AttachmentItem[]) => {
    onSaved(await call(endpoints.orders.saveAttachments, { params: { orderId }, body: { items: [...next] } }));
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
  const unlessBusy = (act: () => void) => {
    if (isBusy) {
      say(ATTACHMENT_TEXT.uploading);
    } else {
      act();
    }
  };

  return {
    sender,
    senderOf: (kind: string) => (activeKind === kind ? sender : null),
    add: (kind: string, source: 'camera' | 'album') =>
      unlessBusy(() => {
        kindInHand.current = kind;
        setActiveKind(kind);
        void sender.choose(source);
      }),
    remove: (fileId: string) => unlessBusy(() => void remove.run(fileId)),
    undo: removed && !isBusy ? () => void undo.run() : null,
    isSending: sender.progress !== null,
    isFull: items.current.length >= MAX_ATTACHMENTS,
    problem: remove.problem ?? undo.problem,
  };
}
