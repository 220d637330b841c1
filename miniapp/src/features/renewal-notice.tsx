import type { CertificateSummary } from '@acceptance/shared';
import { Notice } from '../components/notice';
import { navigateTo } from '../platform/navigation';
import { RENEWAL_TEXT } from '../text/renewal';
import { daysLeft, stateAt } from './certificate-state';
import { renewableCertificate } from './renewable-certificate';

/** That a certificate ends soon, or has just ended, with one tap to renew it; nothing while there is none. */
export function RenewalNotice({ certificates }: { readonly certificates: readonly CertificateSummary[] }) {
  const now = Date.now();
  const ending = renewableCertificate(certificates, now);
  if (!ending?.notAfter) {
    return null;
  }
  const certificateId = ending.id;
  const isOver = stateAt(ending, now) === 'expired';
  return (
    <Notice
      kind="warning"
      action={{
        label: RENEWAL_TEXT.renew,
        onTap: () => void navigateTo('certificateFollow', { certificateId, kind: 'renewal' }),
      }}
    >
      {isOver ? RENEWAL_TEXT.ended(ending.name) : RENEWAL_TEXT.ending(ending.name, daysLeft(ending.notAfter, now))}
    </Notice>
  );
}
