import type { FieldCipher } from '../../database/field-cipher';
import { noteAct } from '../../http/act-notes';
import { BYTE_ORDER_MARK, csvLine } from '../../http/csv-line';
import type { BinaryResult } from '../../http/request-context';
import type { CertificateModel } from '../certificates';
import { NOT_RETAINED, type OrderModel, type OrderRecord } from '../orders';
import type { DeliveryModel, DeliveryRecord } from './delivery.model';
import { findHold } from './delivery-hold';
import { receiverOf } from './prepare-delivery';

/** As many as a file of numbers may have lines. */
const MOST_ROWS = 2000;
const HEADINGS = ['申请编号', '快递公司', '收件人', '电话', '省份', '城市', '区县', '详细地址', '运单号'] as const;

export interface ExportDependencies {
  readonly deliveries: DeliveryModel;
  readonly orders: OrderModel;
  readonly certificates: CertificateModel;
  readonly cipher: FieldCipher;
}

/** One order's row; null for one that must not be sent now. */
async function rowOf(needs: ExportDependencies, { orderId, orderNumber }: DeliveryRecord): Promise<string[] | null> {
  const order = await needs.orders.findOne({ _id: orderId, ...NOT_RETAINED }).lean<OrderRecord>();
  const receiver = order && receiverOf(needs.cipher, order);
  if (!receiver || (await findHold(needs.certificates, orderId))) {
    return null;
  }
  const { courier, receiver: name, phone, province, city, district, street } = receiver;
  return [orderNumber, courier, name, phone, province, city, district, street, ''];
}

/** What waits to be sent, for the courier's own program; the one that waits longest first. */
export async function exportToSend(needs: ExportDependencies): Promise<BinaryResult> {
  const waiting = await needs.deliveries
    .find({ stage: 'to-send' })
    .sort({ _id: 1 })
    .limit(MOST_ROWS)
    .lean<DeliveryRecord[]>();
  const rows: string[][] = [];
  for (const delivery of waiting) {
    const row = await rowOf(needs, delivery);
    if (row) {
      rows.push(row);
    }
  }
  noteAct({ rows: rows.length });
  const lines = [HEADINGS, ...rows].map(csvLine);
  return { bytes: Buffer.from(BYTE_ORDER_MARK + lines.join('')), mediaType: 'text/csv' };
}
