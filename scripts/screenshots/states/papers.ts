import { endpoints, type OrderView } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { answer, hold, lose, refuse } from '../answers/answer';
import { BACK, FRONT, SIGNATURE } from '../fixtures/files';
import { makeContract, makeOrder, ORDER_ID, returnedOrder } from '../fixtures/orders';
import { cameraPhoto, tinyPhoto } from '../fixtures/pictures';
import type { PageState, PageStates } from '../page-states';
import { APPLICANT_ANSWERS, isOrder } from './applicant-answers';
import { LOAD_TROUBLES, notFound, SIGNED_OUT } from './troubles';

const withPapers = (changes: Partial<OrderView>) => isOrder(makeOrder({ step: 'papers' }, changes));
const complete = withPapers({ idCard: { front: FRONT, back: BACK }, signature: SIGNATURE });
const giveFront = (hands: PageHands) => hands.give('从相册选身份证人像面', cameraPhoto());
const openCamera = (hands: PageHands) => hands.tap('拍照身份证人像面');
const shoot = async (hands: PageHands) => {
  await openCamera(hands);
  await hands.tap('拍下身份证人像面');
};
const sign = (hands: PageHands) => hands.tap('提交签署');
const { uploadFile } = endpoints.files;

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
    { name: 'normal', shows: '还差身份证照片和手写签名' },
    { name: 'large-type', shows: '还差身份证照片和手写签名', largeType: true },
    { name: 'english', shows: 'Photos of the ID card', english: true },
    { name: 'front-taken', shows: /还差身份证国徽面/, answers: withPapers({ idCard: { front: FRONT, back: null } }) },
    ...afterPhoto,
    { name: 'camera', shows: /把身份证人像面放进框里/, act: openCamera },
    { name: 'camera-shot', shows: '使用这张', act: shoot },
    { name: 'camera-shot-large-type', shows: '使用这张', largeType: true, act: shoot },
    { name: 'complete', shows: '提交后开始生成合同，照片和签名不能再改', answers: complete },
    {
      name: 'submitting',
      shows: '正在提交…',
      answers: [...complete, hold(endpoints.contracts.signContract)],
      act: sign,
    },
    {
      name: 'offline-submitting',
      shows: '网络连接不上',
      answers: [...complete, lose(endpoints.contracts.signContract)],
      act: sign,
    },
    {
      name: 'signed',
      shows: '合同已经签署，照片和签名不能再改。',
      answers: isOrder(makeOrder({ step: 'sealed' }, { contract: makeContract('sealing') })),
    },
    { name: 'returned', shows: '要重拍', answers: isOrder(returnedOrder()) },
    {
      name: 'photo-gone',
      shows: '照片或签名暂时显示不出来',
      answers: [
        ...complete,
        refuse(endpoints.files.readFile, 'server.unavailable'),
        answer(
          endpoints.orders.readOrder,
          makeOrder({ step: 'papers' }, { idCard: { front: FRONT, back: BACK }, signature: SIGNATURE }),
        ),
      ],
    },
  ],
};
