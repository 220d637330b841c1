import type { StaffChange } from '@acceptance/shared';
import { View } from '@tarojs/components';
import { PrimaryButton } from '../../../components/primary-button';
import { ProblemNotice } from '../../../components/problem-notice';
import { STAFF_ACCOUNT_TEXT as TEXT } from '../texts-accounts';
import { ChangeFacts } from './change-facts';
import { useCancelChange } from './use-cancel-change';
import { useWaitingChanges } from './waiting-changes';

/** Changes that wait, for everybody to read; one about oneself can be cancelled. */
export function ChangeList() {
  const { data, reload } = useWaitingChanges();
  const cancel = useCancelChange(reload);
  const cancelButton = (change: StaffChange) => (
    <View className="staff-changes__deeds">
      <PrimaryButton small kind="secondary" pending={cancel.pending} onTap={() => void cancel.run(change)}>
        {TEXT.cancelChange}
      </PrimaryButton>
    </View>
  );
  return (
    <>
      <ProblemNotice problem={cancel.problem} />
      {data?.map((change) => (
        <ChangeFacts key={change.id} change={change}>
          {change.canCancel && cancelButton(change)}
        </ChangeFacts>
      ))}
    </>
  );
}
