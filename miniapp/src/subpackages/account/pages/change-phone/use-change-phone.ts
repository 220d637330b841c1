import {
  AppError,
  endpoints,
  identityNumberSchema,
  type PhoneChangeReason,
  type PhoneChangeReceipt,
  personNameSchema,
  phoneNumberSchema,
  smsCodeSchema,
} from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { checkField } from '../../../../features/check-field';
import { deviceId } from '../../../../features/device-id';
import { useAction } from '../../../../features/use-action';
import { useCountdown } from '../../../../features/use-countdown';
import { useFields } from '../../../../features/use-fields';
import { useLoad } from '../../../../features/use-load';
import { usePicture } from '../../../../features/use-picture';
import { localStorage } from '../../../../platform/storage';
import { keptReceipt } from './kept-receipt';

const receipts = keptReceipt(localStorage);

/** The change that was asked for on this device, or `none`. */
async function readChange(): Promise<PhoneChangeReceipt | 'none'> {
  const receipt = receipts.read();
  if (!receipt) {
    return 'none';
  }
  try {
    return await call(endpoints.phoneChanges.readReceipt, { body: { receipt } });
  } catch (error) {
    if (error instanceof AppError && error.code === 'phone_changes.not_found') {
      receipts.forget();
      return 'none';
    }
    throw error;
  }
}

/** State and acts of asking for another number. */
export function useChangePhone() {
  const change = useLoad<PhoneChangeReceipt | 'none'>(readChange, '');
  const form = useFields({
    oldPhone: (phone) => checkField(phoneNumberSchema, phone),
    newPhone: (phone) => checkField(phoneNumberSchema, phone),
    code: (code) => checkField(smsCodeSchema, code),
    name: (name) => checkField(personNameSchema, name),
    idNumber: (idNumber) => checkField(identityNumberSchema, idNumber),
  });
  const [reason, setReason] = useState<PhoneChangeReason | null>(null);
  const [consent, setConsent] = useState(false);
  const [tried, setTried] = useState(false);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const countdown = useCountdown();
  const picture = usePicture();

  const sendCode = useAction(async () => {
    if (!form.pass('newPhone')) {
      return;
    }
    const { newPhone } = form.values;
    const { resendAfterSeconds } = await picture.ask((wish) =>
      call(endpoints.phoneChanges.requestNumberCode, { body: { newPhone, ...wish } }),
    );
    countdown.start(resendAfterSeconds);
    setSentTo(newPhone);
  });

  const submit = useAction(async () => {
    setTried(true);
    const isComplete = form.pass('oldPhone', 'newPhone', 'code', 'name', 'idNumber');
    if (!isComplete || !reason || !consent) {
      return;
    }
    const { receipt, ...made } = await call(endpoints.phoneChanges.requestChange, {
      body: { ...form.values, reason, deviceId: await deviceId() },
    });
    receipts.keep(receipt);
    form.clear();
    change.setData(made);
  });

  return {
    change,
    form,
    picture,
    reason,
    setReason,
    consent,
    setConsent,
    reasonMissing: tried && !reason,
    consentMissing: tried && !consent,
    sentTo,
    secondsLeft: countdown.secondsLeft,
    sendCode,
    submit,
    askAgain: () => {
      receipts.forget();
      change.setData('none');
    },
  };
}
