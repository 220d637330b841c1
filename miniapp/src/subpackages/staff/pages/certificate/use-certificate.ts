import { type CertificateRevocationReason, endpoints, lineOfText, type StaffCertificate } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { ask, say } from '../../../../features/ask';
import { checkField } from '../../../../features/check-field';
import { useAction } from '../../../../features/use-action';
import { useFields } from '../../../../features/use-fields';
import { useLoad } from '../../../../features/use-load';
import { navigateTo } from '../../../../platform/navigation';
import { REVOCATION_REASON_LABELS } from '../../../../text/certificate-labels';
import { saveChain } from '../../certificates/save-chain';
import { STAFF_CERTIFICATE_TEXT as TEXT } from '../../texts-certificates';

/** As the API checks it. */
const NOTE = lineOfText('原因说明', 200);

/** One certificate, and what may be done to it. */
export function useCertificate(certificateId: string) {
  const params = { certificateId };
  // Not read again each time the window comes back: every reading is a recorded look.
  const load = useLoad(() => call(endpoints.certificateDesk.readCertificate, { params }), certificateId, {
    onShow: false,
  });
  const staff = useLoad(() => call(endpoints.staff.readStaff), '', { onShow: false });
  const [deed, setDeed] = useState<'suspend' | 'revoke' | null>(null);
  const [reason, setReason] = useState<CertificateRevocationReason | null>(null);
  const [reasonMissing, setReasonMissing] = useState(false);
  const form = useFields({ note: (note) => (note.trim() ? checkField(NOTE, note) : TEXT.noteMissing) });

  const open = (next: typeof deed) => {
    setDeed(next);
    setReason(null);
    setReasonMissing(false);
    form.clear();
  };
  const finish = async (act: () => Promise<StaffCertificate>, words: string) => {
    try {
      load.setData(await act());
    } catch (error) {
      // Somebody else may have been faster.
      await load.reload();
      throw error;
    }
    open(null);
    say(words);
  };
  const suspend = useAction(async () => {
    const question = { title: TEXT.holdTitle, text: TEXT.holdText, confirm: TEXT.yes };
    if (form.pass('note') && (await ask(question))) {
      const body = { note: form.values.note };
      await finish(() => call(endpoints.certificateDesk.suspendCertificate, { params, body }), TEXT.held);
    }
  });
  const release = useAction(async () => {
    if (await ask({ title: TEXT.releaseTitle, text: TEXT.releaseText, confirm: TEXT.yes })) {
      await finish(() => call(endpoints.certificateDesk.releaseCertificate, { params }), TEXT.released);
    }
  });
  const revoke = useAction(async () => {
    setReasonMissing(reason === null);
    if (!form.pass('note') || reason === null) {
      return;
    }
    const text = TEXT.revokeText(REVOCATION_REASON_LABELS[reason]);
    if (await ask({ title: TEXT.revokeTitle, text, confirm: TEXT.yes, dangerous: true })) {
      const body = { reason, note: form.values.note };
      await finish(() => call(endpoints.certificateDesk.revokeCertificate, { params, body }), TEXT.revoked);
    }
  });
  const unlock = useAction(async () => {
    const { id } = await call(endpoints.ukeyUnlockDesk.startUnlock, { params });
    await navigateTo('staffUkeyUnlock', { ukeyUnlockId: id });
  });
  const download = useAction((certificate: StaffCertificate) => saveChain(certificate));

  return {
    load,
    isIssuer: staff.data?.roles.includes('issuer') ?? false,
    deed,
    open,
    reason,
    reasonMissing,
    chooseReason: (chosen: CertificateRevocationReason) => {
      setReason(chosen);
      setReasonMissing(false);
    },
    form,
    suspend,
    release,
    revoke,
    download,
    unlock,
  };
}
export type CertificatePage = ReturnType<typeof useCertificate>;
