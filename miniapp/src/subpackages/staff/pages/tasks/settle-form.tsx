import type { TaskView } from '@acceptance/shared';
import { View } from '@tarojs/components';
import { ChoiceGroup } from '../../../../components/choice-group';
import { FormField } from '../../../../components/form-field';
import { PrimaryButton } from '../../../../components/primary-button';
import { TextField } from '../../../../components/text-field';
import { useEscape } from '../../desk/use-escape';
import { TASK_SETTLEMENT_LABELS, STAFF_TASK_TEXT as TEXT } from '../../texts-tasks';
import type { useTasks } from './use-tasks';

interface SettleFormProps {
  readonly task: TaskView;
  readonly page: ReturnType<typeof useTasks>;
}

/** How it was settled, in the words that its kind offers. */
export function SettleForm({ task, page }: SettleFormProps) {
  const { settlement: chosen, missing, choose, form, settle, close } = page.settlement;
  useEscape(close);
  return (
    <View className="task-card__settlement">
      <FormField label={TEXT.settleHow} error={missing ? TEXT.settleMissing : null}>
        <ChoiceGroup
          label={TEXT.settleHow}
          choices={task.settlements.map((value) => ({ value, label: TASK_SETTLEMENT_LABELS[value] }))}
          value={chosen}
          onChange={choose}
        />
      </FormField>
      <TextField
        label={TEXT.note}
        hint={TEXT.noteHint}
        maxLength={200}
        value={form.values.note}
        onChange={(note) => form.change('note', note)}
        onLeave={() => form.leave('note')}
        onConfirm={() => page.settle(task)}
        error={form.errorOf('note', settle.problem)}
      />
      <View className="task-card__deeds">
        <PrimaryButton small pending={settle.pending} onTap={() => page.settle(task)}>
          {TEXT.confirmSettle}
        </PrimaryButton>
        <PrimaryButton small kind="plain" onTap={close}>
          {TEXT.cancel}
        </PrimaryButton>
      </View>
    </View>
  );
}
