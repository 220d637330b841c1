import { APPLICATION_STEP_LABELS } from '../../order/application-steps';
import { ORDER_GROUP_LABELS } from '../../order/order-groups';
import { ORDER_KIND_LABELS } from '../../order/order-kinds';
import { ORDER_STATUS_LABELS, PAYMENT_STATUS_LABELS } from '../../order/order-status';
import { ORDER_TRANSITIONS } from '../../order/order-transitions';
import { REFUND_REASON_LABELS, REFUND_REQUEST_STATE_LABELS } from '../../order/refund-rules';
import { INVOICE_KIND_LABELS } from '../../schemas/application-form';
import {
  ENTRY_BANK_LABELS,
  ENTRY_PROBLEM_LABELS,
  ENTRY_STATE_LABELS,
  STATEMENT_LINE_PROBLEM_LABELS,
  TRANSFER_STATE_LABELS,
} from '../../schemas/bank-transfer';
import { CARD_PROBLEM_LABELS } from '../../schemas/card-reading';
import {
  CERTIFICATE_STATE_LABELS,
  KEY_ALGORITHM_LABELS,
  KEY_PLACE_LABELS,
  REVOCATION_REASON_LABELS,
  SUBJECT_LABELS,
} from '../../schemas/certificate';
import {
  COLLECTOR_LABELS,
  DELIVERY_HOLD_LABELS,
  DELIVERY_STAGE_LABELS,
  PARCEL_OUTCOME_LABELS,
  PARCEL_STATE_LABELS,
} from '../../schemas/delivery-view';
import { SEAL_KIND_LABELS, SEAL_REFUSAL_LABELS, SEAL_STATE_LABELS } from '../../schemas/electronic-seal';
import { IDENTITY_DOCUMENT_LABELS } from '../../schemas/identity-document';
import { INVOICE_STATE_LABELS } from '../../schemas/invoice';
import { DELIVERY_WAY_LABELS } from '../../schemas/project';
import {
  DIFFERENCE_KIND_LABELS,
  OUR_MONEY_STATE_LABELS,
  RECONCILED_MONEY_LABELS,
  RECONCILIATION_STATE_LABELS,
} from '../../schemas/reconciliation';
import { REFUND_STAGE_LABELS } from '../../schemas/refund';
import { REVIEW_FIELD_LABELS, REVIEW_REASON_LABELS } from '../../schemas/review';
import { COLUMN_ROLE_LABELS } from '../../schemas/statement-layout';
import { UKEY_UNLOCK_STATE_LABELS } from '../../schemas/ukey-unlock';
import { TASK_SETTLEMENT_LABELS } from '../../task/task-kind';
import { TASK_FACT_LABELS, TASK_KINDS, TASK_SUBJECT_LABELS } from '../../task/task-kinds';
import { ACCEPTED_REVISION_LABELS, CONTRACT_DOUBT_LABELS, CONTRACT_VERDICT_LABELS } from '../contract-doubts';
import { englishApiWord } from './api-words';
import * as transfers from './bank-transfer-texts';
import * as certificates from './certificate-labels';
import * as contracts from './contract-doubts';
import * as deliveries from './delivery-labels';
import * as seals from './electronic-seal-labels';
import * as identities from './identity-labels';
import * as invoices from './invoice-texts';
import * as english from './labels';
import * as bills from './reconciliation-texts';
import * as refunds from './refund-texts';
import * as tasks from './task-labels';
import { UKEY_UNLOCK_STATE_LABELS_EN } from './ukey-unlock-texts';

