import { AppError, endpoints } from '@acceptance/shared';
import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import { unreadiness } from '../../database/unreadiness';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { openApiDocument } from '../../http/openapi-document';
import type { CircuitBreakers } from '../../remotes/circuit-breaker';
import { REMOTE_NAMES } from '../../remotes/remote-names';
import { type CredentialExpiry, endingCredentials } from './credential-watch';

export interface SystemDependencies {
  readonly connection: Connection;
  readonly breakers: CircuitBreakers;
  readonly credentials: () => readonly CredentialExpiry[];
  readonly logger: Pick<Logger, 'error'>;
}

export function bindSystemEndpoints(
  bind: BindEndpoint,
  { connection, breakers, credentials, logger }: SystemDependencies,
): void {
  bind(endpoints.system.readHealth, async () => ({ status: 'ok' as const }));
  // A remote that is down is no reason to take this process out of service: it is said beside the status.
  bind(endpoints.system.readReadiness, async (_call, { now, requestId }) => {
    const unready = await unreadiness(connection);
    if (unready) {
      logger.error({ requestId, ...unready }, 'not ready');
      throw new AppError('server.unavailable');
    }
    return {
      status: 'ready' as const,
      remotes: REMOTE_NAMES.map((name) => ({ name, state: breakers[name].state() })),
      endingCredentials: endingCredentials(credentials(), now),
    };
  });
  // Made when it is first asked for: no start has to wait for it.
  let document: ReturnType<typeof openApiDocument> | undefined;
  bind(endpoints.system.readOpenApi, async () => {
    document ??= openApiDocument();
    return document;
  });
}
