import { endpoints, type OrderView } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { call } from '../../api/client';
import { Card } from '../../components/card';
import { ListRow } from '../../components/list-row';
import { Notice } from '../../components/notice';
import { PrimaryButton } from '../../components/primary-button';
import { ProblemNotice } from '../../components/problem-notice';
import { StatusTag } from '../../components/status-tag';
import { ask, say } from '../../features/ask';
import { REFUND_TONES } from '../../features/refund-tones';
import { useAction } from '../../features/use-action';
import { navigateTo } from '../../platform/navigation';
import { formatChinaDateTime } from '../../text/china-date';
import { REFUND_REASON_LABELS, REFUND_REQUEST_STATE_LABELS } from '../../text/labels';
import { REFUND_TEXT as TEXT } from '../../text/refunds';

interface RefundCardProps {
  readonly order: OrderView;
  /** Gets the order as it stands after an act. */
  readonly show: (order: OrderView) => void;
}
type Request = NonNullable<OrderView['refund']['request']>;

function useWithdrawal({ order, show }: RefundCardProps) {
  return useAction(async ({ number }: Request) => {
    const { withdrawTitle: title, withdrawText: text, withdrawYes: confirm } = TEXT;
    if (await ask({ title, text, confirm })) {
      const params = { orderId: order.id };
      show(await call(endpoints.refunds.withdrawRefund, { params, body: { number } }));
      say(TEXT.withdrawn);
    }
  });
}

function RequestCard({ request, ...props }: RefundCardProps & { readonly request: Request }) {
  const withdrawal = useWithdrawal(props);
  const { state, reason, words, askedBy, askedAt, refusal, canWithdraw } = request;
  return (
    <Card
      title={TEXT.title}
      aside={<StatusTag tone={REFUND_TONES[state]}>{REFUND_REQUEST_STATE_LABELS[state]}</StatusTag>}
    >
      <ListRow label={TEXT.reason} value={REFUND_REASON_LABELS[reason]} />
      {words && <ListRow label={TEXT.words} value={words} />}
      <ListRow
        label={TEXT.askedAt}
        value={formatChinaDateTime(askedAt)}
        {...(askedBy === 'finance' && { hint: TEXT.askedByStaff })}
      />
      {refusal && (
        <Notice kind="warning" title={TEXT.refusal}>
          {refusal}
        </Notice>
      )}
      <Text className="order__hint">{TEXT.stateHints[state]}</Text>
      <ProblemNotice problem={withdrawal.problem} />
      {canWithdraw && (
        <PrimaryButton
          kind="plain"
          pending={withdrawal.pending}
          pendingLabel={TEXT.withdrawing}
          onTap={() => void withdrawal.run(request)}
        >
          {TEXT.withdraw}
        </PrimaryButton>
      )}
    </Card>
  );
}

/** The newest request for the money of an order, and the way to ask for it. */
export function RefundCard({ order, show }: RefundCardProps) {
  const { request, canAsk } = order.refund;
  return (
    <>
      {request && <RequestCard order={order} show={show} request={request} />}
      {canAsk && (
        <PrimaryButton kind="plain" onTap={() => void navigateTo('payRefund', { orderId: order.id })}>
          {TEXT.ask}
        </PrimaryButton>
      )}
    </>
  );
}
