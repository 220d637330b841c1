import type { ApplicantType, DeliveryWay, UnitRole } from '@acceptance/shared';
import { createApiClient } from '../api-client/create-api-client';
import * as apply from './application-steps';
import * as holder from './certificate-steps';
import { makePerson, type StoryPerson } from './people';
import * as office from './review-and-payment-steps';
import type { StoryContext, StoryWorld } from './story-context';

export interface StoryStep {
  readonly id: string;
  /** What happens, for the person who watches. */
  readonly title: string;
  readonly run: (context: StoryContext) => Promise<void>;
}

/** The main job, step by step, as a person and the staff do it. */
export const STORY_STEPS = [
  { id: 'sign-in', title: '手机号 + 短信验证码登录', run: apply.signIn },
  { id: 'start', title: '选择项目，开始申请', run: apply.startApplication },
  { id: 'particulars', title: '填写单位信息，核验单位', run: apply.tellParticulars },
  { id: 'identity', title: '实名认证', run: apply.verifyIdentity },
  { id: 'id-card', title: '拍摄身份证两面', run: apply.photographIdCard },
  { id: 'consent', title: '阅读合同并同意签署', run: apply.readAndConsent },
  { id: 'signature', title: '手写签名并确认', run: apply.drawSignature },
  { id: 'sign', title: '提交签署，生成盖章合同', run: apply.signContract },
  { id: 'sealed', title: '查看合同，勾选已阅读', run: apply.readSealedContract },
  { id: 'form', title: '填写发票和领取方式', run: apply.fillForm },
  { id: 'attachments', title: '上传材料', run: apply.attachPapers },
  { id: 'submit', title: '提交申请，待审核', run: apply.submitApplication },
  { id: 'staff-sign-in', title: '审核员登录', run: office.signInStaff },
  { id: 'review', title: '审核员查看证件照和合同', run: office.reviewOrder },
  { id: 'approve', title: '审核通过，申请人收到短信', run: office.approveOrder },
  { id: 'start-payment', title: '发起微信支付（扫码）', run: office.startPayment },
  { id: 'pay', title: '支付成功，等待制证', run: office.payByWechat },
] as const satisfies readonly StoryStep[];

/** What follows for a software certificate. */
export const SOFTWARE_CERTIFICATE_STEPS = [
  { id: 'request-certificate', title: '在自己的设备上生成密钥，提交证书请求', run: holder.requestCertificate },
  { id: 'receive-certificate', title: '领取证书，确认收到，申请办结', run: holder.receiveCertificate },
] as const satisfies readonly StoryStep[];

export type StoryStepId = (typeof STORY_STEPS | typeof SOFTWARE_CERTIFICATE_STEPS)[number]['id'];

export interface StoryOptions {
  readonly person?: StoryPerson;
  readonly projectId?: string;
  readonly applicantType?: ApplicantType;
  readonly role?: UnitRole;
  /** `download`: a software certificate, where the project offers one. */
  readonly delivery?: DeliveryWay;
  /** The last step to walk; absent = all. */
  readonly until?: StoryStepId;
  readonly afterEach?: (step: StoryStep, context: StoryContext) => Promise<void> | void;
}

export function newStory(world: StoryWorld, options: StoryOptions = {}): StoryContext {
  const { person = makePerson(1), projectId = 'procurement-cloud', applicantType = 'unit' } = options;
  return {
    world,
    person,
    projectId,
    applicantType,
    role: options.role ?? (person.name === person.legalRepresentative ? 'legal-representative' : 'agent'),
    delivery: options.delivery ?? 'courier',
    applicant: createApiClient(world.origin),
    staff: createApiClient(world.origin),
    order: null,
    reviewed: null,
    contractPdf: null,
    outTradeNo: null,
    keyPem: null,
    certificate: null,
  };
}

/** Walks the story up to a step and answers what its people have in hand. @throws Error at the first surprise */
export async function walkStory(world: StoryWorld, options: StoryOptions = {}): Promise<StoryContext> {
  const context = newStory(world, options);
  const steps = [...STORY_STEPS, ...(context.delivery === 'download' ? SOFTWARE_CERTIFICATE_STEPS : [])];
  for (const step of steps) {
    await step.run(context);
    await options.afterEach?.(step, context);
    if (step.id === options.until) {
      break;
    }
  }
  return context;
}
