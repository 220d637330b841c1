import { endpoints, type OrderView } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { answer, hold, lose, refuse } from '../answers/answer';
import { LETTER, LICENCE } from '../fixtures/files';
import { makeOrder, ORDER_ID, returnedOrder } from '../fixtures/orders';
import { cameraPhoto } from '../fixtures/pictures';
import { PERSONAL_PROJECT } from '../fixtures/projects';
import type { PageStates } from '../page-states';
import { APPLICANT_ANSWERS, isOrder } from './applicant-answers';
import { LOAD_TROUBLES, notFound, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const withAttachments = (attachments: OrderView['attachments']) => makeOrder({ step: 'attachments' }, { attachments });
const TWO = withAttachments([
  { kind: 'business-licence', file: LICENCE },
  { kind: 'authority-letter', file: LETTER },
]);
const { uploadFile } = endpoints.files;
const giveLicence = (hands: PageHands) => hands.give('从相册选，营业执照', cameraPhoto());

export const ATTACHMENTS: PageStates = {
  page: 'applyAttachments',
  path: 'subpackages/apply/pages/attachments/index',
  params: { orderId: ORDER_ID },
  as: 'applicant',
  screens: ['phone'],
  answers: [...APPLICANT_ANSWERS, ...isOrder(withAttachments([]))],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    notFound(endpoints.orders.readOrder),
    ...usualLooks(/还差：营业执照/, 'Download the letter'),
    {
      name: 'legal-representative',
      shows: '企业网银证明',
      answers: isOrder(
        makeOrder(
          { step: 'attachments' },
          {
            form: { unit: { role: 'legal-representative' } },
            attachments: [{ kind: 'business-licence', file: LICENCE }],
          },
        ),
      ),
    },
    { name: 'uploading', shows: /%/, answers: [hold(uploadFile)], act: giveLicence },
    { name: 'offline-uploading', shows: '重新上传', answers: [lose(uploadFile)], act: giveLicence },
    { name: 'refused', shows: /图片打不开/, answers: [refuse(uploadFile, 'files.damaged')], act: giveLicence },
    { name: 'complete', shows: '下一步', answers: isOrder(TWO) },
    {
      name: 'removed',
      shows: '撤销删除',
      answers: [...isOrder(TWO), answer(endpoints.orders.saveAttachments, withAttachments([]))],
      act: (hands) => hands.tap(/^删除营业执照/),
    },
    {
      name: 'nothing-needed',
      shows: '这个项目不需要上传材料。',
      answers: isOrder(
        makeOrder({ step: 'submit' }, { applicantType: 'person', project: PERSONAL_PROJECT, attachments: [] }),
      ),
    },
    { name: 'returned', shows: '营业执照', answers: isOrder(returnedOrder()) },
  ],
};
