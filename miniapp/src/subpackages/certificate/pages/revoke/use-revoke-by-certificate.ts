import {
  type CertificateAnswer,
  endpoints,
  type HOLDER_REVOCATION_REASONS,
  type RevokedCertificate,
} from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { ask } from '../../../../features/ask';
import { CERTIFICATE_TEXT as TEXT } from '../../text';

type HolderReason = (typeof HOLDER_REVOCATION_REASONS)[number];

/** State and acts of ending a certificate by its own key; nobody is signed in. */
export function useRevokeByCertificate() {
  const [reason, setReason] = useState<HolderReason | null>(null);
  const [tried, setTried] = useState(false);
  const [revoked, setRevoked] = useState<RevokedCertificate | null>(null);
  return {
    reason,
    setReason,
    reasonMissing: tried && !reason,
    revoked,
    isReady: (): boolean => {
      setTried(true);
      return reason !== null;
    },
    handIn: async (answer: CertificateAnswer): Promise<void> => {
      const question = { title: TEXT.askTitle, text: TEXT.askText, confirm: TEXT.askYes, dangerous: true };
      if (reason && (await ask(question))) {
        setRevoked(await call(endpoints.certificateSignIn.revokeCertificate, { body: { ...answer, reason } }));
      }
    },
  };
}
