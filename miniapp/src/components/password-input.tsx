import { View } from '@tarojs/components';
import { useState } from 'react';
import { FOCUSABLE } from '../platform/keyboard';
import { COMPONENT_TEXT } from '../text/components';
import './password-input.scss';
import { TextInput } from './text-input';

export interface PasswordInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onLeave?: () => void;
  readonly onConfirm?: () => void;
  readonly placeholder?: string;
  readonly wrong?: boolean;
  /** A new one is not filled in from what the browser remembers. */
  readonly fresh?: boolean;
}

const MAX_LENGTH = 128;

/** A password, which may be looked at while typing: that spares typing it twice. */
export function PasswordInput({ fresh = false, ...props }: PasswordInputProps) {
  const [shown, setShown] = useState(false);
  const { hidePassword, showPassword } = COMPONENT_TEXT;
  return (
    <TextInput
      {...props}
      kind={shown ? 'shown-password' : 'password'}
      autoFill={fresh ? 'new-password' : 'current-password'}
      maxLength={MAX_LENGTH}
      after={
        <View
          className="password-input__show"
          role="button"
          {...FOCUSABLE}
          aria-label={shown ? hidePassword : showPassword}
          onClick={() => setShown(!shown)}
        >
          {shown ? COMPONENT_TEXT.hide : COMPONENT_TEXT.show}
        </View>
      }
    />
  );
}
