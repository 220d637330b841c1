import type { PhotoAdvice } from '@acceptance/shared';
import { say } from '../../../../features/ask';
import { askForCamera, hasCardCamera, WITHOUT_CARD_CAMERA } from '../../../../platform/card-camera';
import type { PhotoSender } from '../../photo/use-photo-sender';
import { CAMERA_TEXT } from '../../texts-camera';
import type { HandedShot, PhotoToSee } from '../camera/shot-hand-over';
import { openShot } from './open-shot';
import type { CardSide } from './papers-state';

/** Opens the camera for one side of the card; another way to a photo where a page cannot show one. */
export const useCardCamera = (
  orderId: string,
  sides: Record<CardSide, PhotoSender>,
  advice: PhotoAdvice | undefined,
) => {
  const settle = async (side: CardSide, shot: HandedShot): Promise<void> => {
    switch (shot.kind) {
      case 'failed':
        return say(CAMERA_TEXT.failed);
      case 'album':
        return sides[side].choose('album');
      case 'camera':
        return open(side);
      case 'photo':
        return sides[side].send(shot.prepared);
      case 'closed':
        return undefined;
    }
  };
  const open = async (side: CardSide): Promise<void> => {
    if (!hasCardCamera()) {
      await sides[side].choose(WITHOUT_CARD_CAMERA);
      return;
    }
    const access = await askForCamera();
    if (!access.given) {
      sides[side].refuse(access.refusal);
      return;
    }
    await settle(side, await openShot({ orderId, side, advice }));
  };
  return {
    open,
    /** Shows the stored photo of one side, whole, with the ways to another one. */
    look: async (side: CardSide, toSee: PhotoToSee): Promise<void> =>
      settle(side, await openShot({ orderId, side, advice }, toSee)),
  };
};
