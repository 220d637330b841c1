import type { PhotoAdvice } from '@acceptance/shared';
import { navigateTo } from '../../../../platform/navigation';
import { awaitShot, type HandedShot, type PhotoToSee } from '../camera/shot-hand-over';
import type { CardSide } from './papers-state';

/** Opens the camera's page for one side, or a look at a photo of it, and answers what came of it. */
export async function openShot(
  { orderId, side, advice }: { orderId: string; side: CardSide; advice: PhotoAdvice | undefined },
  toSee?: PhotoToSee,
): Promise<HandedShot> {
  const shot = awaitShot({ purpose: `id-card-${side}`, advice, ...(toSee && { toSee }) });
  await navigateTo('applyCamera', { orderId, side });
  return shot;
}
