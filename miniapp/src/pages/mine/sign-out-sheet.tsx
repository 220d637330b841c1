import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Problem } from '../../api/problem';
import { ConsentTick } from '../../components/consent-tick';
import { PrimaryButton } from '../../components/primary-button';
import { ProblemNotice } from '../../components/problem-notice';
import { COMPONENT_TEXT } from '../../text/components';
import { MINE_TEXT } from '../../text/mine';
import './sign-out-sheet.scss';

export interface SignOutSheetProps {
  readonly pending: boolean;
  readonly problem: Problem | null;
  readonly onSignOut: (choice: { readonly forgetDevice: boolean }) => void;
  readonly onStay: () => void;
}

/** Asks before signing out. Not WeChat's own dialog: that has no room for a tick. */
export function SignOutSheet({ pending, problem, onSignOut, onStay }: SignOutSheetProps) {
  const [forgetDevice, setForgetDevice] = useState(false);
  const dialog = { role: 'dialog', 'aria-modal': true, 'aria-label': MINE_TEXT.signOutTitle };
  return (
    <View className="sign-out-sheet" catchMove>
      <View className="sign-out-sheet__panel" {...dialog}>
        <Text className="sign-out-sheet__title">{MINE_TEXT.signOutTitle}</Text>
        <Text className="sign-out-sheet__text">{MINE_TEXT.signOutText}</Text>
        <ConsentTick label={MINE_TEXT.forgetDevice} ticked={forgetDevice} onChange={setForgetDevice}>
          <Text className="sign-out-sheet__choice">{MINE_TEXT.forgetDevice}</Text>
          <Text className="sign-out-sheet__hint">{MINE_TEXT.forgetDeviceHint}</Text>
        </ConsentTick>
        <ProblemNotice problem={problem} />
        <PrimaryButton pending={pending} onTap={() => onSignOut({ forgetDevice })}>
          {MINE_TEXT.signOutConfirm}
        </PrimaryButton>
        <PrimaryButton kind="plain" onTap={onStay}>
          {COMPONENT_TEXT.thinkAgain}
        </PrimaryButton>
      </View>
    </View>
  );
}
