import { randomUUID } from 'node:crypto';
import { type CertificateView, endpoints, type SuccessorKind } from '@acceptance/shared';
import {
  buildCsr,
  generatePrivateKeyPem,
  type KeyAlgorithm,
  openSigningKeyPem,
  type SigningKey,
} from '../../bff/src/pki';
import { expectFact, type StoryContext } from '../../scripts/story/story-context';
import { paidOrder } from './order-copies';
import { newestSms, paramsOf, takeSteps } from './story-people';
import type { TestSystem } from './test-system';

const DAY_MS = 86_400_000;

/** A key in the holder's hands. */
export const newKey = async (algorithm: KeyAlgorithm = 'ecdsa-p256'): Promise<SigningKey> =>
  openSigningKeyPem(await generatePrivateKeyPem(algorithm));

export async function csrFor(key: SigningKey): Promise<string> {
  return Buffer.from(await buildCsr(key, [{ type: 'commonName', value: '随便什么人' }])).toString('base64');
}

/** Hands a key in for the story's order and answers the certificate as it stands after the jobs. */
export async function makeWith(context: StoryContext, key: SigningKey): Promise<CertificateView | null> {
  const params = paramsOf(context);
  await context.applicant.call(endpoints.certificates.requestCertificate, { params, body: { csr: await csrFor(key) } });
  await context.world.settle();
  return (await context.applicant.call(endpoints.certificates.readIssuing, { params })).certificate;
}

/** Staff make the key in a UKey and have the certificate made for it. */
export async function makeAtDesk(context: StoryContext): Promise<CertificateView> {
  const { staff, world } = context;
  const params = paramsOf(context);
  await staff.call(endpoints.certificateDesk.startIssuing, { params });
  const csr = await csrFor(await newKey('sm2'));
  const body = { csr, tokenSerialNumber: `TOKEN-${params.orderId}` };
  await staff.call(endpoints.certificateDesk.requestCertificate, { params, body });
  await world.settle();
  const { certificate } = await staff.call(endpoints.certificateDesk.readIssuing, { params });
  expectFact(certificate?.state === 'issued', 'the certificate is made at the desk');
  return certificate;
}

export interface Holder {
  readonly context: StoryContext;
  readonly key: SigningKey;
  readonly certificate: CertificateView;
}

/** A person with a software certificate of their own, whose order is over. */
export async function newHolder(system: TestSystem): Promise<Holder> {
  const context = await paidOrder(system, {
    projectId: 'personal-signing',
    applicantType: 'person',
    delivery: 'download',
  });
  const key = await newKey();
  const certificate = await makeWith(context, key);
  expectFact(certificate?.state === 'issued', 'the holder has a certificate');
  await takeSteps(context, 'receive-certificate');
  return { context, key, certificate };
}

/** Goes on to so many days before the certificate's end; sessions of long ago are over. */
export async function goTo(system: TestSystem, { context, certificate }: Holder, daysBefore: number): Promise<void> {
  const at = Date.parse(certificate.notAfter ?? '') - daysBefore * DAY_MS;
  system.clock.advance(at - system.clock.now().getTime());
  await takeSteps(context, 'sign-in');
}

/** Begins an order with a certificate; the story goes on with it. */
export async function startSuccessor(context: StoryContext, certificateId: string, kind: SuccessorKind) {
  const body = { kind, understood: true, clientToken: randomUUID() } as const;
  context.order = await context.applicant.call(endpoints.lifeCycle.startSuccessor, { params: { certificateId }, body });
  return context.order;
}

const TO_SUBMIT = [
  'particulars',
  'id-card',
  'consent',
  'signature',
  'sign',
  'sealed',
  'form',
  'attachments',
  'submit',
] as const;
const TO_PAY = ['staff-sign-in', 'review', 'approve', 'start-payment', 'pay'] as const;

export const handIn = (context: StoryContext): Promise<StoryContext> => takeSteps(context, ...TO_SUBMIT);
export const reviewAndPay = (context: StoryContext): Promise<StoryContext> => takeSteps(context, ...TO_PAY);

export const readCertificate = ({ applicant }: StoryContext, certificateId: string) =>
  applicant.call(endpoints.certificates.readCertificate, { params: { certificateId } });
export const lifeCycleOf = ({ applicant }: StoryContext, certificateId: string) =>
  applicant.call(endpoints.lifeCycle.readLifeCycle, { params: { certificateId } });

/** The holder ends a certificate. */
export async function revokeAs(
  system: TestSystem,
  context: StoryContext,
  certificateId: string,
  reason: 'keyCompromise' | 'affiliationChanged' | 'superseded' | 'cessationOfOperation' | 'unspecified',
): Promise<void> {
  system.clock.advance(61_000);
  await context.applicant.call(endpoints.personalData.requestProof, {});
  const code = newestSms(system, context.person)?.code ?? '';
  const params = { certificateId };
  await context.applicant.call(endpoints.certificates.revokeCertificate, { params, body: { reason, code } });
  await system.settle();
}
