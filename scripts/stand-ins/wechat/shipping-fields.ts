import { isJsonObject, type JsonObject } from '../serving/json-object';
import type { WechatErrorName } from './wechat-reply';

/** delivery_id of get_delivery_list, as far as anybody sends with them. */
const EXPRESS_COMPANIES: ReadonlySet<string> = new Set('SF EMS YZPY ZTO YTO STO YD JD JTSD DBL ZJS UC KYSY'.split(' '));
const UPLOAD_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/;
const MASKED_PHONE = /^\d{3}\*{4}\d{4}$/;
const LONGEST_ITEM = 120;
/** Express, within the city, virtual, collected. */
const LOGISTICS_TYPES = [1, 2, 3, 4];
const EXPRESS = 1;
const UNIFIED = 1;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function parcelProblem(item: JsonObject): WechatErrorName | undefined {
  if (text(item.tracking_no) === '') return 'trackingNumber';
  const company = text(item.express_company);
  if (!EXPRESS_COMPANIES.has(company)) return 'expressCompany';
  const contact = isJsonObject(item.contact) ? item.contact : {};
  const phones = [contact.receiver_contact, contact.consignor_contact].map(text).filter((phone) => phone !== '');
  if (phones.some((phone) => !MASKED_PHONE.test(phone))) return 'shippingParameter';
  return company === 'SF' && phones.length === 0 ? 'contactMissing' : undefined;
}

/** The first thing that is wrong with a request of upload_shipping_info, whatever order it is about. */
export function shippingFieldProblem(request: JsonObject): WechatErrorName | undefined {
  const { order_key: key, shipping_list: list, payer } = request;
  if (!Array.isArray(list) || !isJsonObject(key) || !isJsonObject(payer)) return 'invalidJson';
  if (key.order_number_type !== 2 || text(key.transaction_id) === '') return 'transactionIdMissing';
  if (request.delivery_mode !== UNIFIED || !LOGISTICS_TYPES.includes(Number(request.logistics_type))) {
    return 'shippingParameter';
  }
  const [item] = list;
  if (list.length !== 1 || !isJsonObject(item)) return 'shippingParameter';
  const uploadTime = text(request.upload_time);
  if (!UPLOAD_TIME.test(uploadTime) || Number.isNaN(Date.parse(uploadTime))) return 'uploadTimeFormat';
  const description = [...text(item.item_desc)];
  if (description.length === 0 || description.length > LONGEST_ITEM) return 'itemDescription';
  return request.logistics_type === EXPRESS ? parcelProblem(item) : undefined;
}
