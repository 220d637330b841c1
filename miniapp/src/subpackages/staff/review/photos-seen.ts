import type { StaffOrderView } from '@acceptance/shared';
import { createContext, useCallback, useEffect, useState } from 'react';
import { STAFF_TEXT } from '../text';

/** A key that is pressed twice must not decide on the order that has just come. */
const REST_MS = 1000;

/** Told by each picture of an order once it is there to be seen. */
export const PhotoShown = createContext<(fileId: string, src: string) => void>(() => undefined);

/** What nobody approves without having had it before them. */
export const photosToSee = ({ idCard, attachments }: Pick<StaffOrderView, 'idCard' | 'attachments'>): string[] =>
  [idCard.front, idCard.back, ...attachments.map(({ file }) => file)].flatMap((file) => file?.id ?? []);

/** Which pictures of the order are there, each by its path; `isRested`: all, and for a moment. */
export function usePhotosSeen(order: StaffOrderView | null) {
  const [shown, setShown] = useState<Readonly<Record<string, string>>>({});
  const [isRested, setRested] = useState(false);
  const isAllShown = order !== null && photosToSee(order).every((id) => shown[id] !== undefined);
  const note = useCallback(
    (fileId: string, src: string) =>
      setShown((before) => (before[fileId] === src ? before : { ...before, [fileId]: src })),
    [],
  );
  useEffect(() => {
    setRested(false);
    const timer = isAllShown ? setTimeout(() => setRested(true), REST_MS) : undefined;
    return () => clearTimeout(timer);
  }, [isAllShown]);
  return { note, shown, notYet: isAllShown ? null : STAFF_TEXT.photosNotThere, isRested };
}
