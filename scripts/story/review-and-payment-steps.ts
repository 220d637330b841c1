import { endpoints } from '@acceptance/shared';
import { DEMO_STAFF } from '../demo/seed-demo';
import { asShown } from './shown-to-reviewer';
import { expectFact, orderOf, type StoryContext } from './story-context';

export async function signInStaff({ world, staff }: StoryContext): Promise<void> {
  const session = await staff.call(endpoints.staff.signInStaff, {
    body: { username: DEMO_STAFF.username, password: world.staffPassword },
  });
  staff.accessToken = session.accessToken;
}

export async function reviewOrder(context: StoryContext): Promise<void> {
  const { staff } = context;
  const queue = await staff.call(endpoints.staff.listQueue, {});
  const orderId = orderOf(context).id;
  expectFact(
    queue.items.some((item) => item.id === orderId),
    'the order is in the staff queue',
  );
  const order = await staff.call(endpoints.staff.readOrder, { params: { orderId } });
  const fileId = order.idCard.front?.id ?? '';
  const photo = await staff.call(endpoints.staff.readOrderFile, { params: { orderId, fileId } });
  const contract = await staff.call(endpoints.staff.readOrderContract, { params: { orderId } });
  expectFact(photo.length > 30_000 && contract.length > 10_000, 'the staff see photo and contract');
  context.reviewed = order;
}

export async function approveOrder(context: StoryContext): Promise<void> {
  const params = { orderId: orderOf(context).id };
  const shown = context.reviewed ?? (await context.staff.call(endpoints.staff.readOrder, { params }));
  context.reviewed = await context.staff.call(endpoints.staff.approveOrder, { params, body: asShown(shown) });
  await context.world.settle();
  const [sms] = context.world.standIns.tencentCloud.sms(context.person.phone);
  expectFact(sms?.templateId === 'demo-review-approved', 'the applicant has the SMS about the approval');
}

export async function startPayment(context: StoryContext): Promise<void> {
  const params = { orderId: orderOf(context).id };
  const started = await context.applicant.call(endpoints.payments.startPayment, {
    params,
    body: { channel: 'wechat-native' },
  });
  expectFact(started.codeUrl?.startsWith('weixin://') ?? false, 'there is a QR code to pay by');
  context.outTradeNo = started.attempt.outTradeNo;
}

export async function payByWechat(context: StoryContext): Promise<void> {
  const { world, applicant, outTradeNo } = context;
  await world.standIns.wechatPay.pay(outTradeNo ?? '');
  await world.settle();
  context.order = await applicant.call(endpoints.orders.readOrder, { params: { orderId: orderOf(context).id } });
  // The holder of a software certificate can begin at once; a UKey waits for staff.
  const next = context.delivery === 'download' ? 'issuing' : 'paid';
  expectFact(context.order.status === next && context.order.paymentStatus === 'paid', 'the order is paid');
}
