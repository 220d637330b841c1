import { PasswordField } from '../../components/text-field';
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
  <PasswordField label={SECURITY_TEXT.newPassword} fresh {...props} error={error} hint={SECURITY_TEXT.passwordRule} />
);
