import type { StaffDelivery } from '@acceptance/shared';
import type { PrintedSheet } from '../platform/printed-sheet';

/** Who sends: the authority with its service phone. */
export interface Sender {
  readonly name: string;
  readonly phone: string;
}

type Receiver = NonNullable<StaffDelivery['receiver']>;

/** In Chinese whatever the desk is read in: the courier reads it. */
const WORDS = {
  title: '快递面单',
  courier: '快递公司',
  receiver: '收件人',
  phone: '电话',
  address: '地址',
  sender: '寄件人',
  order: '申请编号',
  note: '内装 UKey，请勿折压。',
} as const;

/** 浙江省杭州市西湖区文三路 1 号, as it stands on a label; a municipality is said once. */
export const addressLine = ({ province, city, district, street }: Receiver): string =>
  [province, city === province ? '' : city, district, street].join('');

/** The label of a parcel. */
export const parcelLabel = (
  { orderNumber, courier }: Pick<StaffDelivery, 'orderNumber' | 'courier'>,
  receiver: Receiver,
  sender: Sender,
): PrintedSheet => ({
  title: WORDS.title,
  rows: [
    { label: WORDS.receiver, value: receiver.name },
    { label: WORDS.phone, value: receiver.phone },
    { label: WORDS.address, value: addressLine(receiver) },
    { label: WORDS.sender, value: `${sender.name} ${sender.phone}` },
    { label: WORDS.courier, value: courier ?? '' },
    { label: WORDS.order, value: orderNumber },
  ],
  notes: [WORDS.note],
});
