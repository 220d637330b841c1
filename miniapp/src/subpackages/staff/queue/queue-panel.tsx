import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { EmptyState } from '../../../components/empty-state';
import { LinkRow } from '../../../components/link-row';
import { LoadingState } from '../../../components/loading-state';
import { Notice } from '../../../components/notice';
import { PrimaryButton } from '../../../components/primary-button';
import { ProblemState } from '../../../components/problem-state';
import { TextLink } from '../../../components/text-link';
import { navigateBack, navigateTo } from '../../../platform/navigation';
import { ORDER_STATUS_LABELS } from '../../../text/labels';
import { STATE_TEXT } from '../../../text/states';
import { STAFF_TEXT } from '../text';
import { FILTER_TEXT } from '../texts-desk';
import './queue-panel.scss';
import { joinClauses } from '../../../text/punctuation';
import { FilterForm, useProjectNames } from './filter-form';
import { ALL_SUBMITTED, isNarrowed, type QueueFilter } from './queue-filter';
import { QueueRow } from './queue-row';
import { SavedFilters } from './saved-filters';
import { StatusFilter } from './status-filter';
import type { Queue } from './use-queue';

export interface QueuePanelProps {
  readonly queue: Queue;
  readonly selectedId: string | null;
  readonly onOpen: (orderId: string) => void;
}

const clear = ({ filters, status }: Queue): void => filters.choose({ ...ALL_SUBMITTED, status });

/** What narrows the list, in words; empty when nothing does. */
function narrowingWords(
  { projectId, late, flagged }: QueueFilter,
  projects: ReturnType<typeof useProjectNames>,
): string {
  const project = projectId && (projects.find((each) => each.projectId === projectId)?.name ?? projectId);
  return [project, late && FILTER_TEXT.late, flagged && FILTER_TEXT.flagged].filter(Boolean).join(' · ');
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
    if (isNarrowed(queue.filters.filter)) {
      return <EmptyState line={FILTER_TEXT.empty} action={{ label: FILTER_TEXT.clear, onTap: () => clear(queue) }} />;
    }
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

/** What is listed, of how many, and the way to narrow it. */
function Head({ queue }: { readonly queue: Queue }) {
  const { load, filters } = queue;
  const [opened, setOpened] = useState(false);
  const projects = useProjectNames();
  const narrowing = narrowingWords(filters.filter, projects);
  return (
    <View className="queue-panel__head">
      <StatusFilter status={queue.status} onChoose={queue.setStatus} />
      <SavedFilters filters={filters} />
      <View className="queue-panel__line">
        <Text className="queue-panel__total">{load.data ? STAFF_TEXT.total(queue.total) : ' '}</Text>
        {narrowing && <Text className="queue-panel__narrowing">{narrowing}</Text>}
        <View className="queue-panel__links">
          <LinkRow>
            {narrowing && <TextLink onTap={() => clear(queue)}>{FILTER_TEXT.clear}</TextLink>}
            <TextLink onTap={() => setOpened(!opened)}>{opened ? FILTER_TEXT.close : FILTER_TEXT.open}</TextLink>
          </LinkRow>
        </View>
      </View>
      {opened && <FilterForm filters={filters} projects={projects} onClose={() => setOpened(false)} />}
    </View>
  );
}

/** The queue with its filter and its number; refreshes by itself. */
export function QueuePanel(props: QueuePanelProps) {
  const { queue } = props;
  const { load } = queue;
  return (
    <View className="queue-panel">
      <Head queue={queue} />
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
