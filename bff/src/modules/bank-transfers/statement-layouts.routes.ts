import { endpoints } from '@acceptance/shared';
import { staffOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import type { SheetReader } from '../../ports/sheet-reader';
import { previewStatement } from './preview-statement';
import { deleteLayout, type LayoutDependencies, listLayouts, saveLayout } from './saved-layouts';

export type StatementLayoutsDependencies = LayoutDependencies & { readonly sheetReader: SheetReader };

export function bindStatementLayoutEndpoints(bind: BindEndpoint, needs: StatementLayoutsDependencies): void {
  const { statementLayouts } = endpoints;
  bind(statementLayouts.listLayouts, async () => ({ items: await listLayouts(needs) }));
  bind(statementLayouts.saveLayout, ({ body }, context) =>
    saveLayout(needs, body, { staffId: staffOf(context).id, now: context.now }),
  );
  bind(statementLayouts.deleteLayout, async ({ params }) => {
    await deleteLayout(needs.statementLayouts, params.layoutId);
    return undefined;
  });
  bind(statementLayouts.previewStatement, ({ file }) => previewStatement(needs, file?.bytes ?? null));
}
