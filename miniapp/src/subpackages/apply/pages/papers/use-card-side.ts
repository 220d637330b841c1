import { endpoints, type FileView, type OrderView } from '@acceptance/shared';
import { useRef } from 'react';
import { call } from '../../../../api/client';
import { useDownloaded } from '../../../../features/use-downloaded';
import { type PhotoSender, usePhotoSender } from '../../photo/use-photo-sender';
import { openShot } from './open-shot';
import type { CardSide } from './papers-state';

export interface CardSideState extends PhotoSender {
  /** What to show: the photo on its way, else the stored one. */
  readonly src: string | null;
  readonly stored: FileView | null;
  /** The stored photo could not be fetched: it is kept, it just cannot be shown now. */
  readonly isUnseen: boolean;
  readonly fetchAgain: () => void;
  /** Sends the refused photo once more: it is right, whatever the reader saw. */
  readonly keep: () => Promise<void>;
}

interface CardSideOptions {
  readonly order: OrderView | null;
  readonly onSaved: (order: OrderView) => void;
  /** Another photo is wanted in place of one that may be hard to read. */
  readonly onAnother: (side: CardSide, way: 'camera' | 'album') => void;
}

/** One side of the ID card: the stored photo and the way to a new one. */
export function useCardSide(side: CardSide, { order, onSaved, onAnother }: CardSideOptions): CardSideState {
  const orderId = order?.id ?? '';
  const stored = order?.idCard[side] ?? null;
  const picture = useDownloaded(endpoints.files.readFile, stored && { params: { fileId: stored.id } });
  const asIs = useRef(false);
  const sender = usePhotoSender({
    orderId,
    purpose: `id-card-${side}`,
    advice: order?.project.photoAdvice,
    onDoubt: async (picked, prepared) => {
      const shot = await openShot({ orderId, side, advice: order?.project.photoAdvice }, { picked, prepared });
      if (shot.kind === 'camera' || shot.kind === 'album') {
        onAnother(side, shot.kind);
      }
      return shot.kind === 'photo' ? shot.prepared : null;
    },
    onSent: async (file) => {
      const body = { [side === 'front' ? 'frontFileId' : 'backFileId']: file.id, asIs: asIs.current };
      onSaved(await call(endpoints.orders.saveIdCard, { params: { orderId }, body }));
    },
  });
  // A photo that was refused is not shown: it would look as if it had been taken.
  const onItsWay = sender.problem && sender.problem.kind !== 'offline' ? null : sender.photo;
  return {
    ...sender,
    stored,
    src: onItsWay?.path ?? picture.data,
    isUnseen: stored !== null && picture.problem !== null && onItsWay === null,
    fetchAgain: () => void picture.reload(),
    keep: async () => {
      asIs.current = true;
      await sender.retry();
      asIs.current = false;
    },
  };
}
