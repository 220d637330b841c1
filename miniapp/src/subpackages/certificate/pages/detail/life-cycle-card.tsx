import type { LifeCycle } from '@acceptance/shared';
import { Card } from '../../../../components/card';
import { ListRow } from '../../../../components/list-row';
import { Notice } from '../../../../components/notice';
import { navigateTo } from '../../../../platform/navigation';
import { formatChinaDate } from '../../../../text/china-date';
import { ORDER_KIND_LABELS } from '../../../../text/labels';
import { FOLLOW_TEXT as TEXT } from '../../texts-follow';

interface LifeCycleCardProps {
  readonly certificateId: string;
  readonly lifeCycle: LifeCycle;
}

/** What has become of a certificate, and what can be done with it; what never can be is not shown. */
export function LifeCycleCard({ certificateId, lifeCycle: { options, orderInWork, successorId } }: LifeCycleCardProps) {
  if (successorId) {
    return (
      <Notice
        action={{ label: TEXT.seeNew, onTap: () => void navigateTo('certificate', { certificateId: successorId }) }}
      >
        {TEXT.replaced}
      </Notice>
    );
  }
  if (orderInWork) {
    return (
      <Notice action={{ label: TEXT.goOn, onTap: () => void navigateTo('order', { orderId: orderInWork.orderId }) }}>
        {TEXT.inWork(ORDER_KIND_LABELS[orderInWork.kind])}
      </Notice>
    );
  }
  const shown = options.filter(({ problem }) => problem === null || problem === 'too-early');
  if (shown.length === 0) {
    return null;
  }
  return (
    <Card title={TEXT.title}>
      {shown.map(({ kind, startsAt }) =>
        startsAt ? (
          <ListRow key={kind} label={ORDER_KIND_LABELS[kind]} hint={TEXT.from(formatChinaDate(startsAt))} />
        ) : (
          <ListRow
            key={kind}
            label={ORDER_KIND_LABELS[kind]}
            hint={TEXT.hints[kind]}
            onTap={() => void navigateTo('certificateFollow', { certificateId, kind })}
          />
        ),
      )}
    </Card>
  );
}
