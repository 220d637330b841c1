import { AppError, endpoints } from '@acceptance/shared';
import type { Connection } from 'mongoose';
import { pendingMigrations } from '../../database/migrate';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { openApiDocument } from '../../http/openapi-document';
import type { CircuitBreakers } from '../../remotes/circuit-breaker';
import { REMOTE_NAMES } from '../../remotes/remote-names';

export interface SystemDependencies {
  readonly connection: Connection;
  readonly breakers: CircuitBreakers;
}

async function refuseUnready(connection: Connection): Promise<void> {
  if (connection.readyState !== 1 || (await pendingMigrations(connection)).length > 0) {
    throw new AppError('server.unavailable');
  }
}

export function bindSystemEndpoints(bind: BindEndpoint, { connection, breakers }: SystemDependencies): void {
  const document = openApiDocument();
  bind(endpoints.system.readHealth, async () => ({ status: 'ok' as const }));
  // A remote that is down is no reason to take this process out of service: it is said beside the status.
  bind(endpoints.system.readReadiness, async () => {
    await refuseUnready(connection);
    return { status: 'ready' as const, remotes: REMOTE_NAMES.map((name) => ({ name, state: breakers[name].state() })) };
  });
  bind(endpoints.system.readOpenApi, async () => document);
}
