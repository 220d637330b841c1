/** The seven steps of an application, in the order in which they are walked. */
export const APPLICATION_STEPS = ['identity', 'contract', 'papers', 'sealed', 'form', 'attachments', 'submit'] as const;
export type ApplicationStep = (typeof APPLICATION_STEPS)[number];

export const APPLICATION_STEP_LABELS: Record<ApplicationStep, string> = {
  identity: '实名认证',
  contract: '阅读合同',
  papers: '证件与签名',
  sealed: '查看合同',
  form: '填写信息',
  attachments: '上传材料',
  submit: '提交',
};

/** Where the contract of an order stands. `sealing` is a durable job. */
export const CONTRACT_STATES = ['unread', 'consented', 'sealing', 'failed', 'sealed', 'acknowledged'] as const;
export type ContractState = (typeof CONTRACT_STATES)[number];

export interface ApplicationFacts {
  readonly identityVerified: boolean;
  readonly contractState: ContractState;
  readonly hasIdCard: boolean;
  readonly hasSignature: boolean;
  readonly formComplete: boolean;
  readonly attachmentsComplete: boolean;
}

/** The first step that is not done: what "continue" opens, and what `submit` names when something is missing. */
export function currentApplicationStep(facts: ApplicationFacts): ApplicationStep {
  if (!facts.identityVerified) {
    return 'identity';
  }
  if (facts.contractState === 'unread') {
    return 'contract';
  }
  if (!facts.hasIdCard || !facts.hasSignature || facts.contractState === 'consented') {
    return 'papers';
  }
  if (facts.contractState !== 'acknowledged') {
    return 'sealed';
  }
  if (!facts.formComplete) {
    return 'form';
  }
  return facts.attachmentsComplete ? 'submit' : 'attachments';
}
