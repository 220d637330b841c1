import { endpoints, type OrderView } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { answer, hold, lose, refuse } from '../answers/answer';
import { READING_OF_ANOTHER, readingOf, UNREAD } from '../fixtures/card-readings';
import { BACK, FRONT } from '../fixtures/files';
import { makeContract, makeOrder, ORDER_ID, returnedOrder } from '../fixtures/orders';
import { cameraPhoto, tinyPhoto } from '../fixtures/pictures';
import { PERSONAL_PROJECT } from '../fixtures/projects';
import type { PageState, PageStates } from '../page-states';
import { APPLICANT_ANSWERS, isOrder } from './applicant-answers';
import { LOAD_TROUBLES, notFound, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const withPapers = (changes: Partial<OrderView>) => isOrder(makeOrder({ step: 'papers' }, changes));
const complete = withPapers({ idCard: { front: FRONT, back: BACK } });
const giveFront = (hands: PageHands) => hands.give('从相册选身份证人像面', cameraPhoto());
const { uploadFile } = endpoints.files;
const uploaded = { ...FRONT, reasons: [] };
const { saveIdCard } = endpoints.orders;
const withReading = (idCardReading: OrderView['idCardReading']) =>
  withPapers({ idCard: { front: FRONT, back: BACK }, idCardReading });
const afterReading: readonly PageState[] = [
  { name: 'read', shows: '有效期至：2040-01-01', answers: withReading(readingOf()) },
  {
    name: 'read-odd',
    shows: '看起来是复印件，不是原件',
    answers: withReading(readingOf(['copy', 'glare'], ['re-shot'])),
  },
  { name: 'read-odd-english', shows: /It looks like a copy/, english: true, answers: withReading(readingOf(['copy'])) },
  {
    name: 'read-large-type',
    shows: '有反光',
    largeType: true,
    answers: withReading(readingOf(['glare'], ['covered'])),
  },
  { name: 'card-of-another', shows: '照片上的姓名与实名认证的不一致', answers: withReading(READING_OF_ANOTHER) },
  { name: 'unread', shows: '识别服务没有答复，由工作人员核对', answers: withReading(UNREAD) },
  {
    name: 'card-expired',
    shows: /已过有效期/,
    answers: [answer(uploadFile, uploaded), refuse(saveIdCard, 'files.card_expired')],
    act: giveFront,
  },
  {
    name: 'no-card',
    shows: '仍用这张',
    answers: [answer(uploadFile, uploaded), refuse(saveIdCard, 'files.card_missing')],
    act: giveFront,
  },
];

const afterPhoto: readonly PageState[] = [
  { name: 'uploading', shows: '照片正在上传，请稍等', answers: [hold(uploadFile)], act: giveFront },
  { name: 'offline-uploading', shows: /网络连接不上/, answers: [lose(uploadFile)], act: giveFront },
  { name: 'damaged', shows: /图片打不开/, answers: [refuse(uploadFile, 'files.damaged')], act: giveFront },
  { name: 'too-small', shows: /照片太小/, act: (hands) => hands.give('从相册选身份证人像面', tinyPhoto()) },
];

export const PAPERS: PageStates = {
  page: 'applyPapers',
  path: 'subpackages/apply/pages/papers/index',
  params: { orderId: ORDER_ID },
  as: 'applicant',
  screens: ['phone'],
  answers: [...APPLICANT_ANSWERS, ...withPapers({})],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    notFound(endpoints.orders.readOrder),
    ...usualLooks('还差身份证的人像面和国徽面', 'Photos of the ID card'),
    { name: 'front-taken', shows: /还差身份证国徽面/, answers: withPapers({ idCard: { front: FRONT, back: null } }) },
    ...afterPhoto,
    ...afterReading,
    { name: 'complete', shows: '下一步', answers: complete },
    {
      name: 'before-identity',
      shows: '回到实名认证',
      answers: isOrder(makeOrder({ step: 'identity' }, { idCard: { front: FRONT, back: null } })),
    },
    {
      name: 'person',
      shows: '下一步',
      answers: withPapers({ applicantType: 'person', project: PERSONAL_PROJECT, form: {} }),
    },
    {
      name: 'signed',
      shows: '合同已经签署，照片不能再改。',
      answers: isOrder(makeOrder({ step: 'sealed' }, { contract: makeContract('sealing') })),
    },
    { name: 'returned', shows: '已换新照片', answers: isOrder(returnedOrder()) },
    {
      name: 'photo-gone',
      shows: '照片暂时显示不出来',
      answers: [...complete, refuse(endpoints.files.readFile, 'server.unavailable')],
    },
  ],
};
