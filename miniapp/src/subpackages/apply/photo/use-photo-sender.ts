import { AppError, type FilePurpose, type FileView } from '@acceptance/shared';
import { useRef, useState } from 'react';
import { type Problem, problemOf } from '../../../api/problem';
import { sayAccessOutcome } from '../../../features/say-access-outcome';
import { singleFlight } from '../../../features/single-flight';
import { choosePhoto } from '../../../platform/choose-photo';
import type { ChosenPhoto, PhotoSource } from '../../../platform/chosen-photo';
import type { AccessOutcome, AccessRefusal } from '../../../platform/photo-access';
import { sendPhoto } from './send-photo';

export interface PhotoSender {
  /** The photo on its way, or the one that did not get through. */
  readonly photo: ChosenPhoto | null;
  /** Whole percent while it is sent, otherwise null. */
  readonly progress: number | null;
  readonly problem: Problem | null;
  /** Why camera or album stayed shut at the last try; null when they did not. */
  readonly refusal: AccessRefusal | null;
  /** After the person was in the settings, or was asked again. */
  readonly reconsidered: (outcome: AccessOutcome) => void;
  /** Lets the person take or pick a photo and sends it. Never throws; while one is being sent, no other is. */
  readonly choose: (source: PhotoSource) => Promise<void>;
  /** Sends a photo that was taken otherwise. */
  readonly send: (photo: ChosenPhoto) => Promise<void>;
  /** Camera or album was found shut before anything was chosen. */
  readonly refuse: (refusal: AccessRefusal) => void;
  /** Sends the photo that did not get through once more. */
  readonly retry: () => Promise<void>;
}

interface PhotoSenderOptions {
  readonly orderId: string;
  readonly purpose: FilePurpose;
  /** Puts the stored file where it belongs; what it throws is shown like a failed upload and can be retried. */
  readonly onSent: (file: FileView) => Promise<void>;
}

/** One place for a photo: choosing, checking, sending with percent, and trying again without choosing again. */
export function usePhotoSender(options: PhotoSenderOptions): PhotoSender {
  const [photo, setPhoto] = useState<ChosenPhoto | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [refusal, setRefusal] = useState<AccessRefusal | null>(null);
  const latest = useRef(options);
  latest.current = options;

  const send = async (chosen: ChosenPhoto) => {
    const { orderId, purpose, onSent } = latest.current;
    setPhoto(chosen);
    setProblem(null);
    try {
      await onSent(await sendPhoto(chosen, { orderId, purpose, onProgress: setProgress }));
      setPhoto(null);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setProgress(null);
    }
  };

  // Only sending is guarded: an older browser never tells that choosing was given up.
  const guardedSend = useRef(singleFlight((chosen: ChosenPhoto) => send(chosen)));

  const choose = async (source: PhotoSource) => {
    const choice = await choosePhoto(source);
    setRefusal(choice.kind === 'refused' ? choice.refusal : null);
    if (choice.kind === 'chosen') {
      await guardedSend.current(choice.photo);
    } else if (choice.kind === 'unreadable') {
      setPhoto(null);
      setProblem(problemOf(new AppError('files.damaged')));
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
    send: async (chosen) => {
      setRefusal(null);
      await guardedSend.current(chosen);
    },
    refuse: setRefusal,
    retry: async () => {
      if (photo) {
        await guardedSend.current(photo);
      }
    },
  };
}
