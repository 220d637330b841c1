import { FormField, type FormFieldProps } from './form-field';
import { PasswordInput, type PasswordInputProps } from './password-input';
import { TextInput, type TextInputProps } from './text-input';

type Around = Pick<FormFieldProps, 'hint' | 'error'>;

/** A line of text with its label, hint and error. */
export const TextField = ({ hint, error, ...input }: Around & Omit<TextInputProps, 'wrong'>) => (
  <FormField label={input.label} hint={hint} error={error}>
    <TextInput wrong={Boolean(error)} {...input} />
  </FormField>
);

/** A password with its label, hint and error. */
export const PasswordField = ({ hint, error, ...input }: Around & Omit<PasswordInputProps, 'wrong'>) => (
  <FormField label={input.label} hint={hint} error={error}>
    <PasswordInput wrong={Boolean(error)} {...input} />
  </FormField>
);
