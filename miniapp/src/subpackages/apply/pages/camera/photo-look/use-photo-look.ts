import { useRef, useState } from 'react';
import { useAction } from '../../../../../features/use-action';
import { PICTURE_DEVICE } from '../../../photo/picture-device';
import { type PreparedPhoto, preparePhoto } from '../../../photo/prepare-photo';
import type { PhotoToSee, WantedShot } from '../shot-hand-over';

/** A photo that is looked at and can be turned; what is turned is always the photo as it came. */
export function usePhotoLook({ purpose, advice }: WantedShot, toSee: PhotoToSee) {
  // Null while it is only the stored one: there is nothing to hand over.
  const [prepared, setPrepared] = useState(toSee.prepared);
  const [turns, setTurns] = useState(0);
  // Who turns it and uses it before it is drawn means the turned one.
  const newest = useRef<Promise<PreparedPhoto | null>>(Promise.resolve(toSee.prepared));
  const turn = useAction(async () => {
    const next = turns + 1;
    const before = newest.current;
    const turned = preparePhoto(toSee.picked, { purpose, advice, turns: next }, PICTURE_DEVICE);
    newest.current = turned.catch(() => before);
    setPrepared(await turned);
    setTurns(next);
  });
  return {
    prepared,
    turn,
    newest: () => newest.current,
    path: prepared?.photo.path ?? toSee.picked.path,
  };
}
