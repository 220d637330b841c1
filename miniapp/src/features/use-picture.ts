import { ApiError, endpoints } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../api/client';
import { deviceId } from './device-id';
import { useAction } from './use-action';

/** What is sent with every wish for a code. */
export interface CodeWish {
  readonly deviceId: string;
  readonly picture?: { readonly pictureId: string; readonly pictureAnswer: string };
}

/**
 * The picture that is asked for when a number has been sent several codes by people we do not know. Until then there is
 * none. A picture is good for one answer: whatever comes of it, the next wish gets another.
 */
export function usePicture() {
  const [picture, setPicture] = useState<{ readonly id: string; readonly image: string } | null>(null);
  const [answer, setAnswer] = useState('');

  const another = useAction(async () => {
    const { pictureId, image } = await call(endpoints.auth.requestPicture);
    setPicture({ id: pictureId, image });
    setAnswer('');
  });

  return {
    image: picture?.image ?? null,
    answer,
    setAnswer,
    another,
    /** Asks for a code; when a picture is asked for, shows one and lets the refusal through. */
    async ask<Result>(send: (wish: CodeWish) => Promise<Result>): Promise<Result> {
      const wish = { deviceId: await deviceId() };
      try {
        const sent = await send(
          picture ? { ...wish, picture: { pictureId: picture.id, pictureAnswer: answer } } : wish,
        );
        setPicture(null);
        setAnswer('');
        return sent;
      } catch (error) {
        const isAsked = error instanceof ApiError && /^auth\.picture_/.test(error.code);
        if (isAsked || picture) {
          await another.run();
        }
        throw error;
      }
    },
  };
}
