import type { CertificateState } from '@acceptance/shared';
import type { QueryFilter } from 'mongoose';
import { countTotal } from '../../database/count-total';
import { nextIdCursor, refuseForeignCursor } from '../../database/id-cursor';
import type { CertificateModel, CertificateRecord } from './certificate.model';

export interface InventoryFilter {
  readonly state?: CertificateState;
  readonly search?: string;
}

interface InventoryQuery extends InventoryFilter {
  readonly cursor?: string;
  readonly limit: number;
}

/** An order's number, or a serial number with or without colons and zeros in front. */
function searchFor(search: string): QueryFilter<CertificateRecord> {
  const serialNumber = search.replace(/[:\s]/g, '').toUpperCase().replace(/^0+/, '');
  return { $or: [{ orderNumber: search.toUpperCase() }, { serialNumber }] };
}

export const inventoryFilter = ({ state, search }: InventoryFilter): QueryFilter<CertificateRecord> => ({
  ...(state && { state }),
  ...(search && searchFor(search)),
});

/** All certificates, the newest first, paged by key. @throws AppError request.cursor_invalid */
export async function listInventory(certificates: CertificateModel, query: InventoryQuery) {
  const { cursor, limit } = query;
  refuseForeignCursor(cursor);
  const filter = inventoryFilter(query);
  const page = cursor === undefined ? filter : { ...filter, _id: { $lt: cursor } };
  const [found, total] = await Promise.all([
    certificates
      .find(page)
      .sort({ _id: -1 })
      .limit(limit + 1)
      .lean<CertificateRecord[]>(),
    countTotal(certificates, filter),
  ]);
  const items = found.slice(0, limit);
  return { items, nextCursor: nextIdCursor(found, limit), total };
}
