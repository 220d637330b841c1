import type { DeskRefund } from '@acceptance/shared';
import { Card } from '../../../../components/card';
import { ListRow } from '../../../../components/list-row';
import { Money } from '../../../../components/money';
import { StatusTag } from '../../../../components/status-tag';
import { ORDER_TONES } from '../../../../features/order-tone';
import { REFUND_TONES } from '../../../../features/refund-tones';
import { navigateTo } from '../../../../platform/navigation';
import { formatChinaDateTime } from '../../../../text/china-date';
import { ORDER_STATUS_LABELS, REFUND_REASON_LABELS, REFUND_REQUEST_STATE_LABELS } from '../../../../text/labels';
import { TRANSFER_STATE_LABELS } from '../../labels';
import { askerWords } from '../../refund-words';
import { ATTEMPT_STATUS_LABELS } from '../../text';
import { STAFF_REFUND_TEXT as TEXT } from '../../texts-refunds';

interface RefundProps {
  readonly refund: DeskRefund;
}

/** Which application, whose, how much. */
export const OrderCard = ({ refund }: RefundProps) => (
  <Card
    title={TEXT.order}
    aside={<StatusTag tone={ORDER_TONES[refund.status]}>{ORDER_STATUS_LABELS[refund.status]}</StatusTag>}
  >
    <ListRow label={TEXT.number} value={refund.orderNumber} />
    <ListRow label={TEXT.project} value={refund.unitName ?? refund.projectName} />
    <ListRow label={TEXT.applicant} value={refund.applicantNameMasked} />
    <ListRow label={TEXT.amount} value={<Money fen={refund.amountFen} />} />
  </Card>
);

/** All that was ever paid or tried to. */
export const PaymentsCard = ({ refund: { payments, transfers } }: RefundProps) => (
  <Card title={TEXT.payments}>
    {payments.length + transfers.length === 0 && <ListRow label={TEXT.noPayments} />}
    {payments.map(({ outTradeNo, amountFen, status }) => (
      <ListRow
        key={outTradeNo}
        label={ATTEMPT_STATUS_LABELS[status]}
        hint={outTradeNo}
        value={<Money fen={amountFen} />}
      />
    ))}
    {transfers.map(({ entryId, amountFen, bookedAt, state }) => (
      <ListRow
        key={entryId}
        label={TRANSFER_STATE_LABELS[state]}
        hint={TEXT.byTransfer(formatChinaDateTime(bookedAt))}
        value={<Money fen={amountFen} />}
        onTap={() => void navigateTo('staffEntry', { entryId })}
      />
    ))}
  </Card>
);

/** One request: who asked, why, and what became of it. */
export const RequestCard = ({ request }: { readonly request: DeskRefund['requests'][number] }) => (
  <Card
    title={TEXT.request(request.number)}
    aside={<StatusTag tone={REFUND_TONES[request.state]}>{REFUND_REQUEST_STATE_LABELS[request.state]}</StatusTag>}
  >
    <ListRow label={TEXT.reason} value={REFUND_REASON_LABELS[request.reason]} />
    {request.words && <ListRow label={TEXT.words} value={request.words} />}
    <ListRow label={TEXT.askedAt} value={formatChinaDateTime(request.askedAt)} hint={askerWords(request)} />
    {request.endedAt && <ListRow label={TEXT.endedAt} value={formatChinaDateTime(request.endedAt)} />}
    {request.refusal && <ListRow label={TEXT.refusal} value={request.refusal} />}
  </Card>
);
