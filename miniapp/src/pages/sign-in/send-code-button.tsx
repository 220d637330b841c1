import { View } from '@tarojs/components';
import { FOCUSABLE } from '../../platform/keyboard';
import { SIGN_IN_TEXT } from '../../text/sign-in';

interface SendCodeButtonProps {
  /** Until another code may be asked for. */
  readonly secondsLeft: number;
  readonly sentBefore: boolean;
  readonly pending: boolean;
  readonly onTap: () => void;
}

/** Inside the code field: sends a code, or says how long to wait. */
export function SendCodeButton({ secondsLeft, sentBefore, pending, onTap }: SendCodeButtonProps) {
  const waiting = secondsLeft > 0;
  const label = sentBefore ? SIGN_IN_TEXT.sendAgain : SIGN_IN_TEXT.sendCode;
  return (
    <View
      className={waiting || pending ? 'sign-in__send sign-in__send--waiting' : 'sign-in__send'}
      role="button"
      {...FOCUSABLE}
      aria-disabled={waiting || pending}
      onClick={() => {
        if (!waiting && !pending) {
          onTap();
        }
      }}
    >
      {waiting ? SIGN_IN_TEXT.wait(secondsLeft) : label}
    </View>
  );
}
