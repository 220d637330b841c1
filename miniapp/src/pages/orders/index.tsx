import type { OrderSummary } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { EmptyState } from '../../components/empty-state';
import { LoadingState } from '../../components/loading-state';
import { OrderCard } from '../../components/order-card';
import { PageFrame } from '../../components/page-frame';
import { PrimaryButton } from '../../components/primary-button';
import { ProblemNotice } from '../../components/problem-notice';
import { type OrderAction, orderActions } from '../../features/order-actions';
import { ORDER_TONES } from '../../features/order-tone';
import { useOrderAction } from '../../features/use-order-action';
import { navigateTo } from '../../platform/navigation';
import { ROUTES } from '../../routes';
import { ORDER_GROUP_LABELS } from '../../text/labels';
import { ORDER_ACTION_LABELS, ORDER_TEXT } from '../../text/orders';
import './index.scss';
import { GroupFilter } from './group-filter';
import { useOrderList } from './use-order-list';

const KINDS: Record<OrderAction, 'primary' | 'secondary' | 'plain'> = {
  continue: 'primary',
  mend: 'primary',
  pay: 'primary',
  receive: 'primary',
  track: 'primary',
  collect: 'primary',
  again: 'secondary',
  view: 'secondary',
  delete: 'plain',
};

export default function OrdersPage() {
  const { load, group, choose, showMore } = useOrderList();
  const act = useOrderAction(() => void load.reload());
  const page = load.data;

  const card = (order: OrderSummary) => (
    <OrderCard
      key={order.id}
      order={order}
      tone={ORDER_TONES[order.status]}
      buttons={orderActions(order)
        .map((action) => ({
          label: ORDER_ACTION_LABELS[action],
          kind: KINDS[action],
          onTap: () => void act.run(action, order),
        }))
        .reverse()}
    />
  );

  return (
    <PageFrame title={ROUTES.orders.title} refresh={load.reload} tab load={load.problem ? load : undefined}>
      <GroupFilter chosen={group} onChoose={choose} />
      <ProblemNotice problem={act.problem ?? showMore.problem} />
      {!page && <LoadingState />}
      {page?.items.map(card)}
      {page && page.items.length > 0 && (
        <View className="orders__foot">
          <Text className="orders__count">{ORDER_TEXT.count(page.items.length, page.total)}</Text>
          {page.nextCursor && (
            <PrimaryButton kind="secondary" pending={showMore.pending} onTap={() => void showMore.run()}>
              {ORDER_TEXT.more}
            </PrimaryButton>
          )}
        </View>
      )}
      {page && page.items.length === 0 && (
        <EmptyState
          line={group ? ORDER_TEXT.noneInGroup(ORDER_GROUP_LABELS[group]) : ORDER_TEXT.noOrders}
          action={
            group
              ? { label: ORDER_TEXT.showAll, onTap: () => choose(null) }
              : { label: ORDER_TEXT.start, onTap: () => void navigateTo('applyStart') }
          }
        />
      )}
    </PageFrame>
  );
}
