import { endpoints } from '@acceptance/shared';
import { applicantOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { bindWechat } from './bind-wechat';
import { requestSmsCode, type SmsCodeDependencies } from './request-sms-code';
import { endSession, refreshSession } from './sessions';
import { type SignInDependencies, signInWithSmsCode, signInWithWechatPhone } from './sign-in';

export type AuthDependencies = SignInDependencies & SmsCodeDependencies;

export function bindAuthEndpoints(bind: BindEndpoint, dependencies: AuthDependencies): void {
  bind(endpoints.auth.requestSmsCode, ({ body }, { now }) => requestSmsCode(dependencies, { phone: body.phone, now }));
  bind(endpoints.auth.signInWithSmsCode, ({ body }, context) => signInWithSmsCode(dependencies, body, context));
  bind(endpoints.auth.signInWithWechatPhone, ({ body }, context) => signInWithWechatPhone(dependencies, body, context));
  bind(endpoints.auth.refreshSession, ({ body }, { now }) =>
    refreshSession(dependencies, { refreshToken: body.refreshToken, now }),
  );
  bind(endpoints.auth.signOut, async (_call, context) => {
    await endSession(dependencies.sessions, applicantOf(context).sessionId, context.now);
    return undefined;
  });
  bind(endpoints.auth.bindWechat, async ({ body }, context) => {
    await bindWechat(dependencies, { accountId: applicantOf(context).id, loginCode: body.loginCode });
    return undefined;
  });
}
