import { endpoints } from '@acceptance/shared';
import { applicantOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import type { RequestContext } from '../../http/request-context';
import { changePassword, type PasswordOwner, resetOwnPassword, setPassword } from './own-password';
import { createPicture } from './picture-codes';
import { type ResetDependencies, requestOwnPasswordReset, requestPasswordReset, resetPassword } from './reset-password';
import type { SignInDependencies } from './sign-in';
import { requestDeviceCode, signInWithPassword } from './sign-in-with-password';

export type PasswordDependencies = SignInDependencies & ResetDependencies;

function ownerOf(context: RequestContext): PasswordOwner {
  const { id: accountId, sessionId } = applicantOf(context);
  return { accountId, sessionId, address: context.address, now: context.now };
}

export function bindPasswordEndpoints(bind: BindEndpoint, dependencies: PasswordDependencies): void {
  bind(endpoints.auth.signInWithPassword, ({ body }, context) => signInWithPassword(dependencies, body, context));
  bind(endpoints.auth.requestDeviceCode, ({ body }, context) => requestDeviceCode(dependencies, body, context));
  bind(endpoints.auth.setPassword, async ({ body }, context) => {
    await setPassword(dependencies, ownerOf(context), body.newPassword);
    return undefined;
  });
  bind(endpoints.auth.changePassword, async ({ body }, context) => {
    await changePassword(dependencies, ownerOf(context), body);
    return undefined;
  });
  bind(endpoints.auth.requestPicture, (_call, { now }) => createPicture(dependencies, now));
  bind(endpoints.auth.requestPasswordReset, ({ body }, { now }) => requestPasswordReset(dependencies, body, now));
  bind(endpoints.auth.requestOwnPasswordReset, (_call, context) =>
    requestOwnPasswordReset(dependencies, applicantOf(context).id, context.now),
  );
  bind(endpoints.auth.resetOwnPassword, async ({ body }, context) => {
    await resetOwnPassword(dependencies, ownerOf(context), body);
    return undefined;
  });
  bind(endpoints.auth.resetPassword, async ({ body }, { now }) => {
    await resetPassword(dependencies, body, now);
    return undefined;
  });
}
