import * as v from 'valibot';
import { binary, defineEndpoint } from '../contract/define-endpoint';
import {
  COLLECTORS,
  DELIVERY_STAGES,
  deliveryParams,
  deliverySummarySchema,
  numbersResultSchema,
  PARCEL_OUTCOMES,
  parcelToSendSchema,
  staffDeliverySchema,
  voucherCodeSchema,
  voucherSchema,
} from '../schemas/delivery-view';
import { pageOf, pageQueryEntries } from '../schemas/page';
import { lineOfText } from '../schemas/text-fields';

const issuer = { staff: ['issuer'] } as const;
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Why a UKey cannot leave the desk. */
const holdErrors = [
  'deliveries.not_ready',
  'deliveries.certificate_not_valid',
  'deliveries.token_not_checked',
  'staff.own_order',
] as const;
const numberErrors = ['deliveries.number_wrong', 'deliveries.number_used'] as const;

/** The issuer's desk: what is sent, and what is fetched. */
export const deliveryDeskEndpoints = {
  listDeliveries: defineEndpoint({
    id: 'deliveryDesk.listDeliveries',
    method: 'GET',
    path: '/staff/deliveries',
    access: issuer,
    summary: '要交付的 UKey，等得最久的在前；按阶段筛选，按申请编号或运单号查找；不含收件人的信息',
    query: v.object({
      ...pageQueryEntries,
      stage: v.optional(v.picklist(DELIVERY_STAGES)),
      /** An order's number or a tracking number, whole. */
      search: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(64, '最多 64 个字符'))),
    }),
    response: v.object({
      ...pageOf(deliverySummarySchema).entries,
      /** Of every stage, whatever is searched for. */
      counts: v.object({ 'to-send': count, 'to-collect': count, 'under-way': count, troubled: count, done: count }),
    }),
    errors: ['request.cursor_invalid'],
    idempotent: true,
  }),
  exportToSend: defineEndpoint({
    id: 'deliveryDesk.exportToSend',
    method: 'GET',
    path: '/staff/deliveries/to-send.csv',
    access: issuer,
    summary:
      '待寄出的清单（CSV，UTF-8 带 BOM）：申请编号、快递公司、收件人、电话和地址，运单号一栏空着；每次下载都记录',
    response: binary('text/csv'),
    errors: [],
    idempotent: true,
  }),
  importNumbers: defineEndpoint({
    id: 'deliveryDesk.importNumbers',
    method: 'POST',
    path: '/staff/deliveries/numbers',
    access: issuer,
    summary: '成批登记运单号（CSV，UTF-8 或 GBK）：逐行给出结果，一行有问题不影响其他行；dryRun=true 时只预览',
    request: 'multipart',
    body: v.object({ dryRun: v.picklist(['true', 'false'], '请先预览') }),
    response: numbersResultSchema,
    errors: ['deliveries.file_missing', 'deliveries.file_unreadable', 'deliveries.file_too_long'],
    idempotent: true,
    rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  }),
  readDelivery: defineEndpoint({
    id: 'deliveryDesk.readDelivery',
    method: 'GET',
    path: '/staff/orders/:orderId/delivery',
    access: issuer,
    summary: '一份申请的交付：面单要写的收件人、电话和地址，寄过的包裹；每次查看都记录',
    params: deliveryParams,
    response: staffDeliverySchema,
    errors: ['orders.not_found', 'deliveries.not_ready'],
    idempotent: true,
    // It names the receiver, with phone and address.
    audited: true,
  }),
  sendParcel: defineEndpoint({
    id: 'deliveryDesk.sendParcel',
    method: 'POST',
    path: '/staff/orders/:orderId/parcels',
    access: issuer,
    summary: '登记运单号，UKey 寄出；被退回或拒收后可以再寄；同一个单号再次登记不变',
    params: deliveryParams,
    body: parcelToSendSchema,
    response: staffDeliverySchema,
    errors: [
      'orders.not_found',
      ...holdErrors,
      ...numberErrors,
      'deliveries.not_by_courier',
      'deliveries.already_sent',
      'deliveries.too_many_parcels',
      'request.conflict',
    ],
    idempotent: true,
  }),
  correctParcel: defineEndpoint({
    id: 'deliveryDesk.correctParcel',
    method: 'PUT',
    path: '/staff/orders/:orderId/parcels/current',
    access: issuer,
    summary: '改正刚登记的运单号；快递公司已经扫描过的不能改',
    params: deliveryParams,
    body: parcelToSendSchema,
    response: staffDeliverySchema,
    errors: [
      'orders.not_found',
      'deliveries.not_ready',
      'staff.own_order',
      ...numberErrors,
      'deliveries.no_parcel',
      'deliveries.parcel_moving',
      'request.conflict',
    ],
    idempotent: true,
  }),
  settleParcel: defineEndpoint({
    id: 'deliveryDesk.settleParcel',
    method: 'POST',
    path: '/staff/orders/:orderId/parcels/current/outcome',
    access: issuer,
    summary: '人工登记包裹的结果；登记为丢失的，证书立即停用，找回后恢复',
    params: deliveryParams,
    body: v.object({ outcome: v.picklist(PARCEL_OUTCOMES, '请选择结果'), note: lineOfText('说明', 200) }),
    response: staffDeliverySchema,
    errors: [
      'orders.not_found',
      'deliveries.not_ready',
      'staff.own_order',
      'deliveries.no_parcel',
      'deliveries.outcome_not_allowed',
      'request.conflict',
    ],
    idempotent: true,
  }),
  findVoucher: defineEndpoint({
    id: 'deliveryDesk.findVoucher',
    method: 'GET',
    path: '/staff/pick-ups/:code',
    access: issuer,
    summary: '扫描领取凭证：应由谁来领取、核对哪种证件和号码（部分隐去）；每次查看都记录',
    params: v.object({ code: voucherCodeSchema }),
    response: voucherSchema,
    errors: ['deliveries.voucher_unknown'],
    idempotent: true,
    // It names the holder.
    audited: true,
    // A code has 60 bits; nobody tries them out.
    rateLimit: { limit: 120, windowSeconds: 600, by: 'actor' },
  }),
  handOver: defineEndpoint({
    id: 'deliveryDesk.handOver',
    method: 'POST',
    path: '/staff/orders/:orderId/pick-up',
    access: issuer,
    summary: '当面交付：核对证件、领取人签名（PNG 图片）后交出 UKey，申请办结',
    request: 'multipart',
    params: deliveryParams,
    body: v.object({
      code: voucherCodeSchema,
      collector: v.picklist(COLLECTORS, '请选择领取人'),
      /** Of who was sent by the holder; asked for then. */
      agentName: v.optional(lineOfText('代领人姓名', 30)),
      documentChecked: v.literal('true', '请先核对证件'),
    }),
    response: staffDeliverySchema,
    errors: [
      'orders.not_found',
      ...holdErrors,
      'deliveries.not_for_pick_up',
      'deliveries.voucher_unknown',
      'deliveries.collected',
      'request.conflict',
      'deliveries.agent_unnamed',
      'contracts.signature_required',
      'files.wrong_type',
      'files.too_large',
      'files.too_many_pixels',
      'files.damaged',
      'signature.empty',
      'signature.too_small',
      'signature.not_writing',
      'signature.too_large',
    ],
    idempotent: true,
  }),
};
