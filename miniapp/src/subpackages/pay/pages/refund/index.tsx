import { OWN_REFUND_REASONS } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { BottomBar } from '../../../../components/bottom-bar';
import { Card } from '../../../../components/card';
import { ChoiceGroup } from '../../../../components/choice-group';
import { FormField } from '../../../../components/form-field';
import { ListRow } from '../../../../components/list-row';
import { Money } from '../../../../components/money';
import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { TextField } from '../../../../components/text-field';
import { useRouteParams } from '../../../../features/use-route-params';
import { redirectTo } from '../../../../platform/navigation';
import { ROUTES } from '../../../../routes';
import { REFUND_REASON_LABELS } from '../../../../text/labels';
import { ASK_REFUND_TEXT as TEXT } from '../../text-refund';
import './index.scss';
import { useRefund } from './use-refund';

/** The applicant asks for the money of an order, and says why. */
export default function PayRefundPage() {
  const { orderId = '' } = useRouteParams('payRefund');
  const page = useRefund(orderId);
  const { load, form, send } = page;
  const order = load.data;
  if (!order?.refund.canAsk) {
    return (
      <PageFrame title={ROUTES.payRefund.title} load={load}>
        <ProblemNotice problem={send.problem} />
        <Notice action={{ label: TEXT.toOrder, onTap: () => void redirectTo('order', { orderId }) }}>
          {TEXT.notNow}
        </Notice>
      </PageFrame>
    );
  }
  return (
    <PageFrame
      title={ROUTES.payRefund.title}
      load={load}
      bottom={
        <BottomBar>
          <PrimaryButton pending={send.pending} pendingLabel={TEXT.sending} onTap={() => void send.run(order)}>
            {TEXT.send}
          </PrimaryButton>
        </BottomBar>
      }
    >
      <Text className="pay-refund__lead">{TEXT.lead}</Text>
      <ProblemNotice problem={send.problem} />
      <Card>
        <ListRow label={TEXT.orderNumber} value={order.orderNumber} />
        <ListRow label={TEXT.amount} value={<Money fen={order.amountFen} />} />
      </Card>
      <FormField label={TEXT.why} error={page.missing ? TEXT.whyMissing : null}>
        <ChoiceGroup
          label={TEXT.why}
          choices={OWN_REFUND_REASONS.map((value) => ({ value, label: REFUND_REASON_LABELS[value] }))}
          value={page.reason}
          onChange={page.choose}
        />
      </FormField>
      <TextField
        label={TEXT.words}
        hint={TEXT.wordsHint}
        maxLength={100}
        value={form.values.words}
        onChange={(words) => form.change('words', words)}
        onLeave={() => form.leave('words')}
        error={form.errorOf('words', send.problem)}
      />
    </PageFrame>
  );
}
