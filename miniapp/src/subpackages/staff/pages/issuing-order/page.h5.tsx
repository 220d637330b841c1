import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { StatusTag } from '../../../../components/status-tag';
import { useRouteParams } from '../../../../features/use-route-params';
import { navigateTo } from '../../../../platform/navigation';
import { SUBJECT_LABELS } from '../../../../text/certificate-labels';
import { ORDER_STATUS_LABELS } from '../../../../text/labels';
import { useStaffSession } from '../../desk/use-staff-session';
import { isStep, type NoStep } from '../../issuing/issuing-step';
import { DeskFrame } from '../../menu/desk-frame';
import { useWideScreen } from '../../platform/wide-screen';
import { statusTone } from '../../queue/queue-statuses';
import { FactRow } from '../../review/fact-row';
import { STAFF_ISSUING_TEXT as TEXT } from '../../texts-issuing';
import '../../../../features/ukey-agent/ukey-agent.scss';
import './index.scss';
import { IssuingSteps } from './issuing-steps';
import { KeyStep } from './key-step';
import { PrintStep } from './print-step';
import { type StepProps, useIssuingOrder } from './use-issuing-order';
import { WriteStep } from './write-step';

const Facts = ({ order, issuing }: Pick<StepProps, 'order' | 'issuing'>) => (
  <View>
    <Card
      title={order.projectName}
      aside={<StatusTag tone={statusTone(order.status)}>{ORDER_STATUS_LABELS[order.status]}</StatusTag>}
    >
      <FactRow label={TEXT.order} value={order.orderNumber} />
      <FactRow label={TEXT.unit} value={order.unitName ?? TEXT.person} />
    </Card>
    <Card title={TEXT.says}>
      {issuing.subject.map(({ type, value }) => (
        <FactRow key={type} label={SUBJECT_LABELS[type]} value={value} />
      ))}
      <Text className="issuing-order__note">{issuing.subject.length > 0 ? TEXT.saysNote : TEXT.noSubject}</Text>
    </Card>
  </View>
);

const StartStep = ({ page }: StepProps) => (
  <Card title={TEXT.steps.start}>
    <Text className="ukey-agent__note">{TEXT.startLead}</Text>
    <ProblemNotice problem={page.start.problem} />
    <PrimaryButton pending={page.start.pending} pendingLabel={TEXT.starting} onTap={() => void page.start.run()}>
      {TEXT.start}
    </PrimaryButton>
  </Card>
);

const NothingToDo = ({ why }: { readonly why: NoStep }) => (
  <Notice
    kind={why === 'failed' || why === 'revoked' ? 'warning' : 'info'}
    title={TEXT.none[why].title}
    action={why === 'failed' ? { label: TEXT.toTasks, onTap: () => void navigateTo('staffTasks') } : undefined}
  >
    {TEXT.none[why].text}
  </Notice>
);

function Step(props: StepProps) {
  const { page, issuing } = props;
  const { certificate } = issuing;
  const serial = certificate?.token?.serialNumber ?? '';
  switch (page.step) {
    case 'start':
      return <StartStep {...props} />;
    case 'key':
      return <KeyStep {...props} />;
    case 'wait':
      return (
        <Notice kind="info" title={TEXT.waitTitle}>
          {TEXT.wait}
        </Notice>
      );
    case 'write':
      return certificate && <WriteStep {...props} certificate={certificate} serial={serial} />;
    case 'print':
      return certificate && <PrintStep {...props} certificate={certificate} serial={serial} />;
    default:
      return page.step && <NothingToDo why={page.step} />;
  }
}

function IssuingOfOrder({ orderId }: { readonly orderId: string }) {
  const wide = useWideScreen();
  const page = useIssuingOrder(orderId);
  const { data } = page.load;
  return (
    <DeskFrame route="staffIssuingOrder" wide={wide} load={page.load}>
      {data && (
        <View className="issuing-order">
          <Facts {...data} />
          <View>
            {page.step && isStep(page.step) && <IssuingSteps step={page.step} />}
            <Step {...data} page={page} />
          </View>
        </View>
      )}
    </DeskFrame>
  );
}

/** One certificate from a paid order to a UKey that holds it. */
export default function StaffIssuingOrderPage() {
  const { orderId = '' } = useRouteParams('staffIssuingOrder');
  useStaffSession();
  return <IssuingOfOrder key={orderId} orderId={orderId} />;
}
