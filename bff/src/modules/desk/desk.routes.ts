import { endpoints } from '@acceptance/shared';
import { staffOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { type CountDependencies, countWork } from './count-work';
import { type SearchDependencies, searchOrders } from './search-orders';

export type DeskDependencies = CountDependencies & SearchDependencies;

export function bindDeskEndpoints(bind: BindEndpoint, needs: DeskDependencies): void {
  bind(endpoints.desk.readCounts, async (_call, context) => ({
    counts: await countWork(needs, { roles: staffOf(context).roles, now: context.now }),
  }));
  bind(endpoints.desk.searchOrders, ({ body }, context) => searchOrders(needs, body.search, staffOf(context).roles));
}
