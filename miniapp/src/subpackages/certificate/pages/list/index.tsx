import { type CertificateSummary, endpoints } from '@acceptance/shared';
import { call } from '../../../../api/client';
import { Card } from '../../../../components/card';
import { EmptyState } from '../../../../components/empty-state';
import { ListRow } from '../../../../components/list-row';
import { PageFrame } from '../../../../components/page-frame';
import { StatusTag } from '../../../../components/status-tag';
import { CERTIFICATE_TONES, daysLeft, stateAt } from '../../../../features/certificate-state';
import { RenewalNotice } from '../../../../features/renewal-notice';
import { useLoad } from '../../../../features/use-load';
import { navigateTo } from '../../../../platform/navigation';
import { ROUTES } from '../../../../routes';
import { CERTIFICATE_STATE_LABELS } from '../../../../text/certificate-labels';
import { formatChinaDate } from '../../../../text/china-date';
import { CERTIFICATE_TEXT as TEXT } from '../../text';

function CertificateCard({ item }: { readonly item: CertificateSummary }) {
  const now = Date.now();
  const state = stateAt(item, now);
  const ends = item.notAfter;
  return (
    <Card
      title={item.name}
      label={`${item.name} ${CERTIFICATE_STATE_LABELS[state]}`}
      aside={<StatusTag tone={CERTIFICATE_TONES[state]}>{CERTIFICATE_STATE_LABELS[state]}</StatusTag>}
      onTap={() => void navigateTo('certificate', { certificateId: item.id })}
    >
      <ListRow label={TEXT.project} value={item.projectName} />
      {ends && (
        <ListRow
          label={TEXT.notAfter}
          value={formatChinaDate(ends)}
          hint={state === 'issued' ? TEXT.daysLeft(daysLeft(ends, now)) : undefined}
        />
      )}
    </Card>
  );
}

export default function CertificatesPage() {
  const load = useLoad(() => call(endpoints.certificates.listCertificates), '');
  const items = load.data?.items ?? [];
  return (
    <PageFrame title={ROUTES.certificates.title} refresh={load.reload} load={load}>
      {load.data && items.length === 0 && (
        <EmptyState line={TEXT.none} action={{ label: TEXT.start, onTap: () => void navigateTo('applyStart') }} />
      )}
      <RenewalNotice certificates={items} />
      {items.map((item) => (
        <CertificateCard key={item.id} item={item} />
      ))}
    </PageFrame>
  );
}
