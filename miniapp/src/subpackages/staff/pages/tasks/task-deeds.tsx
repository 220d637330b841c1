import type { TaskKind, TaskView } from '@acceptance/shared';
import { View } from '@tarojs/components';
import { PrimaryButton } from '../../../../components/primary-button';
import { navigateTo } from '../../../../platform/navigation';
import { TASK_KIND_LABELS, STAFF_TASK_TEXT as TEXT } from '../../texts-tasks';
import { mayActOn } from './task-words';
import type { Deed, useTasks } from './use-tasks';

/** What is looked into, and decided, on the page about the money. */
const ABOUT_REFUNDS: readonly TaskKind[] = ['refund-waiting', 'refund-not-done'];

interface TaskDeedsProps {
  readonly task: TaskView;
  readonly page: ReturnType<typeof useTasks>;
}

/** Where what the task is about is worked on; null: nowhere else. */
function placeOf({ kind, subject: { kind: about, id } }: TaskView, ofFinance: boolean) {
  if (about === 'bankEntry') {
    return { words: TEXT.viewEntry, open: () => void navigateTo('staffEntry', { entryId: id }) };
  }
  if (about !== 'order') {
    return null;
  }
  if (ABOUT_REFUNDS.includes(kind) && ofFinance) {
    return { words: TEXT.view, open: () => void navigateTo('staffRefund', { orderId: id }) };
  }
  return kind === 'transfer-to-check' || kind === 'transfer-refund'
    ? { words: TEXT.viewTransfer, open: () => void navigateTo('staffTransfer', { orderId: id }) }
    : { words: TEXT.view, open: () => void navigateTo('staffReview', { orderId: id }) };
}

/** What can be done about a task here; what is a colleague's is only looked at. */
export function TaskDeeds({ task, page }: TaskDeedsProps) {
  const { claimedBy, canRedo, settlements } = task;
  const { label, redo } = TASK_KIND_LABELS[task.kind];
  const place = placeOf(task, page.roles.includes('finance'));
  const mayAct = mayActOn(task, page.roles);
  const claiming: Deed = claimedBy ? 'release' : 'claim';
  const deed = (which: Deed, words: string, kind: 'primary' | 'plain') => (
    <PrimaryButton
      small
      kind={kind}
      label={TEXT.of(words, label)}
      pending={page.isPending(which, task)}
      onTap={() => page.act(which, task)}
    >
      {words}
    </PrimaryButton>
  );
  return (
    <View className="task-card__deeds">
      {mayAct && canRedo && redo && deed('redo', redo, 'primary')}
      {mayAct && settlements.length > 0 && (
        <PrimaryButton
          small
          kind="secondary"
          label={TEXT.of(TEXT.settle, label)}
          onTap={() => page.settlement.open(task.id)}
        >
          {TEXT.settle}
        </PrimaryButton>
      )}
      {place && (
        <PrimaryButton small kind="secondary" label={TEXT.of(place.words, label)} onTap={place.open}>
          {place.words}
        </PrimaryButton>
      )}
      {mayAct && deed(claiming, TEXT[claiming], 'plain')}
    </View>
  );
}
