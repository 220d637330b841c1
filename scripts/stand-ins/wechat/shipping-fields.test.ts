import type { JsonObject } from '../serving/json-object';
import { shippingFieldProblem } from './shipping-fields';

const item = { item_desc: '数字证书', tracking_no: 'EA1', express_company: 'EMS' };
const request = (changes: JsonObject = {}): JsonObject => ({
  order_key: { order_number_type: 2, transaction_id: '1' },
  logistics_type: 1,
  delivery_mode: 1,
  shipping_list: [item],
  upload_time: '2022-12-15T13:29:35.120+08:00',
  payer: { openid: 'o1' },
  ...changes,
});
const sf = { ...item, express_company: 'SF' };

test('a request as the document has it is taken', () => {
  expect(shippingFieldProblem(request())).toBeUndefined();
  expect(shippingFieldProblem(request({ logistics_type: 3, shipping_list: [{ item_desc: '证书' }] }))).toBeUndefined();
  const contact = { receiver_contact: '189****1234' };
  expect(shippingFieldProblem(request({ shipping_list: [{ ...sf, contact }] }))).toBeUndefined();
});

test.each([
  ['a list that is an object', { shipping_list: item }, 'invalidJson'],
  ['two shipments of a unified delivery', { shipping_list: [item, item] }, 'shippingParameter'],
  ['none', { shipping_list: [] }, 'shippingParameter'],
  ['no payer', { payer: undefined }, 'invalidJson'],
  ['no transaction', { order_key: { order_number_type: 2 } }, 'transactionIdMissing'],
  ['a way that there is not', { logistics_type: 5 }, 'shippingParameter'],
  ['a time without milliseconds', { upload_time: '2022-12-15T13:29:35+08:00' }, 'uploadTimeFormat'],
  ['a time in UTC', { upload_time: '2022-12-15T13:29:35.120Z' }, 'uploadTimeFormat'],
  ['a description of 121 characters', { shipping_list: [{ ...item, item_desc: '长'.repeat(121) }] }, 'itemDescription'],
  ['a courier that there is not', { shipping_list: [{ ...item, express_company: 'ems' }] }, 'expressCompany'],
  ['SF without a phone', { shipping_list: [sf] }, 'contactMissing'],
  [
    'a phone that is not masked',
    { shipping_list: [{ ...sf, contact: { receiver_contact: '18900001234' } }] },
    'shippingParameter',
  ],
])('%s is refused', (_what, changes, problem) => {
  expect(shippingFieldProblem(request(changes))).toBe(problem);
});
