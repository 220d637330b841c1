/**
 * The steps of an application, in the order in which they are walked: nothing is signed before its facts exist.
 * `particulars`: whom the certificate is for; `papers`: the photographs of the ID card.
 */
export const APPLICATION_STEPS = [
  'particulars',
  'identity',
  'papers',
  'contract',
  'signature',
  'sealed',
  'form',
  'attachments',
  'submit',
] as const;
export type ApplicationStep = (typeof APPLICATION_STEPS)[number];

export const APPLICATION_STEP_LABELS: Record<ApplicationStep, string> = {
  particulars: '申请信息',
  identity: '实名认证',
  papers: '证件照片',
  contract: '阅读合同',
  signature: '签署合同',
  sealed: '查看合同',
  form: '发票与领取',
  attachments: '上传材料',
  submit: '提交',
};

/** Where the contract of an order stands. `sealing` is a durable job. */
export const CONTRACT_STATES = ['unread', 'consented', 'sealing', 'failed', 'sealed', 'acknowledged'] as const;
export type ContractState = (typeof CONTRACT_STATES)[number];

/** Everything from the signature on: what is printed in the contract stands. */
export const SIGNED_CONTRACT_STATES: readonly ContractState[] = ['sealing', 'failed', 'sealed', 'acknowledged'];

export interface ApplicationFacts {
  readonly particularsComplete: boolean;
  readonly identityVerified: boolean;
  readonly contractState: ContractState;
  readonly hasIdCard: boolean;
  readonly hasSignature: boolean;
  readonly formComplete: boolean;
  readonly attachmentsComplete: boolean;
}

/** The first step that is not done: what "continue" opens, and what `submit` names when something is missing. */
export function currentApplicationStep(facts: ApplicationFacts): ApplicationStep {
  if (!facts.particularsComplete) {
    return 'particulars';
  }
  if (!facts.identityVerified) {
    return 'identity';
  }
  if (!facts.hasIdCard) {
    return 'papers';
  }
  if (facts.contractState === 'unread') {
    return 'contract';
  }
  if (!facts.hasSignature || facts.contractState === 'consented') {
    return 'signature';
  }
  if (facts.contractState !== 'acknowledged') {
    return 'sealed';
  }
  if (!facts.formComplete) {
    return 'form';
  }
  return facts.attachmentsComplete ? 'submit' : 'attachments';
}
