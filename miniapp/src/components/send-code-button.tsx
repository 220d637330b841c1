import { View } from '@tarojs/components';
import { FOCUSABLE } from '../platform/keyboard';
import { COMPONENT_TEXT } from '../text/components';
import './send-code-button.scss';

export interface SendCodeButtonProps {
  /** Until another code may be asked for. */
  readonly secondsLeft: number;
  readonly sentBefore: boolean;
  readonly pending: boolean;
  readonly onTap: () => void;
}

/** Inside the code field: sends a code, or says how long to wait. */
export function SendCodeButton({ secondsLeft, sentBefore, pending, onTap }: SendCodeButtonProps) {
  const waiting = secondsLeft > 0;
  const label = sentBefore ? COMPONENT_TEXT.sendCodeAgain : COMPONENT_TEXT.sendCode;
  return (
    <View
      className={waiting || pending ? 'send-code-button send-code-button--waiting' : 'send-code-button'}
      role="button"
      {...FOCUSABLE}
      aria-disabled={waiting || pending}
      onClick={() => {
        if (!waiting && !pending) {
          onTap();
        }
      }}
    >
      {waiting ? COMPONENT_TEXT.waitForCode(secondsLeft) : label}
    </View>
  );
}
