import { endpoints, type KeyAlgorithm, newPasswordSchema } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { say } from '../../../../features/ask';
import { checkField } from '../../../../features/check-field';
import { useAction } from '../../../../features/use-action';
import { useFields } from '../../../../features/use-fields';
import { useLoad } from '../../../../features/use-load';
import { usePolling } from '../../../../features/use-polling';
import { redirectTo } from '../../../../platform/navigation';
import { localStorage } from '../../../../platform/storage';
import { DEVICE_ALGORITHMS, type DeviceAlgorithm } from '../../device-key/device-key';
import { keptKey } from '../../device-key/kept-key';
import { makeAndKeepKey } from '../../device-key/make-and-keep';
import { CERTIFICATE_TEXT as TEXT } from '../../text';
import { useCertificateFile } from '../../use-certificate-file';

const POLL_MS = 2000;
const PRINTABLE = /^[\x20-\x7e]*$/;

const pinProblem = (pin: string): string | null =>
  PRINTABLE.test(pin) ? checkField(newPasswordSchema, pin) : TEXT.pinAscii;

/** What of the project's kinds a phone can make. */
export const choosable = (offered: readonly KeyAlgorithm[]): DeviceAlgorithm[] =>
  DEVICE_ALGORITHMS.filter((algorithm) => offered.includes(algorithm)).sort(
    (left, right) => offered.indexOf(left) - offered.indexOf(right),
  );

/** State and acts of getting a software certificate. */
export function useReceive(orderId: string) {
  const params = { orderId };
  const issuing = useLoad(() => call(endpoints.certificates.readIssuing, { params }), orderId);
  const { data, setData } = issuing;
  const [chosen, setChosen] = useState<DeviceAlgorithm | null>(null);
  const algorithms = choosable(data?.algorithms ?? []);
  const algorithm = chosen ?? algorithms[0] ?? null;
  const kept = data?.stage === 'needs-key' ? keptKey(localStorage, orderId) : null;
  const file = useCertificateFile(data?.certificate ?? null);

  const form = useFields({
    pin: pinProblem,
    again: (again): string | null => (again === form.values.pin ? null : TEXT.pinDiffers),
  });
  const handIn = async (csr: string) =>
    setData(await call(endpoints.certificates.requestCertificate, { params, body: { csr } }));

  const make = useAction(async () => {
    if (algorithm && form.pass('pin', 'again')) {
      const { csr } = await makeAndKeepKey(orderId, algorithm, form.values.pin);
      form.clear();
      await handIn(csr);
    }
  });
  const resume = useAction(async () => {
    if (kept) {
      await handIn(kept.csr);
    }
  });
  const receipt = useAction(async () => {
    await call(endpoints.certificates.confirmReceipt, { params });
    say(TEXT.done);
    await redirectTo('order', { orderId });
  });
  usePolling(data?.stage === 'requested', POLL_MS, issuing.reload);

  return { issuing, algorithms, algorithm, choose: setChosen, kept, form, make, resume, file, receipt };
}
export type Receive = ReturnType<typeof useReceive>;
