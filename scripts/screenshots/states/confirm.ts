import { endpoints } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { answer, hold, lose, refuse } from '../answers/answer';
import { FULL_FORM } from '../fixtures/forms';
import { makeOrder, ORDER_ID, returnedOrder } from '../fixtures/orders';
import type { PageStates } from '../page-states';
import { APPLICANT_ANSWERS, isOrder } from './applicant-answers';
import { LOAD_TROUBLES, notFound, SIGNED_OUT } from './troubles';

const READY = makeOrder({ step: 'submit' });
const { submitOrder } = endpoints.orders;
const submit = (hands: PageHands) => hands.tap('提交申请');

export const CONFIRM: PageStates = {
  page: 'applyConfirm',
  path: 'subpackages/apply/pages/confirm/index',
  params: { orderId: ORDER_ID },
  as: 'applicant',
  screens: ['phone'],
  answers: [...APPLICANT_ANSWERS, ...isOrder(READY)],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    notFound(endpoints.orders.readOrder),
    { name: 'normal', shows: '提交申请' },
    { name: 'large-type', shows: '提交申请', largeType: true },
    { name: 'submitting', shows: '正在提交…', answers: [hold(submitOrder)], act: submit },
    { name: 'offline-submitting', shows: '网络连接不上', answers: [lose(submitOrder)], act: submit },
    {
      name: 'something-missing',
      shows: /还不能提交/,
      answers: [
        refuse(submitOrder, 'orders.incomplete', {
          details: { step: '发票与领取' },
          fields: [
            { path: 'form.email', message: '请填写邮箱' },
            { path: 'form.delivery.phone', message: '请填写收件人手机号' },
          ],
        }),
      ],
      act: submit,
    },
    {
      name: 'applied-for-elsewhere',
      shows: /已有一份申请正在办理/,
      answers: [refuse(submitOrder, 'orders.live_application_elsewhere')],
      act: submit,
    },
    { name: 'returned', shows: '审核员请您补充', answers: isOrder(returnedOrder()) },
    {
      name: 'submitted',
      shows: '申请已提交',
      answers: [answer(submitOrder, makeOrder({ status: 'submitted' }, { form: FULL_FORM }))],
      act: submit,
    },
  ],
};
