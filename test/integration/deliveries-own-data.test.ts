import { endpoints } from '@acceptance/shared';
import { removeOrder } from '../../bff/src/modules/personal-data/remove-order';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { atDesk, ownDelivery, scan, sent, signaturePicture } from '../support/delivery-people';
import { gatheredFiles } from '../support/gathered-data';
import { storedOrder } from '../support/stored-state';
import { paramsOf } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();

const storedDelivery = (context: StoryContext) =>
  system()
    .container()
    .deliveries.findOne({ orderId: orderOf(context).id })
    .lean();

/** Somebody whose certificate was fetched by somebody they sent. */
async function fetched(): Promise<StoryContext> {
  const context = await atDesk(system(), { delivery: 'pick-up' });
  const code = (await ownDelivery(context)).pickUp!.voucherCode;
  await context.staff.call(endpoints.deliveryDesk.findVoucher, { params: { code } });
  await context.staff.call(endpoints.deliveryDesk.handOver, {
    params: paramsOf(context),
    body: { code, collector: 'agent', agentName: '李四', documentChecked: 'true' },
    file: signaturePicture(),
  });
  await system().settle();
  return context;
}

async function exported(context: StoryContext): Promise<Map<string, Buffer>> {
  const { id } = await context.applicant.call(endpoints.account.readAccount, {});
  return gatheredFiles(system(), id);
}
const read = (files: Map<string, Buffer>, path: string) => JSON.parse(files.get(path)!.toString());

describe('what is kept of a delivery', () => {
  it('is in the export of one’s data: who came, their signature, and who looked', async () => {
    const context = await fetched();
    const files = await exported(context);
    expect(read(files, 'deliveries.json')).toMatchObject([
      { way: 'pick-up', parcels: [], collected: { by: 'agent', agentName: '李四' } },
    ]);
    const { orderNumber } = orderOf(context);
    const { bytes } = signaturePicture();
    expect(files.get(`documents/${orderNumber}/pick-up-signature.png`)).toEqual(Buffer.from(bytes));
    const log: { action: string }[] = read(files, 'access-log.json');
    expect(log.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['deliveryDesk.findVoucher', 'deliveryDesk.handOver']),
    );
  });

  it('is in the export with every step of a parcel, and is sealed in the database', async () => {
    const { context, number } = await sent(system());
    await scan(system(), number, 'arriving', { text: '【演示区】派件员 13900000000' });
    expect(read(await exported(context), 'deliveries.json')).toMatchObject([
      { parcels: [{ trackingNumber: number, steps: [{ text: '【演示区】派件员 13900000000' }] }] },
    ]);
    const stored = JSON.stringify(await storedDelivery(context));
    expect(stored).not.toContain('13900000000');
    expect(system().logText()).not.toContain('13900000000');
  });

  it('goes with its order, the signature too', async () => {
    const context = await fetched();
    const { fileStore } = system().container();
    const { signatureId } = (await storedDelivery(context))!.collected!;
    expect(await fileStore.read(signatureId)).not.toBeNull();
    expect(await removeOrder(system().container(), await storedOrder(system(), context))).toBe(true);
    expect(await storedDelivery(context)).toBeNull();
    expect(await fileStore.read(signatureId)).toBeNull();
  });
});
