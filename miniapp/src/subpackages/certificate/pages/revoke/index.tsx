import { HOLDER_REVOCATION_REASONS } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { ChoiceGroup } from '../../../../components/choice-group';
import { ListRow } from '../../../../components/list-row';
import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { ROUTES } from '../../../../routes';
import { REVOCATION_REASON_LABELS } from '../../../../text/certificate-labels';
import { formatChinaDateTime } from '../../../../text/china-date';
import '../../certificate.scss';
import { CertificateProof } from '../../../../features/certificate-proof/certificate-proof';
import { CERTIFICATE_TEXT as TEXT } from '../../text';
import { useRevokeByCertificate } from './use-revoke-by-certificate';

/** Ending a certificate by its own key, for whoever gets no code any more. */
export default function RevokeByCertificatePage() {
  const page = useRevokeByCertificate();
  if (page.revoked) {
    return (
      <PageFrame title={ROUTES.certificateRevoke.title}>
        <Notice kind="success">{TEXT.revoked}</Notice>
        <Card title={TEXT.revokeTitle}>
          <ListRow label={TEXT.serialNumber} value={page.revoked.serialNumber} />
          <ListRow label={TEXT.revokedAt} value={formatChinaDateTime(page.revoked.revokedAt)} />
        </Card>
        <Text className="certificate__note">{TEXT.revokedNext}</Text>
      </PageFrame>
    );
  }
  return (
    <PageFrame title={ROUTES.certificateRevoke.title}>
      <Text className="certificate__note">{TEXT.revokeByKeyLead}</Text>
      <Card title={TEXT.reason}>
        <ChoiceGroup
          label={TEXT.reason}
          choices={HOLDER_REVOCATION_REASONS.map((value) => ({ value, label: REVOCATION_REASON_LABELS[value] }))}
          value={page.reason}
          onChange={page.setReason}
        />
        {page.reasonMissing && <Notice kind="danger">{TEXT.reasonMissing}</Notice>}
      </Card>
      <CertificateProof
        purpose="revocation"
        isReady={page.isReady}
        handIn={page.handIn}
        submit={TEXT.revoke}
        submitting={TEXT.revoking}
      >
        <Text className="certificate__note">{TEXT.revokeLead}</Text>
      </CertificateProof>
    </PageFrame>
  );
}
