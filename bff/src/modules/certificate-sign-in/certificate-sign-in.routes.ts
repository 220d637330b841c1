import { endpoints } from '@acceptance/shared';
import { staffOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { type ChallengeDependencies, createChallenge } from './challenges';
import { pageOriginOf } from './page-origin';
import { revokeWithCertificate } from './revoke-with-certificate';
import { type CertificateSignInDependencies, signInWithCertificate } from './sign-in-with-certificate';

export interface CertificateSignInNeeds extends CertificateSignInDependencies, ChallengeDependencies {
  readonly webOrigins: readonly string[];
}

export function bindCertificateSignInEndpoints(bind: BindEndpoint, needs: CertificateSignInNeeds): void {
  const { webOrigins } = needs;
  bind(endpoints.certificateSignIn.requestChallenge, async ({ body }, { origin, now }) =>
    createChallenge(needs, { ...body, origin: pageOriginOf(origin, webOrigins) }, now),
  );
  bind(endpoints.certificateSignIn.requestSessionChallenge, async ({ body: { deviceId } }, context) => {
    const origin = pageOriginOf(context.origin, webOrigins);
    const { sessionId } = staffOf(context);
    return createChallenge(needs, { purpose: 'second-factor', origin, deviceId, sessionId }, context.now);
  });
  bind(endpoints.certificateSignIn.signIn, async ({ body }, context) =>
    signInWithCertificate(needs, body, pageOriginOf(context.origin, webOrigins), context),
  );
  bind(endpoints.certificateSignIn.revokeCertificate, async ({ body }, { origin, now }) =>
    revokeWithCertificate(needs, body, pageOriginOf(origin, webOrigins), now),
  );
}
