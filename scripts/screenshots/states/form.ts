import { endpoints } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { answer, hold, lose, refuse } from '../answers/answer';
import { FULL_FORM, LONG_UNIT_NAME, UNUSUAL_CODE, UNUSUAL_FORM } from '../fixtures/forms';
import { makeOrder, makeSummary, ORDER_ID, returnedOrder } from '../fixtures/orders';
import { FREE_PROJECT } from '../fixtures/projects';
import type { PageState, PageStates } from '../page-states';
import { APPLICANT_ANSWERS, isOrder, listed } from './applicant-answers';
import { LOAD_TROUBLES, notFound, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const EMPTY = makeOrder({ step: 'form' });
const FILLED = makeOrder({ step: 'attachments' }, { form: FULL_FORM });
const { saveForm } = endpoints.orders;
const next = (hands: PageHands) => hands.tap('下一步');
const typeAndLeave = async (hands: PageHands) => {
  await hands.choose('增值税普通发票');
  await hands.type('发票抬头', '示例市演示区测试公司');
  await hands.page.clock.runFor(1000);
};

const fieldStates: readonly PageState[] = [
  {
    name: 'long-title',
    shows: /完整内容/,
    act: async (hands) => {
      await hands.choose('增值税普通发票');
      await hands.type('发票抬头', '示例省示例市演示区第一建设工程测试有限责任公司');
    },
  },
  {
    name: 'unusual-code',
    shows: /可能有一位输错了/,
    act: async (hands) => {
      await hands.choose('增值税普通发票');
      await hands.type('纳税人识别号', UNUSUAL_CODE);
      await next(hands);
    },
  },
  {
    name: 'prefilled',
    shows: '已按您的实名信息或账号填入，可以修改',
    act: async (hands) => {
      await hands.choose('增值税普通发票');
      await hands.choose('邮寄领取');
    },
  },
  {
    name: 'region-picked',
    shows: '列表里没有？手动填写',
    act: async (hands) => {
      await hands.choose('邮寄领取');
      await hands.pick('省（自治区、直辖市）', '内蒙古自治区');
      await hands.pick('区县（旗）', '呼和浩特经济技术开发区');
    },
  },
  {
    name: 'regions-away',
    shows: '区县（旗）',
    answers: [lose(endpoints.public.listRegions)],
    act: (hands) => hands.choose('邮寄领取'),
  },
  {
    name: 'opened-after-a-try',
    shows: '已按您的实名信息或账号填入，可以修改',
    act: async (hands) => {
      await hands.choose('不开发票');
      await next(hands);
      await hands.choose('邮寄领取');
    },
  },
  { name: 'field-errors', shows: /还有 \d+ 处需要填写或修改/, act: next },
  {
    name: 'all-field-errors',
    shows: /还有 \d+ 处需要填写或修改/,
    act: async (hands) => {
      await hands.choose('增值税专用发票');
      await hands.choose('邮寄领取');
      await next(hands);
    },
  },
  {
    name: 'all-field-errors-large-type',
    shows: /还有 \d+ 处需要填写或修改/,
    largeType: true,
    act: async (hands) => {
      await hands.choose('增值税专用发票');
      await hands.choose('邮寄领取');
      await next(hands);
    },
  },
  { name: 'filled', shows: '填写的内容会自动保存', answers: isOrder(FILLED) },
  {
    name: 'unusual-number-confirmed',
    shows: '我已逐位核对，税号就是这个号码',
    answers: isOrder(
      makeOrder(
        { step: 'attachments' },
        {
          form: {
            ...FULL_FORM,
            invoice: { ...UNUSUAL_FORM.invoice, confirmedNumber: UNUSUAL_CODE },
          },
        },
      ),
    ),
  },
  { name: 'free-project', shows: '领取方式', answers: isOrder(makeOrder({ step: 'form' }, { project: FREE_PROJECT })) },
];

const savingStates: readonly PageState[] = [
  { name: 'saving', shows: '正在保存…', answers: [hold(saveForm)], act: typeAndLeave },
  { name: 'offline-saving', shows: /内容已存在这台手机里/, answers: [lose(saveForm)], act: typeAndLeave },
  {
    name: 'save-refused',
    shows: /不能修改/,
    answers: [refuse(saveForm, 'orders.not_editable', { details: { status: '待审核' } })],
    act: typeAndLeave,
  },
  {
    name: 'restored',
    shows: '已恢复您上次没来得及保存的内容，请核对。',
    stored: {
      [`unsaved-form-${ORDER_ID}`]: { base: {}, draft: { invoice: { kind: 'general', title: LONG_UNIT_NAME } } },
    },
  },
  {
    name: 'changed-elsewhere',
    shows: '另一台设备或窗口也改过',
    answers: isOrder(FILLED),
    stored: {
      [`unsaved-form-${ORDER_ID}`]: {
        base: {},
        draft: {
          invoice: { kind: 'general', title: '示例单位第二分公司' },
          delivery: { province: '示例省', city: '示例市', district: '另一个区' },
        },
      },
    },
  },
];

export const FORM: PageStates = {
  page: 'applyForm',
  path: 'subpackages/apply/pages/form/index',
  params: { orderId: ORDER_ID },
  as: 'applicant',
  screens: ['phone'],
  answers: [...APPLICANT_ANSWERS, ...isOrder(EMPTY), listed([]), answer(saveForm, EMPTY)],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    notFound(endpoints.orders.readOrder),
    ...usualLooks('领取方式', 'Delivery'),
    ...fieldStates,
    ...savingStates,
    {
      name: 'previous-offered',
      shows: '填入上次的内容',
      answers: [
        listed([makeSummary(1, 'completed')]),
        answer(endpoints.orders.readOrder, ({ params }) =>
          params.orderId === ORDER_ID ? EMPTY : makeOrder({ status: 'completed' }),
        ),
      ],
    },
    { name: 'returned', shows: '改好了，去提交', answers: isOrder(returnedOrder()) },
  ],
};
