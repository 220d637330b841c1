import { clipCharacters, unitsFor } from '@acceptance/shared';
import { Input, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { inputKeyboard } from '../platform/input-keyboard';
import type { AutoFill, TypedKind } from '../platform/input-keyboard-props';
import './text-input.scss';

export interface TextInputProps {
  /** For screen readers: the field's label. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** On leaving the field: the time to check it. */
  readonly onLeave?: () => void;
  readonly kind?: TypedKind;
  readonly autoFill?: AutoFill;
  readonly placeholder?: string;
  /** In characters. */
  readonly maxLength?: number;
  readonly locked?: boolean;
  readonly wrong?: boolean;
  /** Inside the box at the end, e.g. the button that sends the code. */
  readonly after?: ReactNode;
  /** The keyboard's own "done" key. */
  readonly onConfirm?: () => void;
}

/** One line of typed text. */
export function TextInput(props: TextInputProps) {
  const { label, value, onChange, onLeave, kind = 'text', autoFill = 'off', placeholder, maxLength = 200 } = props;
  const { locked = false, wrong = false, after, onConfirm } = props;
  const classes = ['text-input', locked && 'text-input--locked', wrong && 'text-input--wrong'].filter(Boolean);
  const take = (typed: string) => {
    // Pasted numbers come with spaces and dashes.
    const cleaned = kind === 'digits' ? typed.replace(/\D/g, '') : typed;
    onChange(clipCharacters(cleaned, maxLength));
  };
  return (
    <View className={classes.join(' ')}>
      <Input
        {...inputKeyboard({ kind, label, autoFill })}
        className="text-input__field"
        value={value}
        placeholder={placeholder}
        placeholderClass="text-input__placeholder"
        maxlength={kind === 'digits' ? -1 : unitsFor(value, maxLength)}
        disabled={locked}
        onInput={(event) => take(event.detail.value)}
        onBlur={onLeave}
        onConfirm={onConfirm}
      />
      {after}
    </View>
  );
}
