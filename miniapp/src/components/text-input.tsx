import { Input, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { inputKeyboard } from '../platform/input-keyboard';
import type { AutoFill, TypedKind } from '../platform/input-keyboard-props';
import './text-input.scss';
import { elementLimit, typedValue } from './typed-value';
import { useTypedText } from './use-typed-text';

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
  const read = (typed: string) => typedValue(kind, typed, maxLength);
  const typed = useTypedText({ value, onChange, read, onLeave, onConfirm });
  const classes = ['text-input', locked && 'text-input--locked', wrong && 'text-input--wrong'].filter(Boolean);
  return (
    <View className={classes.join(' ')}>
      <Input
        {...inputKeyboard({ kind, label, autoFill })}
        {...typed}
        className="text-input__field"
        placeholder={placeholder}
        placeholderClass="text-input__placeholder"
        maxlength={elementLimit(kind, value, maxLength)}
        disabled={locked}
      />
      {after}
    </View>
  );
}