const PAIRS = [
  [CONTRACT_VERDICT_LABELS, contracts.CONTRACT_VERDICT_LABELS_EN],
  [CONTRACT_DOUBT_LABELS, contracts.CONTRACT_DOUBT_LABELS_EN],
  [ACCEPTED_REVISION_LABELS, contracts.ACCEPTED_REVISION_LABELS_EN],
  [ORDER_GROUP_LABELS, english.ORDER_GROUP_LABELS_EN],
  [ORDER_STATUS_LABELS, english.ORDER_STATUS_LABELS_EN],
  [PAYMENT_STATUS_LABELS, english.PAYMENT_STATUS_LABELS_EN],
  [APPLICATION_STEP_LABELS, english.APPLICATION_STEP_LABELS_EN],
  [REVIEW_FIELD_LABELS, english.REVIEW_FIELD_LABELS_EN],
  [REVIEW_REASON_LABELS, english.REVIEW_REASON_LABELS_EN],
  [IDENTITY_DOCUMENT_LABELS, identities.IDENTITY_DOCUMENT_LABELS_EN],
  [CARD_PROBLEM_LABELS, identities.CARD_PROBLEM_LABELS_EN],
  [DELIVERY_WAY_LABELS, english.DELIVERY_WAY_LABELS_EN],
  [INVOICE_KIND_LABELS, english.INVOICE_KIND_LABELS_EN],
  [ORDER_KIND_LABELS, certificates.ORDER_KIND_LABELS_EN],
  [KEY_ALGORITHM_LABELS, certificates.KEY_ALGORITHM_LABELS_EN],
  [KEY_PLACE_LABELS, certificates.KEY_PLACE_LABELS_EN],
  [CERTIFICATE_STATE_LABELS, certificates.CERTIFICATE_STATE_LABELS_EN],
  [REVOCATION_REASON_LABELS, certificates.REVOCATION_REASON_LABELS_EN],
  [SUBJECT_LABELS, certificates.SUBJECT_LABELS_EN],
  [SEAL_KIND_LABELS, seals.SEAL_KIND_LABELS_EN],
  [SEAL_STATE_LABELS, seals.SEAL_STATE_LABELS_EN],
  [SEAL_REFUSAL_LABELS, seals.SEAL_REFUSAL_LABELS_EN],
  [PARCEL_STATE_LABELS, deliveries.PARCEL_STATE_LABELS_EN],
  [PARCEL_OUTCOME_LABELS, deliveries.PARCEL_OUTCOME_LABELS_EN],
  [DELIVERY_STAGE_LABELS, deliveries.DELIVERY_STAGE_LABELS_EN],
  [DELIVERY_HOLD_LABELS, deliveries.DELIVERY_HOLD_LABELS_EN],
  [COLLECTOR_LABELS, deliveries.COLLECTOR_LABELS_EN],
  [UKEY_UNLOCK_STATE_LABELS, UKEY_UNLOCK_STATE_LABELS_EN],
  [TRANSFER_STATE_LABELS, transfers.TRANSFER_STATE_LABELS_EN],
  [ENTRY_BANK_LABELS, transfers.ENTRY_BANK_LABELS_EN],
  [STATEMENT_LINE_PROBLEM_LABELS, transfers.STATEMENT_LINE_PROBLEM_LABELS_EN],
  [COLUMN_ROLE_LABELS, transfers.COLUMN_ROLE_LABELS_EN],
  [ENTRY_STATE_LABELS, transfers.ENTRY_STATE_LABELS_EN],
  [ENTRY_PROBLEM_LABELS, transfers.ENTRY_PROBLEM_LABELS_EN],
  [INVOICE_STATE_LABELS, invoices.INVOICE_STATE_LABELS_EN],
  [RECONCILIATION_STATE_LABELS, bills.RECONCILIATION_STATE_LABELS_EN],
  [DIFFERENCE_KIND_LABELS, bills.DIFFERENCE_KIND_LABELS_EN],
  [RECONCILED_MONEY_LABELS, bills.RECONCILED_MONEY_LABELS_EN],
  [OUR_MONEY_STATE_LABELS, bills.OUR_MONEY_STATE_LABELS_EN],
  [REFUND_REASON_LABELS, refunds.REFUND_REASON_LABELS_EN],
  [REFUND_REQUEST_STATE_LABELS, refunds.REFUND_REQUEST_STATE_LABELS_EN],
  [REFUND_STAGE_LABELS, refunds.REFUND_STAGE_LABELS_EN],
  [TASK_SETTLEMENT_LABELS, tasks.TASK_SETTLEMENT_LABELS_EN],
  [TASK_SUBJECT_LABELS, tasks.TASK_SUBJECT_LABELS_EN],
  [TASK_FACT_LABELS, tasks.TASK_FACT_LABELS_EN],
] as const;

describe('labels in English', () => {
  it('name everything that the Chinese ones name, in different words', () => {
    for (const [chinese, labels] of PAIRS) {
      expect(Object.keys(labels)).toEqual(Object.keys(chinese));
      expect(Object.values(labels).join()).not.toMatch(/\p{Script=Han}/u);
      expect(new Set(Object.values(labels)).size).toBe(Object.keys(labels).length);
    }
  });

  it('say of every kind of task what the Chinese says, with a button where there is one', () => {
    expect(Object.keys(tasks.TASK_KIND_TEXTS_EN)).toEqual(Object.keys(TASK_KINDS));
    for (const [kind, { redo }] of Object.entries(TASK_KINDS)) {
      const text = tasks.TASK_KIND_TEXTS_EN[kind as keyof typeof TASK_KINDS];
      expect(text.redo === null).toBe(redo === null);
      expect(Object.values(text).join()).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('know every word that a time line or an error may carry', () => {
    const words = [
      ...Object.values(ORDER_STATUS_LABELS),
      ...Object.values(APPLICATION_STEP_LABELS),
      ...ORDER_TRANSITIONS.flatMap(({ label }) => label ?? []),
      ...['本人', '审核员', '财务', '制证员', '管理员', '系统', '开始申请', '合同已盖章'],
    ];
    expect(words.map(englishApiWord).filter((word) => /\p{Script=Han}/u.test(word))).toEqual([]);
    expect(englishApiWord('待审核')).toBe('Under review');
    expect(englishApiWord('Under review')).toBe('Under review');
  });
});
