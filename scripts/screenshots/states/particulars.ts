import { endpoints } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { answer, hold, lose, refuse } from '../answers/answer';
import { LICENCE } from '../fixtures/files';
import { PARTICULARS, SHORT_FORM, UNUSUAL_CODE } from '../fixtures/forms';
import { MARKS, makeContract, makeOrder, makeSummary, ORDER_ID } from '../fixtures/orders';
import { cameraPhoto } from '../fixtures/pictures';
import { PERSONAL_PROJECT } from '../fixtures/projects';
import type { PageState, PageStates } from '../page-states';
import { APPLICANT_ANSWERS, isOrder, listed } from './applicant-answers';
import { LOAD_TROUBLES, notFound, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const EMPTY = makeOrder({ step: 'particulars' });
const TYPED = makeOrder(
  { step: 'particulars' },
  { form: PARTICULARS, attachments: [{ kind: 'business-licence', file: LICENCE }] },
);
const { saveForm, checkUnit } = endpoints.orders;
const next = (hands: PageHands) => hands.tap('下一步');
const differs = refuse(checkUnit, 'units.mismatch', {
  fields: [{ path: 'unit.legalRepresentative', message: '与登记机关的法定代表人不一致，请对照营业执照' }],
});

const unitStates: readonly PageState[] = [
  { name: 'field-errors', shows: /还有 \d+ 处需要填写或修改/, act: next },
  {
    name: 'unusual-code',
    shows: /可能有一位输错了/,
    answers: [hold(saveForm)],
    act: async (hands) => {
      await hands.type('统一社会信用代码', UNUSUAL_CODE);
      await next(hands);
    },
  },
  { name: 'filled', shows: '填写的内容会自动保存', answers: isOrder(TYPED) },
  {
    name: 'licence-uploading',
    shows: '照片正在上传，请稍等',
    answers: [hold(endpoints.files.uploadFile)],
    act: (hands) => hands.give('从相册选，营业执照', cameraPhoto()),
  },
  { name: 'checking', shows: '正在向登记机关核验…', answers: [...isOrder(TYPED), hold(checkUnit)], act: next },
  { name: 'mismatch', shows: '与营业执照一致，请工作人员核对', answers: [...isOrder(TYPED), differs], act: next },
  {
    name: 'mismatch-large-type',
    shows: '与营业执照一致，请工作人员核对',
    largeType: true,
    answers: [...isOrder(TYPED), differs],
    act: next,
  },
  {
    name: 'not-in-business',
    shows: /登记机关显示该单位已注销/,
    answers: [...isOrder(TYPED), refuse(checkUnit, 'units.not_in_business', { details: { state: '注销' } })],
    act: next,
  },
  {
    name: 'doubts',
    shows: '工作人员会对照营业执照核对，不影响继续办理。',
    answers: isOrder(makeOrder({ step: 'identity' }, { unitCheck: { at: TYPED.createdAt, doubts: ['no-answer'] } })),
  },
];

const signedStates: readonly PageState[] = [
  { name: 'signed', shows: '作废合同，修改后重签', answers: isOrder(makeOrder({ step: 'form' })) },
  {
    name: 'signed-english',
    shows: 'The contract is signed',
    english: true,
    answers: isOrder(makeOrder({ step: 'form' })),
  },
  {
    name: 'renewal-asked',
    shows: '作废这份合同？',
    answers: isOrder(makeOrder({ step: 'form' })),
    act: (hands) => hands.tap('作废合同，修改后重签'),
  },
  {
    name: 'sealing',
    shows: '合同已经签署',
    answers: isOrder(makeOrder({ step: 'sealed' }, { contract: makeContract('sealing') })),
  },
  {
    name: 'returned',
    shows: /缺门牌号/,
    answers: isOrder(makeOrder({ status: 'returned' }, { reviewMarks: MARKS })),
  },
];

export const PARTICULARS_PAGE: PageStates = {
  page: 'applyParticulars',
  path: 'subpackages/apply/pages/particulars/index',
  params: { orderId: ORDER_ID },
  as: 'applicant',
  screens: ['phone'],
  answers: [...APPLICANT_ANSWERS, ...isOrder(EMPTY), listed([]), answer(saveForm, TYPED)],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    notFound(endpoints.orders.readOrder),
    ...usualLooks('单位信息', 'Organisation'),
    {
      name: 'person',
      shows: /证书为您本人办理/,
      answers: isOrder(makeOrder({ step: 'particulars' }, { applicantType: 'person', project: PERSONAL_PROJECT })),
    },
    ...unitStates,
    {
      name: 'offline-saving',
      shows: /内容已存在这台手机里/,
      answers: [lose(saveForm)],
      act: async (hands) => {
        await hands.type('联系地址', SHORT_FORM.address);
        await hands.page.clock.runFor(1000);
      },
    },
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
    ...signedStates,
  ],
};
