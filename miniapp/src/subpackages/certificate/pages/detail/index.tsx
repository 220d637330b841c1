import type { CertificateView } from '@acceptance/shared';
import { Card } from '../../../../components/card';
import { ListRow } from '../../../../components/list-row';
import { PageFrame } from '../../../../components/page-frame';
import { StatusTag } from '../../../../components/status-tag';
import { CERTIFICATE_TONES, stateAt } from '../../../../features/certificate-state';
import { NoticeOffer } from '../../../../features/notice-offer';
import { useRouteParams } from '../../../../features/use-route-params';
import { navigateTo } from '../../../../platform/navigation';
import { ROUTES } from '../../../../routes';
import {
  CERTIFICATE_STATE_LABELS,
  KEY_ALGORITHM_LABELS,
  KEY_PLACE_LABELS,
  REVOCATION_REASON_LABELS,
} from '../../../../text/certificate-labels';
import { formatChinaDate, formatChinaDateTime } from '../../../../text/china-date';
import { CertificateFileCard } from '../../certificate-file-card';
import { PinCard } from '../../pin-card';
import { SealCard } from '../../seal-card';
import { SubjectCard } from '../../subject-card';
import { CERTIFICATE_TEXT as TEXT } from '../../text';
import { LifeCycleCard } from './life-cycle-card';
import { RevokeCard } from './revoke-card';
import { useDetail } from './use-detail';

const moment = (time: string | null): string => (time ? formatChinaDateTime(time) : '');

function Facts({ certificate }: { readonly certificate: CertificateView }) {
  const { projectName, orderId, orderNumber, keyPlace, algorithm, serialNumber, notBefore, notAfter } = certificate;
  const { revokedAt, revocationReason } = certificate;
  const state = stateAt(certificate, Date.now());
  return (
    <Card
      title={certificate.name}
      aside={<StatusTag tone={CERTIFICATE_TONES[state]}>{CERTIFICATE_STATE_LABELS[state]}</StatusTag>}
    >
      <ListRow label={TEXT.project} value={projectName} />
      <ListRow label={TEXT.order} value={orderNumber} onTap={() => void navigateTo('order', { orderId })} />
      <ListRow label={TEXT.keyPlace} value={`${KEY_PLACE_LABELS[keyPlace]} · ${KEY_ALGORITHM_LABELS[algorithm]}`} />
      {serialNumber && <ListRow label={TEXT.serialNumber} value={serialNumber} />}
      {notBefore && <ListRow label={TEXT.notBefore} value={formatChinaDate(notBefore)} />}
      {notAfter && <ListRow label={TEXT.notAfter} value={formatChinaDate(notAfter)} />}
      {revokedAt && <ListRow label={TEXT.revokedAt} value={moment(revokedAt)} />}
      {revocationReason && <ListRow label={TEXT.reason} value={REVOCATION_REASON_LABELS[revocationReason]} />}
    </Card>
  );
}

export default function CertificatePage() {
  const { certificateId = '' } = useRouteParams('certificate');
  const page = useDetail(certificateId);
  const certificate = page.load.data?.certificate;
  if (!certificate) {
    return <PageFrame title={ROUTES.certificate.title} refresh={page.load.reload} load={page.load} />;
  }
  const state = stateAt(certificate, Date.now());
  return (
    <PageFrame title={ROUTES.certificate.title} refresh={page.load.reload} load={page.load}>
      <Facts certificate={certificate} />
      {certificate.issuedAt && <SealCard certificate={certificate} />}
      {page.load.data && <LifeCycleCard certificateId={certificateId} lifeCycle={page.load.data.lifeCycle} />}
      {state === 'issued' && !page.load.data?.lifeCycle.successorId && <NoticeOffer of="ending" />}
      {certificate.issuedAt && certificate.keyPlace === 'ukey' && <PinCard certificate={certificate} />}
      <SubjectCard title={TEXT.details} subject={certificate.subject} />
      {state === 'issued' && certificate.keyPlace === 'software' && (
        <CertificateFileCard file={page.file} title={TEXT.again} />
      )}
      {(state === 'issued' || state === 'suspended') && <RevokeCard {...page} />}
    </PageFrame>
  );
}
