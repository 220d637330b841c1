import type { PageHands } from '../../story/browser/page-hands';
import { BACK, FRONT } from '../fixtures/files';
import { makeOrder, ORDER_ID } from '../fixtures/orders';
import { darkPhoto } from '../fixtures/pictures';
import type { PageStates } from '../page-states';
import { APPLICANT_ANSWERS, isOrder } from './applicant-answers';
import { LOAD_TROUBLES } from './troubles';

/** By a link alone the camera leads to the page that takes photos; from there it opens. */
const open = (hands: PageHands) => hands.tap('拍照身份证人像面');
const shoot = async (hands: PageHands) => {
  await open(hands);
  await hands.tap('拍下身份证人像面');
};
const FRAME = /把身份证人像面放进框里/;

export const CAMERA: PageStates = {
  page: 'applyCamera',
  path: 'subpackages/apply/pages/camera/index',
  params: { orderId: ORDER_ID, side: 'front' },
  as: 'applicant',
  screens: ['phone'],
  answers: [...APPLICANT_ANSWERS, ...isOrder(makeOrder({ step: 'papers' }))],
  states: [
    ...LOAD_TROUBLES,
    { name: 'normal', shows: FRAME, act: open },
    // The browser's pretended camera shows too little to be used.
    { name: 'shot', shows: /照片太小/, act: shoot },
    { name: 'shot-large-type', shows: /照片太小/, largeType: true, act: shoot },
    {
      name: 'doubtful-album-photo',
      shows: /照片偏暗/,
      act: (hands) => hands.give('从相册选身份证人像面', darkPhoto()),
    },
    {
      name: 'look-at-stored',
      shows: /已上传的照片/,
      answers: isOrder(makeOrder({ step: 'papers' }, { idCard: { front: FRONT, back: BACK } })),
      act: (hands) => hands.tap('人像面，点按看大图'),
    },
    {
      name: 'back-closes-it',
      shows: '还差身份证的人像面和国徽面',
      act: async (hands) => {
        await open(hands);
        await hands.see(FRAME);
        await hands.page.goBack();
      },
    },
  ],
};
