import { Text, View } from '@tarojs/components';
import { EmptyState } from '../../../components/empty-state';
import { LoadingState } from '../../../components/loading-state';
import { Notice } from '../../../components/notice';
import { PrimaryButton } from '../../../components/primary-button';
import { ProblemState } from '../../../components/problem-state';
import { navigateBack, navigateTo } from '../../../platform/navigation';
import { ORDER_STATUS_LABELS } from '../../../text/labels';
import { STATE_TEXT } from '../../../text/states';
import { STAFF_TEXT } from '../text';
import './queue-panel.scss';
import { joinClauses } from '../../../text/punctuation';
import { QueueRow } from './queue-row';
import { StatusFilter } from './status-filter';
import type { Queue } from './use-queue';

export interface QueuePanelProps {
  readonly queue: Queue;
  readonly selectedId: string | null;
  readonly onOpen: (orderId: string) => void;
}

function QueueList({ queue, selectedId, onOpen }: QueuePanelProps) {
  const { items, load, hasMore } = queue;
  if (load.problem && !load.data) {
    return (
      <ProblemState
        problem={load.problem}
        onRetry={() => void load.reload()}
        onSignIn={() => void navigateTo('staffSignIn')}
        onBack={() => void navigateBack()}
      />
    );
  }
  if (!load.data) {
    return <LoadingState />;
  }
  if (items.length === 0 && !hasMore) {
    const away = queue.status !== 'submitted';
    return (
      <EmptyState
        line={STAFF_TEXT.empty(ORDER_STATUS_LABELS[queue.status])}
        action={
          away
            ? { label: STAFF_TEXT.backToSubmitted, onTap: () => queue.setStatus('submitted') }
            : { label: STAFF_TEXT.refresh, onTap: () => void load.reload() }
        }
      />
    );
  }
  return (
    <View aria-label={STAFF_TEXT.queueLabel}>
      {items.map((item) => (
        <QueueRow key={item.id} item={item} selected={item.id === selectedId} onOpen={() => onOpen(item.id)} />
      ))}
      <View className="queue-panel__end">
        {hasMore ? (
          <PrimaryButton
            small
            kind="plain"
            pending={queue.loadingMore}
            pendingLabel={STAFF_TEXT.loadingMore}
            onTap={queue.loadMore}
          >
            {STAFF_TEXT.loadMore}
          </PrimaryButton>
        ) : (
          <Text>{STAFF_TEXT.allShown}</Text>
        )}
      </View>
    </View>
  );
}

/** The queue with its filter and its number; refreshes by itself. */
export function QueuePanel(props: QueuePanelProps) {
  const { queue } = props;
  const { load } = queue;
  return (
    <View className="queue-panel">
      <View className="queue-panel__head">
        <StatusFilter status={queue.status} onChoose={queue.setStatus} />
        <Text className="queue-panel__total">{load.data ? STAFF_TEXT.total(queue.total) : ' '}</Text>
      </View>
      {load.problem && load.data && (
        <Notice kind="warning" action={{ label: STATE_TEXT.retry, onTap: () => void load.reload() }}>
          {joinClauses(load.problem.message, STATE_TEXT.stale)}
        </Notice>
      )}
      <View className="queue-panel__list">
        <QueueList {...props} />
      </View>
    </View>
  );
}
