import { endpoints } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { deviceId } from '../../../../features/device-id';
import { useAction } from '../../../../features/use-action';
import { useCountdown } from '../../../../features/use-countdown';
import { usePicture } from '../../../../features/use-picture';

/** Proof of a number that is not the account's own: a code that goes to it. */
export function usePhoneProof(phone: string) {
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const countdown = useCountdown();
  const picture = usePicture();
  const send = useAction(async () => {
    const { resendAfterSeconds } = await picture.ask((wish) =>
      call(endpoints.identity.requestPhoneCode, { body: { phone, ...wish } }),
    );
    countdown.start(resendAfterSeconds);
    setSentTo(phone);
  });
  return {
    code,
    setCode: (typed: string) => {
      setCode(typed);
      setMissing(false);
    },
    missing,
    sentTo,
    secondsLeft: countdown.secondsLeft,
    picture,
    send,
    /** Marks a code that is needed and not there; whether none is. */
    pass: (isNeeded: boolean): boolean => {
      const isMissing = isNeeded && code === '';
      setMissing(isMissing);
      return !isMissing;
    },
    /** For the body of what asks for it; empty while no code came to this number. */
    read: async () => (code && sentTo === phone ? { phoneCode: code, deviceId: await deviceId() } : {}),
  };
}
