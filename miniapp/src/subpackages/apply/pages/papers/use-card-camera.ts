import type { PhotoAdvice } from '@acceptance/shared';
import { say } from '../../../../features/ask';
import { askForCamera, hasCardCamera } from '../../../../platform/card-camera';
import { navigateTo } from '../../../../platform/navigation';
import type { PhotoSender } from '../../photo/use-photo-sender';
import { CAMERA_TEXT } from '../../texts-camera';
import { awaitShot } from '../camera/shot-hand-over';
import type { CardSide } from './papers-state';

/** Opens the camera for one side of the card; the system's own camera where a page cannot show one. */
export const useCardCamera =
  (orderId: string, sides: Record<CardSide, PhotoSender>, advice: PhotoAdvice | undefined) =>
  async (side: CardSide): Promise<void> => {
    if (!hasCardCamera()) {
      await sides[side].choose('camera');
      return;
    }
    const access = await askForCamera();
    if (!access.given) {
      sides[side].refuse(access.refusal);
      return;
    }
    const shot = awaitShot(advice);
    await navigateTo('applyCamera', { orderId, side });
    const { kind, ...taken } = await shot;
    if (kind === 'failed') {
      say(CAMERA_TEXT.failed);
    } else if (kind === 'album') {
      await sides[side].choose('album');
    } else if (taken.photo) {
      await sides[side].send(taken.photo);
    }
  };
