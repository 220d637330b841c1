import {
  ApiError,
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
import { keptReceipt } from '../../../../features/phone-change/kept-receipt';
import { useNewNumberCode } from '../../../../features/phone-change/use-new-number-code';
import { useAction } from '../../../../features/use-action';
import { useFields } from '../../../../features/use-fields';
import { useLoad } from '../../../../features/use-load';
import { localStorage } from '../../../../platform/storage';

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
    if (error instanceof ApiError && error.code === 'phone_changes.not_found') {
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

  const numberCode = useNewNumberCode(form.values.newPhone, () => form.pass('newPhone'));

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
    reason,
    setReason,
    consent,
    setConsent,
    reasonMissing: tried && !reason,
    consentMissing: tried && !consent,
    numberCode,
    submit,
    askAgain: () => {
      receipts.forget();
      change.setData('none');
    },
  };
}
