import { type ErrorCode, endpoints, type KeyAlgorithm, newPasswordSchema } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { problemOf } from '../../../../api/problem';
import { say } from '../../../../features/ask';
import { checkField } from '../../../../features/check-field';
import { DEVICE_ALGORITHMS, type DeviceAlgorithm } from '../../../../features/device-key/device-key';
import { forgetKey, keptKey } from '../../../../features/device-key/kept-key';
import { makeAndKeepKey } from '../../../../features/device-key/make-and-keep';
import { useAction } from '../../../../features/use-action';
import { useFields } from '../../../../features/use-fields';
import { useLoad } from '../../../../features/use-load';
import { usePolling } from '../../../../features/use-polling';
import { redirectTo } from '../../../../platform/navigation';
import { localStorage } from '../../../../platform/storage';
import { CERTIFICATE_TEXT as TEXT } from '../../text';
import { useCertificateFile } from '../../use-certificate-file';

const POLL_MS = 2000;
/** No certificate will ever be made for such a key: the next try makes another. */
const KEY_REFUSALS: ReadonlySet<string | null | undefined> = new Set<ErrorCode>([
  'certificates.request_unreadable',
  'certificates.proof_failed',
  'certificates.key_weak',
  'certificates.key_compromised',
  'certificates.key_used',
  'certificates.algorithm_not_offered',
]);
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
  const ofDevice = data?.stage === 'needs-key' ? keptKey(localStorage, orderId) : null;
  const kept = ofDevice && !data?.discardedKeys.includes(ofDevice.publicKeySha256) ? ofDevice : null;
  const file = useCertificateFile(data?.certificate ?? null);

  const form = useFields({
    pin: pinProblem,
    again: (again): string | null => (again === form.values.pin ? null : TEXT.pinDiffers),
  });
  const send = useAction(async (csr: string) => {
    try {
      setData(await call(endpoints.certificates.requestCertificate, { params, body: { csr } }));
    } catch (error) {
      if (KEY_REFUSALS.has(problemOf(error).code)) {
        forgetKey(localStorage, orderId);
      }
      throw error;
    }
  });
  const make = useAction(async () => {
    if (algorithm && form.pass('pin', 'again')) {
      const { csr } = await makeAndKeepKey(orderId, algorithm, form.values.pin);
      form.clear();
      void send.run(csr);
    }
  });
  const receipt = useAction(async () => {
    await call(endpoints.deliveries.confirmReceived, { params });
    say(TEXT.done);
    await redirectTo('order', { orderId });
  });
  usePolling(data?.stage === 'requested', POLL_MS, issuing.reload);

  return { issuing, algorithms, algorithm, choose: setChosen, kept, form, make, send, file, receipt };
}
export type Receive = ReturnType<typeof useReceive>;
