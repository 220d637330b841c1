import { type CertificateView, endpoints } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../api/client';
import { useAction } from '../../features/use-action';
import { useLoad } from '../../features/use-load';

const { readUnlock, requestUnlock, cancelUnlock } = endpoints.ukeyUnlocks;

/** Asking for a new PIN of a certificate's UKey, and what has become of it; it changes with the certificate's state. */
export function usePinUnlock({ id, state }: Pick<CertificateView, 'id' | 'state'>) {
  const params = { certificateId: id };
  const load = useLoad(() => call(readUnlock, { params }), `${id}|${state}`);
  const [isOpen, setOpen] = useState(false);
  const request = useAction(async () => {
    load.setData(await call(requestUnlock, { params }));
    setOpen(false);
  });
  const cancel = useAction(async () => load.setData(await call(cancelUnlock, { params })));
  return { load, isOpen, setOpen, request, cancel };
}
export type PinUnlock = ReturnType<typeof usePinUnlock>;
