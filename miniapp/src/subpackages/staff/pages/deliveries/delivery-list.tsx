import { View } from '@tarojs/components';
import { EmptyState } from '../../../../components/empty-state';
import { LoadingState } from '../../../../components/loading-state';
import { ProblemNotice } from '../../../../components/problem-notice';
import { ProblemState } from '../../../../components/problem-state';
import { navigateTo } from '../../../../platform/navigation';
import { DeliveryRow } from '../../delivery/delivery-row';
import { ListEnd } from '../../desk/list-end';
import { DELIVERY_STAGE_LABELS } from '../../labels';
import { STAFF_TEXT } from '../../text';
import { STAFF_DELIVERY_TEXT as TEXT } from '../../texts-deliveries';
import type { Deliveries } from './use-deliveries';

interface DeliveryListProps {
  readonly page: Deliveries;
  readonly onOpen: (orderId: string) => void;
}

/** The list with its own loading, problem and end, so that filters and search stay where they are. */
export function DeliveryList({ page, onOpen }: DeliveryListProps) {
  const { list, items, stage, search, more, selectedId, showAll } = page;
  const { data, problem } = list;
  const reload = () => void list.reload();
  if (!data) {
    return problem ? (
      <ProblemState problem={problem} onRetry={reload} onSignIn={() => void navigateTo('staffSignIn')} />
    ) : (
      <LoadingState />
    );
  }
  if (items.length === 0) {
    return search ? (
      <EmptyState line={TEXT.notFound(search)} action={{ label: TEXT.showAll, onTap: showAll }} />
    ) : (
      <EmptyState
        line={TEXT.emptyStage(DELIVERY_STAGE_LABELS[stage])}
        action={{ label: STAFF_TEXT.refresh, onTap: reload }}
      />
    );
  }
  return (
    <>
      <ProblemNotice problem={problem} action={{ label: STAFF_TEXT.retry, onTap: reload }} />
      <View className="staff-deliveries__list" aria-label={TEXT.listLabel}>
        {items.map((item) => (
          <DeliveryRow key={item.id} item={item} selected={item.id === selectedId} onOpen={() => onOpen(item.id)} />
        ))}
        <ListEnd hasMore={data.nextCursor !== null} pending={more.pending} onMore={() => void more.run()} />
      </View>
    </>
  );
}
