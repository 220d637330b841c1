import { AppError, endpoints } from '@acceptance/shared';
import { staffOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import type { RequestContext } from '../../http/request-context';
import { wakingWith } from '../../jobs/waking';
import { type MarkedReading, readMarkedFile } from '../files';
import { type StepUpDependencies, staffCallerOf, stepUp } from '../staff';
import { type BookAtDeskDependencies, bookAtDesk } from './book-at-desk';
import {
  type DeskDependencies,
  findPayable,
  findTransfer,
  listTransfers,
  refuseSlip,
  viewTransfer,
} from './desk-transfers';
import { findEntry, listEntries } from './find-entries';
import { type ImportDependencies, importStatement, readImport, startMatching } from './import-statement';
import { presentEntry, presentEntryDetail } from './present-entry';
import { recordEntry } from './record-entry';

export interface TransferDeskDependencies
  extends DeskDependencies,
    ImportDependencies,
    BookAtDeskDependencies,
    StepUpDependencies,
    MarkedReading {
  /** Wakes the dispatcher. */
  readonly jobsAdded: () => void;
}

const actOf = (context: RequestContext) => ({ staffId: staffOf(context).id, now: context.now });

export function bindTransferDeskEndpoints(bind: BindEndpoint, needs: TransferDeskDependencies): void {
  const { bankEntries, cipher, jobsAdded } = needs;
  const { transferDesk } = endpoints;
  const waking = wakingWith(jobsAdded);
  bind(transferDesk.listTransfers, ({ query }) => listTransfers(needs, query));
  bind(transferDesk.readTransfer, async ({ params }) => viewTransfer(needs, await findTransfer(needs, params.orderId)));
  bind(transferDesk.readSlip, async ({ params }, context) => {
    const { transfer, orderNumber } = await findTransfer(needs, params.orderId).catch((error: unknown) => {
      throw error instanceof AppError && error.code === 'bank_transfers.not_chosen'
        ? new AppError('files.not_found')
        : error;
    });
    if (!transfer.slip) {
      throw new AppError('files.not_found');
    }
    return readMarkedFile(needs, transfer.slip, { purpose: '仅供核对转账', orderNumber, ...actOf(context) });
  });
  bind(transferDesk.refuseSlip, async ({ params, body }, context) => {
    const refusal = { ...params, ...body, ...actOf(context) };
    return viewTransfer(needs, await waking(refuseSlip(needs, refusal)));
  });
  bind(transferDesk.findPayable, async ({ query }) => ({ items: await findPayable(needs, query.search) }));
  bind(transferDesk.listEntries, async ({ query }) => {
    const page = await listEntries(bankEntries, query);
    return { ...page, items: page.items.map(presentEntry) };
  });
  bind(transferDesk.readEntry, async ({ params }) =>
    presentEntryDetail(cipher, await findEntry(bankEntries, params.entryId)),
  );
  bind(transferDesk.recordEntry, async ({ body }, context) =>
    presentEntryDetail(cipher, await recordEntry(needs, body, actOf(context))),
  );
  bind(transferDesk.importStatement, ({ body, file }, context) =>
    importStatement(needs, { ...body, bytes: file?.bytes ?? null }, actOf(context)),
  );
  bind(transferDesk.readImport, ({ params }) => readImport(bankEntries, params.importId));
  bind(transferDesk.startMatching, async ({ params, body }, context) => {
    await stepUp(needs, staffCallerOf(context), body);
    return waking(startMatching(bankEntries, params.importId, actOf(context)));
  });
  bind(transferDesk.bookTransfers, async ({ body: { entryIds, orderIds, ...proof } }, context) => {
    await stepUp(needs, staffCallerOf(context), proof);
    return waking(bookAtDesk(needs, { entryIds, orderIds, ...actOf(context) }));
  });
}
