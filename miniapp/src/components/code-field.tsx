import { COMPONENT_TEXT } from '../text/components';
import { SendCodeButton, type SendCodeButtonProps } from './send-code-button';
import { TextField } from './text-field';

export interface CodeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (code: string) => void;
  readonly onLeave?: () => void;
  readonly onConfirm?: () => void;
  readonly error?: string | null;
  /** Where the code went, once it is sent. */
  readonly hint?: string;
  readonly send: SendCodeButtonProps;
}

/** Six digits that come by message, with the button that sends them. */
export function CodeField({ label, value, onChange, onLeave, onConfirm, error, hint, send }: CodeFieldProps) {
  return (
    <TextField
      label={label}
      kind="digits"
      autoFill="one-time-code"
      maxLength={6}
      placeholder={COMPONENT_TEXT.sixDigits}
      value={value}
      onChange={onChange}
      onLeave={onLeave}
      onConfirm={onConfirm}
      after={<SendCodeButton {...send} />}
      error={error}
      hint={hint}
    />
  );
}
