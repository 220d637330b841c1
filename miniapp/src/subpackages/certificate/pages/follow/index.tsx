import { formatFen, SUCCESSOR_KINDS, type SuccessorKind } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { BottomBar } from '../../../../components/bottom-bar';
import { Card } from '../../../../components/card';
import { ListRow } from '../../../../components/list-row';
import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { useRouteParams } from '../../../../features/use-route-params';
import { navigateTo } from '../../../../platform/navigation';
import { ROUTES } from '../../../../routes';
import { formatChinaDate } from '../../../../text/china-date';
import { ORDER_KIND_LABELS } from '../../../../text/labels';
import { CERTIFICATE_TEXT } from '../../text';
import { FOLLOW_TEXT as TEXT } from '../../texts-follow';
import { KeyTiesCard } from './key-ties-card';
import { TicksCard } from './ticks-card';
import { useFollow } from './use-follow';
import '../../certificate.scss';

const kindOf = (kind: string | undefined): SuccessorKind => SUCCESSOR_KINDS.find((one) => one === kind) ?? 'renewal';

/** What happens to the old certificate, to be confirmed before an order begins with it. */
export default function CertificateFollowPage() {
  const { certificateId = '', kind: asked } = useRouteParams('certificateFollow');
  const kind = kindOf(asked);
  const page = useFollow(certificateId, kind);
  const { data } = page.load;
  if (!data) {
    return <PageFrame title={ROUTES.certificateFollow.title} load={page.load} />;
  }
  const { certificate, lifeCycle } = data;
  const { problem = null, feeFen = null } = lifeCycle.options.find((option) => option.kind === kind) ?? {};
  const { orderInWork } = lifeCycle;
  const isOpen = problem === null && orderInWork === null;
  const button = (
    <BottomBar>
      <PrimaryButton pending={page.start.pending} pendingLabel={TEXT.starting} onTap={() => void page.start.run()}>
        {TEXT.start}
      </PrimaryButton>
    </BottomBar>
  );
  return (
    <PageFrame title={ROUTES.certificateFollow.title} load={page.load} bottom={isOpen && button}>
      <Card title={ORDER_KIND_LABELS[kind]}>
        <ListRow label={certificate.name} value={certificate.projectName} />
        {certificate.notAfter && (
          <ListRow label={CERTIFICATE_TEXT.notAfter} value={formatChinaDate(certificate.notAfter)} />
        )}
        {isOpen && feeFen !== null && <ListRow label={TEXT.fee} value={feeFen > 0 ? formatFen(feeFen) : TEXT.free} />}
      </Card>
      {orderInWork && (
        <Notice action={{ label: TEXT.goOn, onTap: () => void navigateTo('order', { orderId: orderInWork.orderId }) }}>
          {TEXT.inWork(ORDER_KIND_LABELS[orderInWork.kind])}
        </Notice>
      )}
      {!orderInWork && problem && <Notice kind="warning">{TEXT.problems[problem]}</Notice>}
      {isOpen && (
        <>
          {kind === 'reissue-lost' && certificate.state === 'issued' && (
            <Notice
              kind="warning"
              action={{ label: TEXT.revokeNow, onTap: () => void navigateTo('certificate', { certificateId }) }}
            >
              {TEXT.lostFirst}
            </Notice>
          )}
          <KeyTiesCard ties={lifeCycle.ties} kind={kind} />
          {page.questions.length > 0 && (
            <TicksCard
              page={page}
              title={TEXT.questionsTitle}
              lead={TEXT.questionsLead}
              sentences={page.questions.map((words) => ({ id: words, words }))}
            />
          )}
          <TicksCard
            page={page}
            title={TEXT.beforeTitle}
            lead={TEXT.beforeLead}
            sentences={page.warnings.map((warning) => ({ id: warning, words: TEXT.warnings[warning] }))}
          />
          <Card title={TEXT.sameTitle}>
            <Text className="certificate__note">{TEXT.same}</Text>
          </Card>
          {page.isMissing && <Notice kind="danger">{TEXT.missing}</Notice>}
          <ProblemNotice problem={page.start.problem} />
        </>
      )}
    </PageFrame>
  );
}
