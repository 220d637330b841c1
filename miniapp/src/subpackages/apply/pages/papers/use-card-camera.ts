import { useState } from 'react';
import { say } from '../../../../features/ask';
import { askForCamera, hasCardCamera } from '../../../../platform/card-camera';
import type { ChosenPhoto } from '../../../../platform/chosen-photo';
import type { PhotoSender } from '../../photo/use-photo-sender';
import { CAMERA_TEXT } from '../../texts-camera';
import type { CardSide } from './papers-state';

/** The camera over the page, for one side of the card at a time; the system's own camera where the page cannot show one. */
export function useCardCamera(sides: Record<CardSide, PhotoSender>) {
  const [side, setSide] = useState<CardSide | null>(null);

  const open = async (wanted: CardSide) => {
    if (!hasCardCamera()) {
      await sides[wanted].choose('camera');
      return;
    }
    const access = await askForCamera();
    if (access.given) {
      setSide(wanted);
    } else {
      sides[wanted].refuse(access.refusal);
    }
  };
  const leave = (then: (left: CardSide) => Promise<void>) => {
    setSide(null);
    if (side) {
      void then(side);
    }
  };

  return {
    side,
    open,
    close: () => setSide(null),
    use: (photo: ChosenPhoto) => leave((left) => sides[left].send(photo)),
    album: () => leave((left) => sides[left].choose('album')),
    fail: () => {
      setSide(null);
      say(CAMERA_TEXT.failed);
    },
  };
}
