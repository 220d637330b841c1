import type { TaskView } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { ProblemNotice } from '../../../../components/problem-notice';
import { StatusTag } from '../../../../components/status-tag';
import { formatChinaDateTime } from '../../../../text/china-date';
import { TASK_KIND_LABELS, STAFF_TASK_TEXT as TEXT } from '../../texts-tasks';
import { timeLeft } from '../../time-left';
import { SettleForm } from './settle-form';
import './task-card.scss';
import { TaskDeeds } from './task-deeds';
import { outcomeWords, ownerWords, shownFacts, type WordedFact } from './task-words';
import type { useTasks } from './use-tasks';

interface TaskProps {
  readonly task: TaskView;
  readonly page: ReturnType<typeof useTasks>;
}

const Facts = ({ facts }: { readonly facts: readonly WordedFact[] }) => (
  <View className="task-card__facts">
    {facts.map(({ label, value }) => (
      <View key={label} className="task-card__fact">
        <Text className="task-card__label">{label}</Text>
        <Text className="task-card__value" selectable userSelect>
          {value}
        </Text>
      </View>
    ))}
  </View>
);

function ClosedTask({ task, closed }: { readonly task: TaskView; readonly closed: NonNullable<TaskView['closed']> }) {
  return (
    <Facts
      facts={[
        ...shownFacts(task),
        { label: TEXT.outcome, value: outcomeWords(closed.outcome) },
        ...(closed.note ? [{ label: TEXT.note, value: closed.note }] : []),
        { label: TEXT.closedBy, value: closed.by ?? TEXT.system },
        { label: TEXT.closedAt, value: formatChinaDateTime(closed.at) },
      ]}
    />
  );
}

function OpenTask({ task, page }: TaskProps) {
  const isSettling = page.settlement.taskId === task.id;
  const owner = ownerWords(task, page.roles);
  return (
    <>
      <Text className="task-card__advice">{TASK_KIND_LABELS[task.kind].advice}</Text>
      <Facts
        facts={[
          ...shownFacts(task),
          { label: TEXT.openedAt, value: formatChinaDateTime(task.openedAt) },
          { label: TEXT.due, value: formatChinaDateTime(task.dueAt) },
        ]}
      />
      <View className="task-card__states">
        <StatusTag tone={owner.tone}>{owner.words}</StatusTag>
        {task.redoneAt && (
          <Text className="task-card__redone">{TEXT.redoneAt(formatChinaDateTime(task.redoneAt))}</Text>
        )}
      </View>
      <ProblemNotice problem={page.problemOf(task)} />
      {isSettling ? <SettleForm task={task} page={page} /> : <TaskDeeds task={task} page={page} />}
    </>
  );
}

/** One task: what has stopped, the facts, until when, who is on it, and what can be done. */
export function TaskCard({ task, page, now }: TaskProps & { readonly now: number }) {
  const { closed } = task;
  const left = closed ? null : timeLeft(task.dueAt, now);
  return (
    <Card
      title={TASK_KIND_LABELS[task.kind].label}
      aside={left && <StatusTag tone={left.tone}>{left.words}</StatusTag>}
    >
      {closed ? <ClosedTask task={task} closed={closed} /> : <OpenTask task={task} page={page} />}
    </Card>
  );
}
