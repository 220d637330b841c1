import { type DeliveryWay, endpoints, type ParcelOutcome, type TaskView } from '@acceptance/shared';
import type { StoryPerson } from '../../scripts/story/people';
import { orderOf, type StoryContext, type StoryWorld } from '../../scripts/story/story-context';
import { walkStory } from '../../scripts/story/walk-story';
import { drawSampleSignature } from '../../scripts/trial-ca/draw-sample-signature';
import { makeAtDesk } from './life-cycle-people';
import { paidOrder } from './order-copies';
import { paramsOf, takeSteps } from './story-people';
import type { TestSystem } from './test-system';

export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;

/** What Kuaidi100 calls the courier of the demo's first project, and the states in its numbers. */
export const EMS = 'ems';
export const SCANNED = {
  picked: '1',
  onTheWay: '0',
  arriving: '5',
  received: '3',
  troubled: '2',
  refused: '14',
  returned: '6',
} as const;

let numbers = 0;
/** A number of China Post that no other test of the file has. */
export function nextNumber(): string {
  numbers += 1;
  return String(1_000_000_000_000 + numbers);
}

/** An applicant whose certificate is in a UKey that lies at the desk; `checked: false`: nobody has read it back. */
export async function atDesk(
  system: TestSystem,
  { delivery = 'courier', checked = true }: { delivery?: 'courier' | 'pick-up'; checked?: boolean } = {},
): Promise<StoryContext> {
  const context = await paidOrder(system, { delivery });
  context.certificate = await makeAtDesk(context);
  if (checked) {
    await checkToken(context);
  }
  return context;
}

/** The same for a named person in the world of a story. */
export async function madeAtDesk(world: StoryWorld, person: StoryPerson, delivery: DeliveryWay): Promise<StoryContext> {
  const context = await walkStory(world, { person, delivery, until: 'pay' });
  context.certificate = await makeAtDesk(context);
  await checkToken(context);
  await world.settle();
  return context;
}

export async function checkToken(context: StoryContext): Promise<void> {
  await context.staff.call(endpoints.certificateDesk.confirmToken, {
    params: { certificateId: context.certificate!.id },
    body: { tokenSerialNumber: `TOKEN-${orderOf(context).id}` },
  });
}

export const send = ({ staff, ...context }: StoryContext, trackingNumber: string, courier = 'EMS') =>
  staff.call(endpoints.deliveryDesk.sendParcel, {
    params: paramsOf({ staff, ...context }),
    body: { courier, trackingNumber },
  });

/** Sent, and subscribed to. */
export async function sent(system: TestSystem, context?: StoryContext) {
  const whose = context ?? (await atDesk(system));
  const number = nextNumber();
  await send(whose, number);
  await system.settle();
  return { context: whose, number };
}

export const ownDelivery = (context: StoryContext) =>
  context.applicant.call(endpoints.deliveries.readOwn, { params: paramsOf(context) });
export const staffDelivery = (context: StoryContext) =>
  context.staff.call(endpoints.deliveryDesk.readDelivery, { params: paramsOf(context) });
export const statusOf = async (context: StoryContext) =>
  (await context.applicant.call(endpoints.orders.readOrder, { params: paramsOf(context) })).status;
export const certificateOf = async (context: StoryContext) =>
  (await context.applicant.call(endpoints.certificates.readIssuing, { params: paramsOf(context) })).certificate!;

export async function settleAs(context: StoryContext, outcome: ParcelOutcome) {
  const body = { outcome, note: '已致电快递公司' };
  const view = await context.staff.call(endpoints.deliveryDesk.settleParcel, { params: paramsOf(context), body });
  await context.world.settle();
  return view;
}

export async function scan(
  system: TestSystem,
  number: string,
  state: keyof typeof SCANNED,
  step: { readonly text?: string; readonly at?: Date } = {},
): Promise<void> {
  const { at = system.clock.now(), text } = step;
  await system.standIns.kuaidi100.scan(EMS, number, { state: SCANNED[state], text, at: at.toISOString() });
  await system.settle();
}

/** Open tasks of the desk about the story's order. Signs the member of staff in, who has all roles. */
export async function tasksOf(context: StoryContext): Promise<TaskView[]> {
  await takeSteps(context, 'staff-sign-in');
  const { items } = await context.staff.call(endpoints.tasks.listTasks, { query: { limit: '50' } });
  const { orderNumber } = orderOf(context);
  return items.filter(({ facts }) => facts.some(({ value }) => value === orderNumber));
}

/** Goes on in time, with what is due done, and everybody signed in again. */
export async function goOn(system: TestSystem, context: StoryContext, days: number): Promise<void> {
  system.clock.advance(days * DAY_MS);
  await system.settle();
  // What a sweep has put into an outbox.
  await system.settle();
  await system.forgetRateLimits();
  await takeSteps(context, 'sign-in', 'staff-sign-in');
}

export const signaturePicture = () => ({
  bytes: drawSampleSignature(),
  fileName: 'signature.png',
  mediaType: 'image/png',
});
