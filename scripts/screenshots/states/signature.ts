import { endpoints } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { hold, lose } from '../answers/answer';
import { makeOrder, ORDER_ID } from '../fixtures/orders';
import type { PageStates } from '../page-states';
import { APPLICANT_ANSWERS, isOrder } from './applicant-answers';
import { LOAD_TROUBLES, notFound, SIGNED_OUT } from './troubles';

/** Lines across the canvas, as fractions of its width and height. */
const STROKES = [
  [
    [0.75, 0.1],
    [0.72, 0.4],
    [0.3, 0.2],
  ],
  [
    [0.8, 0.3],
    [0.3, 0.32],
  ],
  [
    [0.7, 0.55],
    [0.68, 0.85],
    [0.25, 0.88],
    [0.3, 0.55],
    [0.7, 0.55],
  ],
  [
    [0.85, 0.7],
    [0.15, 0.7],
  ],
] as const;

async function write({ page }: PageHands, strokes: readonly (readonly (readonly [number, number])[])[]): Promise<void> {
  const canvas = page.locator('canvas#signature-canvas').locator('visible=true').first();
  await canvas.hover();
  const box = await canvas.boundingBox();
  if (!box) {
    throw new Error('the signature canvas is not to be seen');
  }
  for (const stroke of strokes) {
    for (const [index, [x, y]] of stroke.entries()) {
      await page.mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 8 });
      if (index === 0) {
        await page.mouse.down();
      }
    }
    await page.mouse.up();
  }
}
const writeName = (hands: PageHands) => write(hands, STROKES);
const confirm = async (hands: PageHands) => {
  await writeName(hands);
  await hands.tap('确认签名');
};

export const SIGNATURE_PAGE: PageStates = {
  page: 'applySignature',
  path: 'subpackages/apply/pages/signature/index',
  params: { orderId: ORDER_ID },
  as: 'applicant',
  screens: ['phone'],
  answers: [...APPLICANT_ANSWERS, ...isOrder(makeOrder({ step: 'signature' }))],
  states: [
    // Writing can begin before the name is there: nothing stands in the way of the canvas.
    { name: 'loading', shows: '请在此签名', trouble: 'held' },
    ...LOAD_TROUBLES.filter(({ name }) => name !== 'loading'),
    SIGNED_OUT,
    notFound(endpoints.orders.readOrder),
    { name: 'normal', shows: /请在此签名/ },
    { name: 'large-type', shows: /请在此签名/, largeType: true },
    { name: 'landscape', shows: /请在此签名/, landscape: true },
    { name: 'written', shows: '确认签名', act: writeName },
    { name: 'written-landscape', shows: '确认签名', act: writeName, landscape: true },
    { name: 'nothing-written', shows: '还没有签名，请先写下您的姓名', act: (hands) => hands.tap('确认签名') },
    {
      name: 'too-small',
      shows: /签名太小，看不清|只写了一个点/,
      act: async (hands) => {
        await write(hands, [
          [
            [0.5, 0.5],
            [0.53, 0.52],
          ],
        ]);
        await hands.tap('确认签名');
      },
    },
    { name: 'saving', shows: /正在保存/, answers: [hold(endpoints.files.uploadFile)], act: confirm },
    { name: 'offline-saving', shows: /网络连接不上/, answers: [lose(endpoints.files.uploadFile)], act: confirm },
  ],
};
