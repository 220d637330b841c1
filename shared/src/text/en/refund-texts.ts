import type { RefundReason, RefundRequestState } from '../../order/refund-rules';
import type { RefundStage } from '../../schemas/refund';
import { text } from './error-text';

/** English beside `REFUND_REASON_LABELS`. */
export const REFUND_REASON_LABELS_EN: Record<RefundReason, string> = {
  'not-needed': 'No longer needed',
  'wrong-application': 'Wrong project or data',
  'paid-twice': 'Applied for or paid twice',
  'too-slow': 'It takes too long',
  'cannot-issue': 'The certificate cannot be made',
  other: 'Another reason',
};

/** English beside `REFUND_REQUEST_STATE_LABELS`. */
export const REFUND_REQUEST_STATE_LABELS_EN: Record<RefundRequestState, string> = {
  waiting: 'To be decided',
  approved: 'Agreed to',
  rejected: 'Refused',
  withdrawn: 'Withdrawn',
  lapsed: 'Lapsed',
};

/** English beside `REFUND_STAGE_LABELS`. */
export const REFUND_STAGE_LABELS_EN: Record<RefundStage, string> = {
  waiting: 'To be decided',
  'under-way': 'Under way',
  ended: 'Refunded',
};

/** What is said of refunds that somebody asks for. */
export const REFUND_ERROR_TEXTS_EN = {
  'refunds.nothing_paid': text(
    'No money of this application can go back',
    'Please refresh and look at the state of the payment',
  ),
  'refunds.certificate_made': text(
    'The certificate is made: its price cannot be asked back',
    'Please call the service number if you have questions',
  ),
  'refunds.certificate_valid': text(
    'The certificate is issued and can be used: its price cannot go back',
    'Have it revoked first, then ask for the refund',
  ),
  'refunds.under_way': text('The refund is under way', 'Please refresh to see how far it is'),
  'refunds.already_asked': text(
    'A refund has been asked for and is to be decided',
    'Please refresh and look; to change it, withdraw it first',
  ),
  'refunds.asked_too_often': text(
    'The money of this application has been asked back several times',
    'Please call the service number; we will see to it',
  ),
  'refunds.not_found': text('There is no such request for a refund', 'Please refresh and look again'),
  'refunds.not_yours': text(
    'This refund was asked for by somebody else, who alone can withdraw it',
    'Please have them withdraw it, or have finance decide',
  ),
  'refunds.decided': text('This request has its result already', 'Please refresh and look'),
  'refunds.second_person_required': text(
    'Another person of finance decides about a refund',
    'Please leave it to a colleague who has not asked for it',
  ),
  'refunds.waiting': text(
    'A refund of this application is to be decided, so no certificate is made',
    'It goes on once the request is withdrawn or refused',
  ),
};
