import { endpoints } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../api/client';
import { useAction } from '../use-action';
import { useCountdown } from '../use-countdown';
import { usePicture } from '../use-picture';

/** Sends the code that proves a new number. `isFit` marks a number that is none. */
export function useNewNumberCode(newPhone: string, isFit: () => boolean) {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const countdown = useCountdown();
  const picture = usePicture();
  const sendCode = useAction(async () => {
    if (!isFit()) {
      return;
    }
    const { resendAfterSeconds } = await picture.ask((wish) =>
      call(endpoints.phoneChanges.requestNumberCode, { body: { newPhone, ...wish } }),
    );
    countdown.start(resendAfterSeconds);
    setSentTo(newPhone);
  });
  return { picture, sentTo, secondsLeft: countdown.secondsLeft, sendCode };
}
export type NewNumberCode = ReturnType<typeof useNewNumberCode>;
