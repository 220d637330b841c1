import { endpoints } from '@acceptance/shared';
import { applicantOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import type { RequestContext } from '../../http/request-context';
import {
  endOtherSessions,
  endOwnSession,
  listOwnSessions,
  type OwnSessionDependencies,
  type SessionOwner,
  signOut,
} from './own-sessions';
import { refreshSession } from './session-refresh';
import type { SessionDependencies } from './sessions';

function ownerOf(context: RequestContext): SessionOwner {
  const { id: accountId, sessionId } = applicantOf(context);
  return { accountId, sessionId, now: context.now };
}

/** What somebody does with sessions that exist. */
export function bindSessionEndpoints(
  bind: BindEndpoint,
  dependencies: SessionDependencies & OwnSessionDependencies,
): void {
  // By the body anybody's session: staff had no endpoint of their own once, and their mini-programs may be that old.
  bind(endpoints.auth.refreshSession, ({ refresh: { refreshToken, cookieOf } }, { address, now }) =>
    refreshSession(dependencies, { refreshToken, kind: cookieOf, address, now }),
  );
  bind(endpoints.auth.listSessions, (_call, context) => listOwnSessions(dependencies, ownerOf(context)));
  bind(endpoints.auth.signOut, async ({ query }, context) => {
    await signOut(dependencies, ownerOf(context), { forgetDevice: query.forgetDevice === 'true' });
    return undefined;
  });
  bind(endpoints.auth.endOtherSessions, async (_call, context) => {
    await endOtherSessions(dependencies, ownerOf(context));
    return undefined;
  });
  bind(endpoints.auth.endSession, async ({ params }, context) => {
    await endOwnSession(dependencies, ownerOf(context), params.sessionId);
    return undefined;
  });
}
