import { endpoints, smsCodeSchema } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { checkField } from '../../../../features/check-field';
import { deviceId } from '../../../../features/device-id';
import { useAction } from '../../../../features/use-action';
import { useCountdown } from '../../../../features/use-countdown';
import { usePicture } from '../../../../features/use-picture';
import { IDENTITY_TEXT } from '../../texts-identity';

/** Proof of a number that is not the account's own: a code that goes to it. `isFit` marks a number that is none. */
export function usePhoneProof(phone: string, isFit: () => boolean) {
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const countdown = useCountdown();
  const picture = usePicture();
  const send = useAction(async () => {
    if (!isFit()) {
      return;
    }
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
      setWrong(null);
    },
    wrong,
    sentTo,
    secondsLeft: countdown.secondsLeft,
    picture,
    send,
    /** Marks a code that is needed and not there, or none; whether all is well. */
    pass: (isNeeded: boolean): boolean => {
      const found = isNeeded ? (code === '' ? IDENTITY_TEXT.codeMissing : checkField(smsCodeSchema, code)) : null;
      setWrong(found);
      return found === null;
    },
    /** For the body of what asks for it; empty while no code came to this number. */
    read: async () => (code && sentTo === phone ? { phoneCode: code, deviceId: await deviceId() } : {}),
  };
}
