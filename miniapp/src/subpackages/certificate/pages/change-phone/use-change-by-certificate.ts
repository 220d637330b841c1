import {
  type CertificateAnswer,
  endpoints,
  type PhoneChangeReason,
  phoneNumberSchema,
  smsCodeSchema,
} from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { checkField } from '../../../../features/check-field';
import { keptReceipt } from '../../../../features/phone-change/kept-receipt';
import { useNewNumberCode } from '../../../../features/phone-change/use-new-number-code';
import { useFields } from '../../../../features/use-fields';
import { redirectTo } from '../../../../platform/navigation';
import { localStorage } from '../../../../platform/storage';

/** State and acts of asking for another number by certificate; how it goes on shows the page of changed numbers. */
export function useChangeByCertificate() {
  const form = useFields({
    newPhone: (phone) => checkField(phoneNumberSchema, phone),
    code: (code) => checkField(smsCodeSchema, code),
  });
  const [reason, setReason] = useState<PhoneChangeReason | null>(null);
  const [tried, setTried] = useState(false);
  const numberCode = useNewNumberCode(form.values.newPhone, () => form.pass('newPhone'));
  return {
    form,
    reason,
    setReason,
    reasonMissing: tried && !reason,
    numberCode,
    isReady: (): boolean => {
      setTried(true);
      return form.pass('newPhone', 'code') && reason !== null;
    },
    handIn: async (answer: CertificateAnswer): Promise<void> => {
      if (!reason) {
        return;
      }
      const body = { ...answer, ...form.values, reason };
      const { receipt } = await call(endpoints.phoneChanges.requestChangeByCertificate, { body });
      keptReceipt(localStorage).keep(receipt);
      await redirectTo('changePhone');
    },
  };
}
