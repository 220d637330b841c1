import { AppError, holdsOwnNumber } from '@acceptance/shared';

const refuse = (message: string): never => {
  throw new AppError('request.invalid', { fields: [{ path: 'newPassword', message }] });
};

/** The rules for a new password that its schema cannot know. @throws AppError request.invalid */
export function refuseOwnNumber(newPassword: string, phone: string): void {
  if (holdsOwnNumber(newPassword, phone)) {
    refuse('密码里不能含有自己的手机号，请换一个');
  }
}

/** @throws AppError request.invalid */
export function refuseSamePassword(newPassword: string, currentPassword: string): void {
  if (newPassword.normalize('NFKC') === currentPassword.normalize('NFKC')) {
    refuse('新密码与现在的密码相同，请换一个');
  }
}
