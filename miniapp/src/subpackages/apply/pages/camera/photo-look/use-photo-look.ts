import { useState } from 'react';
import { useAction } from '../../../../../features/use-action';
import { PICTURE_DEVICE } from '../../../photo/picture-device';
import { preparePhoto } from '../../../photo/prepare-photo';
import type { PhotoToSee, WantedShot } from '../shot-hand-over';

/** A photo that is looked at and can be turned; what is turned is always the photo as it came. */
export function usePhotoLook({ purpose, advice }: WantedShot, toSee: PhotoToSee) {
  // Null while it is only the stored one: there is nothing to hand over.
  const [prepared, setPrepared] = useState(toSee.prepared);
  const [turns, setTurns] = useState(0);
  const turn = useAction(async () => {
    const next = turns + 1;
    setPrepared(await preparePhoto(toSee.picked, { purpose, advice, turns: next }, PICTURE_DEVICE));
    setTurns(next);
  });
  return {
    prepared,
    turn,
    path: prepared?.photo.path ?? toSee.picked.path,
  };
}
