import type { FilePurpose, FileView, PhotoAdvice } from '@acceptance/shared';
import { useRef, useState } from 'react';
import { type Problem, problemOf } from '../../../api/problem';
import { sayAccessOutcome } from '../../../features/say-access-outcome';
import { singleFlight } from '../../../features/single-flight';
import { choosePhoto } from '../../../platform/choose-photo';
import type { PhotoSource, PickedPhoto } from '../../../platform/chosen-photo';
import type { AccessOutcome, AccessRefusal } from '../../../platform/photo-access';
import { pictureError } from '../../../text/picture-error';
import { isUsedAnyway } from './photo-doubt';
import { PICTURE_DEVICE } from './picture-device';
import { type PreparedPhoto, preparePhoto } from './prepare-photo';
import { sendPhoto } from './send-photo';

export interface PhotoSender {
  /** The photo on its way, or the one that did not get through. */
  readonly photo: PickedPhoto | null;
  /** Whole percent while it is sent, otherwise null. */
  readonly progress: number | null;
  readonly problem: Problem | null;
  /** Why camera or album stayed shut at the last try; null when they did not. */
  readonly refusal: AccessRefusal | null;
  /** After the person was in the settings, or was asked again. */
  readonly reconsidered: (outcome: AccessOutcome) => void;
  /** Lets the person take or pick a photo and sends it. Never throws; while one is being sent, no other is. */
  readonly choose: (source: PhotoSource) => Promise<void>;
  /** Sends a photo that was taken and looked at otherwise: what is said of it, the person has read. */
  readonly send: (prepared: PreparedPhoto) => Promise<void>;
  /** Camera or album was found shut before anything was chosen. */
  readonly refuse: (refusal: AccessRefusal) => void;
  /** Sends the photo that did not get through once more. */
  readonly retry: () => Promise<void>;
}

interface PhotoSenderOptions {
  readonly orderId: string;
  readonly purpose: FilePurpose;
  /** By which measures a photo is called bad; absent: the phone's own. */
  readonly advice?: PhotoAdvice | undefined;
  /** Asks what to do with a photo that may be hard to read; null: nothing. Default: a question. */
  readonly onDoubt?: (picked: PickedPhoto, prepared: PreparedPhoto) => Promise<PreparedPhoto | null>;
  /** Puts the stored file where it belongs; what it throws is shown like a failed upload and can be retried. */
  readonly onSent: (file: FileView) => Promise<void>;
}

const asked = async (_picked: PickedPhoto, prepared: PreparedPhoto): Promise<PreparedPhoto | null> =>
  (await isUsedAnyway(prepared.reasons)) ? prepared : null;

/** One place for a photo: choosing, checking, sending with percent, and trying again without choosing again. */
export function usePhotoSender(options: PhotoSenderOptions): PhotoSender {
  const [photo, setPhoto] = useState<PickedPhoto | null>(null);
  const inHand = useRef<PreparedPhoto | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [refusal, setRefusal] = useState<AccessRefusal | null>(null);
  const latest = useRef(options);
  latest.current = options;

  /** What the server sees and the phone did not is asked about before the photo is put to use. */
  const deliver = async (prepared: PreparedPhoto) => {
    const { orderId, purpose, onSent } = latest.current;
    inHand.current = prepared;
    setPhoto(prepared.photo);
    const file = await sendPhoto(prepared.photo, { orderId, purpose, onProgress: setProgress });
    if (await isUsedAnyway(file.reasons.filter((reason) => !prepared.reasons.includes(reason)))) {
      inHand.current = { ...prepared, reasons: file.reasons };
      await onSent(file);
    }
    setPhoto(null);
  };

  const lookAndDeliver = async (picked: PickedPhoto) => {
    const { purpose, advice, onDoubt } = latest.current;
    inHand.current = null;
    setPhoto(picked);
    setProgress(0);
    const prepared = await preparePhoto(picked, { purpose, advice }, PICTURE_DEVICE);
    const wanted = prepared.reasons.length === 0 ? prepared : await (onDoubt ?? asked)(picked, prepared);
    if (wanted) {
      await deliver(wanted);
    } else {
      setPhoto(null);
    }
  };

  const send = async (given: { readonly picked: PickedPhoto } | { readonly prepared: PreparedPhoto }) => {
    setProblem(null);
    try {
      await ('picked' in given ? lookAndDeliver(given.picked) : deliver(given.prepared));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setProgress(null);
    }
  };

  // Only sending is guarded: an older browser never tells that choosing was given up.
  const guardedSend = useRef(singleFlight((given: Parameters<typeof send>[0]) => send(given)));

  const choose = async (source: PhotoSource) => {
    const choice = await choosePhoto(source);
    setRefusal(choice.kind === 'refused' ? choice.refusal : null);
    if (choice.kind === 'chosen') {
      await guardedSend.current({ picked: choice.photo });
    } else if (choice.kind === 'unreadable') {
      setPhoto(null);
      setProblem(problemOf(pictureError('files.damaged')));
    }
  };

  return {
    photo,
    progress,
    problem,
    refusal,
    reconsidered: (outcome) => {
      sayAccessOutcome(outcome);
      if (outcome === 'given') {
        setRefusal(null);
      }
    },
    choose,
    send: async (prepared) => {
      setRefusal(null);
      await guardedSend.current({ prepared });
    },
    refuse: setRefusal,
    retry: async () => {
      if (inHand.current) {
        await guardedSend.current({ prepared: inHand.current });
      } else if (photo) {
        await guardedSend.current({ picked: photo });
      }
    },
  };
}
