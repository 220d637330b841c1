import { type DeliveryStage, type DeliverySummary, type EndpointResponse, endpoints } from '@acceptance/shared';
import { call } from '../../../api/client';
import { type ListPage, readPages } from '../queue/queue-pages';

type Answer = EndpointResponse<typeof endpoints.deliveryDesk.listDeliveries>;
export type StageCounts = Answer['counts'];
export type DeliveryItem = DeliverySummary & { readonly id: string };
export type DeliveryList = ListPage<DeliveryItem> & { readonly counts: StageCounts };

interface Asked {
  readonly stage: DeliveryStage;
  /** Whole number of an order or parcel; then every stage is looked through. */
  readonly search: string;
}

/** The first `pages` pages of a stage, or of what is searched for, with the counts of all stages. */
export async function readDeliveries({ stage, search }: Asked, pages: number): Promise<DeliveryList> {
  const counts: StageCounts[] = [];
  const list = await readPages<DeliveryItem>(async (cursor) => {
    const answer = await call(endpoints.deliveryDesk.listDeliveries, {
      query: { ...(search ? { search } : { stage }), ...(cursor && { cursor }) },
    });
    counts.push(answer.counts);
    return { ...answer, items: answer.items.map((item) => ({ ...item, id: item.orderId })) };
  }, pages);
  const [newest] = counts.slice(-1);
  if (!newest) {
    throw new Error('a list has one page at least');
  }
  return { ...list, counts: newest };
}
