import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Problem } from '../../../api/problem';
import { BottomBar } from '../../../components/bottom-bar';
import { PrimaryButton, type PrimaryButtonProps } from '../../../components/primary-button';
import { ProblemNotice, type ProblemNoticeProps } from '../../../components/problem-notice';
import { navigateTo } from '../../../platform/navigation';
import { STATE_TEXT } from '../../../text/states';
import './step-action.scss';

export interface StepActionProps extends PrimaryButtonProps {
  /** Why the last try failed: shown right above the button, where the person looks. */
  readonly problem?: Problem | null;
  readonly problemAction?: ProblemNoticeProps['action'];
  readonly note?: string | null;
  /** Above the button, e.g. how far one has read. */
  readonly above?: ReactNode;
  /** At most one button of another kind, below. */
  readonly second?: ReactNode;
}

const signIn = () => ({ label: STATE_TEXT.signIn, onTap: () => void navigateTo('signIn') });

/** The bar at the thumb of an application page: why it failed, the one thing to do. */
export function StepAction({ problem = null, problemAction, note, above, second, ...button }: StepActionProps) {
  return (
    <BottomBar note={note}>
      <View className="step-action">
        <ProblemNotice problem={problem} action={problem?.kind === 'signed-out' ? signIn() : problemAction} />
        {above}
        <PrimaryButton {...button} />
        {second}
      </View>
    </BottomBar>
  );
}
