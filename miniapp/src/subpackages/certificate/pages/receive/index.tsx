import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { useRouteParams } from '../../../../features/use-route-params';
import { navigateTo, redirectTo } from '../../../../platform/navigation';
import { ROUTES } from '../../../../routes';
import { formatChinaDate } from '../../../../text/china-date';
import '../../certificate.scss';
import { CertificateFileCard } from '../../certificate-file-card';
import { SealPreviewCard } from '../../seal-preview-card';
import { SubjectCard } from '../../subject-card';
import { CERTIFICATE_TEXT as TEXT } from '../../text';
import { MakeKey } from './make-key';
import { type Receive, useReceive } from './use-receive';

const WAITS = {
  requested: { title: 'requested', hint: 'requestedHint' },
  failed: { title: 'failed', hint: 'failedHint' },
  'not-begun': { title: 'notBegun', hint: 'notBegunHint' },
  'at-desk': { title: 'atDesk', hint: 'atDeskHint' },
} as const;

const HowTo = () => (
  <Card title={TEXT.howTitle}>
    {TEXT.how.map((step) => (
      <Text key={step} className="certificate__step">
        {step}
      </Text>
    ))}
  </Card>
);

function Issued({ issuing, file, receipt }: Receive) {
  const certificate = issuing.data?.certificate;
  return (
    <>
      <Notice kind="success" title={TEXT.issued}>
        {certificate?.notAfter && `${TEXT.notAfter} ${formatChinaDate(certificate.notAfter)}`}
      </Notice>
      <CertificateFileCard
        file={file}
        title={TEXT.packTitle}
        toReissue={() => certificate && void navigateTo('certificate', { certificateId: certificate.id })}
      />
      <ProblemNotice problem={receipt.problem} />
      {file.isSaved && (
        <PrimaryButton pending={receipt.pending} pendingLabel={TEXT.receipting} onTap={() => void receipt.run()}>
          {TEXT.receipt}
        </PrimaryButton>
      )}
      {file.isHere && <HowTo />}
    </>
  );
}

export default function ReceivePage() {
  const { orderId = '' } = useRouteParams('certificateReceive');
  const page = useReceive(orderId);
  const { data } = page.issuing;
  if (!data) {
    return <PageFrame title={ROUTES.certificateReceive.title} load={page.issuing} />;
  }
  const { stage, subject } = data;
  const wait = stage === 'needs-key' || stage === 'issued' ? null : WAITS[stage];
  return (
    <PageFrame title={ROUTES.certificateReceive.title} load={page.issuing}>
      {wait && (
        <>
          <Notice kind={stage === 'failed' ? 'warning' : 'info'} title={TEXT[wait.title]}>
            {TEXT[wait.hint]}
          </Notice>
          {stage !== 'requested' && (
            <View className="certificate__way">
              <PrimaryButton kind="secondary" onTap={() => void redirectTo('order', { orderId })}>
                {TEXT.toOrder}
              </PrimaryButton>
            </View>
          )}
        </>
      )}
      {stage === 'issued' && <Issued {...page} />}
      {subject.length > 0 && stage !== 'at-desk' && (
        <SubjectCard
          title={stage === 'issued' ? TEXT.details : TEXT.says}
          subject={subject}
          note={stage === 'needs-key' ? TEXT.saysNote : undefined}
        />
      )}
      {stage === 'needs-key' && (
        <>
          {data.discardedKeys.length > 0 && (
            <Notice kind="warning" title={TEXT.newKey}>
              {TEXT.newKeyHint}
            </Notice>
          )}
          <SealPreviewCard orderId={orderId} isUnit={subject.some(({ type }) => type === 'organizationName')} />
          <MakeKey {...page} />
        </>
      )}
    </PageFrame>
  );
}
