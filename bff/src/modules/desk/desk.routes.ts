import { endpoints } from '@acceptance/shared';
import { noteAct } from '../../http/act-notes';
import { staffOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import type { RequestContext } from '../../http/request-context';
import { type CountDependencies, countWork } from './count-work';
import { figuresCsv } from './figures/figures-csv';
import { type FiguresDependencies, readFigures } from './figures/read-figures';
import { type SearchDependencies, searchOrders } from './search-orders';
import { readTimeline, type TimelineDependencies } from './timeline/read-timeline';

export type DeskDependencies = CountDependencies & SearchDependencies & FiguresDependencies & TimelineDependencies;

export function bindDeskEndpoints(bind: BindEndpoint, needs: DeskDependencies): void {
  bind(endpoints.desk.readCounts, async (_call, context) => ({
    counts: await countWork(needs, { roles: staffOf(context).roles, now: context.now }),
  }));
  bind(endpoints.desk.searchOrders, ({ body }, context) => searchOrders(needs, body.search, staffOf(context).roles));
  bind(endpoints.desk.readTimeline, async ({ params }) => ({ items: await readTimeline(needs, params.orderId) }));
  const askerOf = (context: RequestContext) => {
    const { id: staffId, roles } = staffOf(context);
    return { staffId, roles, now: context.now };
  };
  bind(endpoints.desk.readFigures, ({ query }, context) => readFigures(needs, query, askerOf(context)));
  bind(endpoints.desk.exportFigures, async ({ query }, context) => {
    const figures = await readFigures(needs, query, askerOf(context));
    noteAct(query);
    return { bytes: figuresCsv(figures), mediaType: 'text/csv; charset=utf-8' };
  });
}
