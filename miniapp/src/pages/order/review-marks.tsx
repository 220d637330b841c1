import type { OrderView } from '@acceptance/shared';
import { Card } from '../../components/card';
import { ListRow } from '../../components/list-row';
import { Notice } from '../../components/notice';
import { MEND_ROUTES } from '../../features/mend-routes';
import { navigateTo } from '../../platform/navigation';
import { labelOfPart, REVIEW_REASON_LABELS } from '../../text/labels';
import { ORDER_TEXT } from '../../text/orders';
import { labelled } from '../../text/punctuation';

/** What the reviewer marked, each with its reason and the way to mend it. */
export function ReviewMarks({ order }: { readonly order: Pick<OrderView, 'id' | 'reviewMarks' | 'project'> }) {
  return (
    <Card title={ORDER_TEXT.marksTitle}>
      <Notice kind="warning">{ORDER_TEXT.marksNote}</Notice>
      {order.reviewMarks.map(({ field, paper, reason, note }) => (
        <ListRow
          key={`${field}-${paper}-${reason}`}
          label={labelOfPart({ field, paper }, order.project)}
          hint={note ? labelled(REVIEW_REASON_LABELS[reason], note) : REVIEW_REASON_LABELS[reason]}
          value={ORDER_TEXT.mendThis}
          onTap={() => void navigateTo(MEND_ROUTES[field], { orderId: order.id })}
        />
      ))}
    </Card>
  );
}
