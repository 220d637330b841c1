import { reviewWorkingDaysOf } from '@acceptance/shared';
import { View } from '@tarojs/components';
import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { summariseOrder } from '../../../../features/order-summary';
import { useRouteParams } from '../../../../features/use-route-params';
import { ROUTES } from '../../../../routes';
import { OrderSteps } from '../../order-flow/order-steps';
import { StepAction } from '../../order-flow/step-action';
import { CONFIRM_TEXT } from '../../text';
import { ReturnedCard } from './returned-card';
import { SubmittedCard } from './submitted-card';
import { SummaryCard } from './summary-card';
import { useConfirm } from './use-confirm';
import type { MissingPart } from './what-is-missing';

type Confirm = ReturnType<typeof useConfirm>;

function ConfirmAction({ confirm }: { readonly confirm: Confirm }) {
  const { order, submit, missing, submitted, goToStep, seeOrder } = confirm;
  if (submitted) {
    return <StepAction onTap={seeOrder}>{CONFIRM_TEXT.seeOrder}</StepAction>;
  }
  if (missing) {
    return <StepAction onTap={() => goToStep(missing.step)}>{CONFIRM_TEXT.goTo(missing.stepLabel)}</StepAction>;
  }
  return (
    <StepAction
      note={order && CONFIRM_TEXT.promise(reviewWorkingDaysOf(order.project))}
      problem={submit.problem}
      pending={submit.pending}
      pendingLabel={CONFIRM_TEXT.submitting}
      onTap={() => void submit.run()}
    >
      {CONFIRM_TEXT.submit}
    </StepAction>
  );
}

function MissingNotice({ missing }: { readonly missing: MissingPart }) {
  return (
    <Notice kind="danger" title={CONFIRM_TEXT.missingTitle(missing.stepLabel)}>
      {missing.lines.map((line) => (
        <View key={line}>{line}</View>
      ))}
      <View>{CONFIRM_TEXT.missingNext}</View>
    </Notice>
  );
}

/** Step ⑦: everything once more, then hand in. */
export default function ApplyConfirmPage() {
  const { orderId = '' } = useRouteParams('applyConfirm');
  const confirm = useConfirm(orderId);
  const { order, account, submitted, missing } = confirm;

  return (
    <PageFrame title={ROUTES.applyConfirm.title} load={confirm.frame} bottom={<ConfirmAction confirm={confirm} />}>
      <OrderSteps current="submit" order={order} />
      {submitted && <SubmittedCard order={submitted} />}
      {!submitted && missing && <MissingNotice missing={missing} />}
      {!submitted && order && order.reviewMarks.length > 0 && (
        <ReturnedCard
          marks={order.reviewMarks}
          project={order.project}
          changed={order.changedSinceReturn}
          onGo={confirm.goToStep}
        />
      )}
      {!submitted &&
        order &&
        account &&
        summariseOrder(order, account).map((section) => (
          <SummaryCard key={section.title} section={section} onGo={confirm.goToStep} />
        ))}
    </PageFrame>
  );
}
