import { type FoundOrder, MOST_FOUND, type OrderSearch, type StaffRole, unitNameKey } from '@acceptance/shared';
import type { QueryFilter } from 'mongoose';
import type { FieldCipher } from '../../database/field-cipher';
import { noteAct } from '../../http/act-notes';
import {
  iso,
  type OrderModel,
  type OrderRecord,
  RISK_PURPOSES,
  readFormDraft,
  SEEN_BY_STAFF,
  searchedName,
} from '../orders';
import { type ReadSearch, readSearch } from './read-search';

export interface SearchDependencies {
  readonly orders: OrderModel;
  readonly cipher: FieldCipher;
}

/** Beyond every character of a number. */
const AFTER_ALL = '\uffff';
/** Who works on applications, and so must know whose they are. */
const AT_WORK: readonly StaffRole[] = ['reviewer', 'issuer', 'finance'];

function filterFor({ cipher }: SearchDependencies, { kind, value }: ReadSearch): QueryFilter<OrderRecord> {
  switch (kind) {
    case 'order-number':
      return { orderNumber: { $gte: value, $lt: `${value}${AFTER_ALL}` } };
    case 'phone':
      return { 'riskTraces.phoneHashes': { $in: cipher.lookupHashes(value, RISK_PURPOSES.phone) } };
    case 'unit-code':
      return { 'riskTraces.unitHashes': { $in: cipher.lookupHashes(value, RISK_PURPOSES.unit) } };
    case 'name': {
      const names = cipher.lookupHashes(searchedName(value), RISK_PURPOSES.name);
      const units = cipher.lookupHashes(unitNameKey(value), RISK_PURPOSES.unitName);
      return {
        $or: [{ 'riskTraces.nameHashes': { $in: names } }, { 'riskTraces.unitNameHashes': { $in: units } }],
      };
    }
  }
}

function present(cipher: FieldCipher, order: OrderRecord, roles: readonly StaffRole[]): FoundOrder {
  const atWork = AT_WORK.some((role) => roles.includes(role));
  return {
    id: order._id.toHexString(),
    orderNumber: order.orderNumber,
    projectName: order.project.name,
    status: order.status,
    submittedAt: iso(order.submittedAt),
    unitName: atWork ? readFormDraft(cipher, order).unit?.name || null : null,
    applicantNameMasked: atWork ? (order.applicant?.nameMasked ?? null) : null,
  };
}

/** Submitted orders by what is typed of them. The log says what kind of thing it was, never what. @throws AppError desk.no_search_by_id_number */
export async function searchOrders(
  needs: SearchDependencies,
  typed: string,
  roles: readonly StaffRole[],
): Promise<OrderSearch> {
  const search = readSearch(typed);
  noteAct({ searchedBy: search.kind });
  const found = await needs.orders
    .find({ $and: [SEEN_BY_STAFF, filterFor(needs, search)] })
    .sort(search.kind === 'order-number' ? { orderNumber: -1 } : { submittedAt: -1 })
    .limit(MOST_FOUND + 1)
    .lean<OrderRecord[]>();
  noteAct({ found: found.length });
  return {
    kind: search.kind,
    items: found.slice(0, MOST_FOUND).map((order) => present(needs.cipher, order, roles)),
    hasMore: found.length > MOST_FOUND,
  };
}
