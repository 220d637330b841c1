import { FormField } from '../../components/form-field';
import { PasswordInput } from '../../components/password-input';
import { SECURITY_TEXT } from './texts-security';

interface NewPasswordFieldProps {
  readonly value: string;
  readonly error: string | null;
  readonly onChange: (password: string) => void;
  readonly onLeave: () => void;
  readonly onConfirm: () => void;
}

/** A new password with what is asked of one. */
export const NewPasswordField = ({ error, ...props }: NewPasswordFieldProps) => (
  <FormField label={SECURITY_TEXT.newPassword} error={error} hint={SECURITY_TEXT.passwordRule}>
    <PasswordInput label={SECURITY_TEXT.newPassword} fresh wrong={error !== null} {...props} />
  </FormField>
);
