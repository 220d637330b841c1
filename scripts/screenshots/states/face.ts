import { endpoints, type FaceCheckView, type FaceState } from '@acceptance/shared';
import { answer } from '../answers/answer';
import { NEW_ACCOUNT } from '../fixtures/accounts';
import { FRESH_IDENTITY, OPEN_FACE } from '../fixtures/identity';
import { ORDER_ID } from '../fixtures/orders';
import type { PageStates } from '../page-states';
import { APPLICANT_ANSWERS } from './applicant-answers';
import { LOAD_TROUBLES, SIGNED_OUT } from './troubles';

const faceIs = (check: FaceCheckView | null) => {
  const face: FaceState = { startsLeft: 2, check };
  return answer(endpoints.identity.readState, { ...FRESH_IDENTITY, face });
};

/** In a browser: the mini-program shows the vendor's page here. */
export const FACE: PageStates = {
  page: 'applyFace',
  path: 'subpackages/apply/pages/face/index',
  params: { orderId: ORDER_ID },
  as: 'applicant',
  screens: ['phone'],
  answers: [...APPLICANT_ANSWERS, answer(endpoints.account.readAccount, NEW_ACCOUNT), faceIs(OPEN_FACE)],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    { name: 'normal', shows: '打开核验页面' },
    { name: 'english', shows: 'Open the checking page', english: true },
    {
      name: 'over',
      shows: /已经结束/,
      answers: [faceIs({ ...OPEN_FACE, state: 'failed', failure: 'unclear', url: null })],
    },
  ],
};
