import { endpoints } from '@acceptance/shared';
import { applicantOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { bindWechat } from './bind-wechat';
import { bindEmailEndpoints } from './email.routes';
import type { OwnEmailDependencies } from './own-email';
import { bindPasswordEndpoints, type PasswordDependencies } from './password.routes';
import { requestSmsCode } from './request-sms-code';
import { bindSessionEndpoints } from './session.routes';
import { signInWithSmsCode, signInWithWechatPhone } from './sign-in';

export type AuthDependencies = PasswordDependencies & OwnEmailDependencies;

export function bindAuthEndpoints(bind: BindEndpoint, dependencies: AuthDependencies): void {
  bind(endpoints.auth.requestSmsCode, ({ body }, { now }) => requestSmsCode(dependencies, { ...body, now }));
  bind(endpoints.auth.signInWithSmsCode, ({ body }, context) => signInWithSmsCode(dependencies, body, context));
  bind(endpoints.auth.signInWithWechatPhone, ({ body }, context) => signInWithWechatPhone(dependencies, body, context));
  bind(endpoints.auth.bindWechat, async ({ body }, context) => {
    await bindWechat(dependencies, { accountId: applicantOf(context).id, loginCode: body.loginCode });
    return undefined;
  });
  bindEmailEndpoints(bind, dependencies);
  bindPasswordEndpoints(bind, dependencies);
  bindSessionEndpoints(bind, dependencies);
}
