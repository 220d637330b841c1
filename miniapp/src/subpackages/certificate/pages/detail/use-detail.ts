import { endpoints, type HOLDER_REVOCATION_REASONS } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { ask, say } from '../../../../features/ask';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { useProof } from '../../../../features/use-proof';
import { CERTIFICATE_TEXT as TEXT } from '../../text';
import { useCertificateFile } from '../../use-certificate-file';

type HolderReason = (typeof HOLDER_REVOCATION_REASONS)[number];

/** State and acts of one certificate. */
export function useDetail(certificateId: string) {
  const params = { certificateId };
  const load = useLoad(async () => {
    const [certificate, lifeCycle, account] = await Promise.all([
      call(endpoints.certificates.readCertificate, { params }),
      call(endpoints.lifeCycle.readLifeCycle, { params }),
      call(endpoints.account.readAccount),
    ]);
    return { certificate, lifeCycle, phoneMasked: account.phoneMasked };
  }, certificateId);
  const file = useCertificateFile(load.data?.certificate ?? null);
  const proof = useProof();
  const [isRevoking, setRevoking] = useState(false);
  const [reason, setReason] = useState<HolderReason | null>(null);
  const [reasonMissing, setReasonMissing] = useState(false);

  const revoke = useAction(async () => {
    setReasonMissing(reason === null);
    const question = { title: TEXT.askTitle, text: TEXT.askText, confirm: TEXT.askYes, dangerous: true };
    if (!reason || !load.data || !proof.form.pass('code') || !(await ask(question))) {
      return;
    }
    const certificate = await call(endpoints.certificates.revokeCertificate, {
      params,
      body: { reason, code: proof.form.values.code },
    });
    proof.form.clear();
    setRevoking(false);
    load.setData({
      ...load.data,
      certificate,
      lifeCycle: await call(endpoints.lifeCycle.readLifeCycle, { params }),
    });
    say(TEXT.revoked);
  });

  return {
    load,
    file,
    proof,
    revoke,
    isRevoking,
    setRevoking,
    reason,
    reasonMissing,
    chooseReason: (chosen: HolderReason) => {
      setReasonMissing(false);
      setReason(chosen);
    },
  };
}
export type Detail = ReturnType<typeof useDetail>;
