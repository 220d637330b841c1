import { Text, View } from '@tarojs/components';
import { EmptyState } from '../../../../components/empty-state';
import { LoadingState } from '../../../../components/loading-state';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemState } from '../../../../components/problem-state';
import { navigateTo } from '../../../../platform/navigation';
import { joinClauses } from '../../../../text/punctuation';
import { STATE_TEXT } from '../../../../text/states';
import { useNow } from '../../desk/use-now';
import { STAFF_TEXT } from '../../text';
import { STAFF_TASK_TEXT as TEXT } from '../../texts-tasks';
import { TaskCard } from './task-card';
import type { useTasks } from './use-tasks';

const CLOCK_MS = 15_000;

interface TaskListProps {
  readonly page: ReturnType<typeof useTasks>;
}

function NoTasks({ page }: TaskListProps) {
  if (page.kind !== null) {
    return <EmptyState line={TEXT.emptyKind} action={{ label: TEXT.showAll, onTap: () => page.setKind(null) }} />;
  }
  return page.state === 'open' ? (
    <EmptyState line={TEXT.empty} action={{ label: TEXT.toQueue, onTap: () => void navigateTo('staffQueue') }} />
  ) : (
    <EmptyState line={TEXT.emptyClosed} action={{ label: TEXT.showOpen, onTap: () => page.setState('open') }} />
  );
}

/** The tasks with their own loading, problem and end, so that tabs and filter stay where they are. */
export function TaskList({ page }: TaskListProps) {
  const now = useNow(CLOCK_MS);
  const { list, more } = page;
  const reload = () => void list.reload();
  if (!list.data) {
    return list.problem ? (
      <ProblemState problem={list.problem} onRetry={reload} onSignIn={() => void navigateTo('staffSignIn')} />
    ) : (
      <LoadingState />
    );
  }
  const { items, nextCursor } = list.data;
  return (
    <>
      {list.problem && (
        <Notice kind="warning" action={{ label: STATE_TEXT.retry, onTap: reload }}>
          {joinClauses(list.problem.message, STATE_TEXT.stale)}
        </Notice>
      )}
      {items.length === 0 && <NoTasks page={page} />}
      <View className="staff-tasks__list">
        {items.map((task) => (
          <TaskCard key={task.id} task={task} page={page} now={now} />
        ))}
      </View>
      {items.length > 0 && (
        <View className="staff-tasks__end">
          {nextCursor ? (
            <PrimaryButton
              small
              kind="plain"
              pending={more.pending}
              pendingLabel={STAFF_TEXT.loadingMore}
              onTap={() => void more.run()}
            >
              {STAFF_TEXT.loadMore}
            </PrimaryButton>
          ) : (
            <Text>{STAFF_TEXT.allShown}</Text>
          )}
        </View>
      )}
    </>
  );
}
