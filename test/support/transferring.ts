import { type EntryBank, endpoints, type NewEntry } from '@acceptance/shared';
import { workbookOf } from '../../bff/src/adapters/sheet-reader/testing/workbook';
import { upload } from '../../scripts/story/application-steps';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { plainPng } from './sample-images';
import { PROOF, type StaffPerson } from './staff-people';
import { paramsOf } from './story-people';

const { bankTransfers, transferDesk } = endpoints;

export const choose = (context: StoryContext) =>
  context.applicant.call(bankTransfers.chooseTransfer, { params: paramsOf(context) });
export const readOwn = (context: StoryContext) =>
  context.applicant.call(bankTransfers.readTransfer, { params: paramsOf(context) });
export const withdraw = (context: StoryContext) =>
  context.applicant.call(bankTransfers.withdrawSlip, { params: paramsOf(context) });
export const uploadSlip = (context: StoryContext) => upload(context, 'transfer-slip', plainPng(), 'image/png');
export const handIn = (context: StoryContext, fileId: string, note?: string) =>
  context.applicant.call(bankTransfers.handInSlip, {
    params: paramsOf(context),
    body: { fileId, ...(note !== undefined && { note }) },
  });

/** Chooses bank transfer and hands in a slip; answers the remark code. */
export async function handInFresh(context: StoryContext): Promise<string> {
  const { code } = await choose(context);
  await handIn(context, await uploadSlip(context));
  return code ?? '';
}

let references = 0;
/** Money as it comes on the account; each with a reference of its own. */
export function moneyOf(amountFen: number, change: Partial<NewEntry> = {}): NewEntry {
  references += 1;
  const reference = `REF${String(references).padStart(8, '0')}`;
  return { bank: 'icbc', reference, bookedOn: '2026-11-23', amountFen, payerName: '示例付款有限公司', ...change };
}

/** What finance does. */
export function financeOf({ client }: Pick<StaffPerson, 'client'>) {
  return {
    list: () => client.call(transferDesk.listTransfers, { query: { limit: '50' } }),
    read: (context: StoryContext) => client.call(transferDesk.readTransfer, { params: paramsOf(context) }),
    slip: (context: StoryContext) => client.call(transferDesk.readSlip, { params: paramsOf(context) }),
    refuse: (context: StoryContext, reason = '没有查到这笔款') =>
      client.call(transferDesk.refuseSlip, { params: paramsOf(context), body: { reason } }),
    record: (entry: NewEntry) => client.call(transferDesk.recordEntry, { body: entry }),
    readEntry: (entryId: string) => client.call(transferDesk.readEntry, { params: { entryId } }),
    book: (entryIds: string[], contexts: StoryContext[], proof: { password: string } = PROOF) =>
      client.call(transferDesk.bookTransfers, {
        body: { entryIds, orderIds: contexts.map((context) => orderOf(context).id), ...proof },
      }),
  };
}

/** A statement of CMB with these entries, as its online banking exports it. */
export function statementOf(entries: readonly { fen: number; remark?: string; payer?: string; reference?: string }[]) {
  const heading = '交易日,交易时间,借方金额,贷方金额,余额,摘要,流水号,收(付)方名称,收(付)方帐号';
  const lines = entries.map(({ fen, remark = '转账', payer = '示例付款有限公司', reference }) => {
    references += 1;
    const number = reference ?? `CMB${String(references).padStart(8, '0')}`;
    return `20261123,091502,,${(fen / 100).toFixed(2)},0.00,${remark},${number},${payer},6222000011112222`;
  });
  return Buffer.from(`${heading}\n${lines.join('\n')}\n`);
}

/** The same statement as a workbook, amounts as numbers. */
export const asWorkbook = (statement: Buffer): Uint8Array =>
  workbookOf(
    statement
      .toString()
      .trim()
      .split('\n')
      .map((line) => line.split(',').map((cell) => (/^\d+\.\d\d$/.test(cell) ? Number(cell) : cell))),
  );

export const importOf = (client: StaffPerson['client'], bytes: Uint8Array, bank: EntryBank = 'cmb') =>
  client.call(transferDesk.importStatement, {
    body: { bank },
    file: { bytes, mediaType: 'text/csv', fileName: 'statement.csv' },
  });
export const startMatching = (client: StaffPerson['client'], importId: string, proof: { password: string } = PROOF) =>
  client.call(transferDesk.startMatching, { params: { importId }, body: proof });
