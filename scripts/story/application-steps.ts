import { randomUUID } from 'node:crypto';
import { endpoints, type FilePurpose, TERMS_VERSION } from '@acceptance/shared';
import { makeIdCardPhoto } from '../../bff/src/image-check/testing/id-card-photo';
import { drawSampleSignature } from '../trial-ca/draw-sample-signature';
import { expectFact, orderOf, type StoryContext } from './story-context';

const photos = new Map<string, Promise<Buffer>>();

/** A real-size photo; made once, drawing takes a second. */
export function storyPhoto(side: 'front' | 'back'): Promise<Buffer> {
  const photo = photos.get(side) ?? makeIdCardPhoto({ side, seed: 7 });
  photos.set(side, photo);
  return photo;
}

export async function signIn({ world, person, applicant }: StoryContext): Promise<void> {
  const { phone } = person;
  await applicant.call(endpoints.auth.requestSmsCode, { body: { phone } });
  const [sms] = world.standIns.tencentCloud.sms(phone);
  const code = sms?.code ?? '';
  const session = await applicant.call(endpoints.auth.signInWithSmsCode, {
    body: { phone, code, acceptedTermsVersion: TERMS_VERSION },
  });
  applicant.accessToken = session.accessToken;
}

export async function startApplication(context: StoryContext): Promise<void> {
  const clientToken = randomUUID();
  context.order = await context.applicant.call(endpoints.orders.createOrder, {
    body: { projectId: context.projectId, applicantType: 'unit', clientToken },
  });
}

export async function verifyIdentity({ applicant, person }: StoryContext): Promise<void> {
  const { name, idNumber, phone } = person;
  const account = await applicant.call(endpoints.identity.verifyIdentity, { body: { name, idNumber, phone } });
  expectFact(account.identity !== null, 'the identity is verified');
}

export async function readAndConsent(context: StoryContext): Promise<void> {
  const params = { orderId: orderOf(context).id };
  const text = await context.applicant.call(endpoints.contracts.readContractText, { params });
  context.order = await context.applicant.call(endpoints.contracts.recordConsent, {
    params,
    body: {
      version: text.version,
      sha256: text.sha256,
      agreed: true,
      readToEnd: true,
      readingSeconds: 95,
      device: 'story',
    },
  });
}

/** Uploads bytes for the order and answers the file's id. */
export async function upload(context: StoryContext, purpose: FilePurpose, bytes: Uint8Array, mediaType: string) {
  const body = { purpose, orderId: orderOf(context).id };
  const file = { bytes, mediaType, fileName: mediaType === 'image/png' ? 'drawn.png' : 'photo.jpg' };
  return (await context.applicant.call(endpoints.files.uploadFile, { body, file })).id;
}

export async function photographIdCard(context: StoryContext): Promise<void> {
  const frontFileId = await upload(context, 'id-card-front', await storyPhoto('front'), 'image/jpeg');
  const backFileId = await upload(context, 'id-card-back', await storyPhoto('back'), 'image/jpeg');
  context.order = await context.applicant.call(endpoints.orders.saveIdCard, {
    params: { orderId: orderOf(context).id },
    body: { frontFileId, backFileId },
  });
}

export async function drawSignature(context: StoryContext): Promise<void> {
  const fileId = await upload(context, 'signature', drawSampleSignature(), 'image/png');
  context.order = await context.applicant.call(endpoints.orders.confirmSignature, {
    params: { orderId: orderOf(context).id },
    body: { fileId },
  });
}

export async function signContract(context: StoryContext): Promise<void> {
  const params = { orderId: orderOf(context).id };
  await context.applicant.call(endpoints.contracts.signContract, { params });
  await context.world.settle();
  context.order = await context.applicant.call(endpoints.orders.readOrder, { params });
  expectFact(context.order.contract.state === 'sealed', 'the contract is sealed');
}

export async function readSealedContract(context: StoryContext): Promise<void> {
  const order = orderOf(context);
  const params = { orderId: order.id };
  context.contractPdf = await context.applicant.call(endpoints.contracts.readContractPdf, { params });
  context.order = await context.applicant.call(endpoints.contracts.acknowledgeContract, {
    params,
    body: { sha256: order.contract.sha256 ?? '', read: true },
  });
}

export async function fillForm(context: StoryContext): Promise<void> {
  const { person } = context;
  const order = orderOf(context);
  context.order = await context.applicant.call(endpoints.orders.saveForm, {
    params: { orderId: order.id },
    body: {
      unit: { name: person.unitName, unifiedSocialCreditCode: person.unifiedSocialCreditCode },
      email: 'applicant@example.com',
      address: '示例省示例市演示区测试路 2 号',
      invoice: order.project.invoiceOffered
        ? {
            kind: 'general',
            title: person.unitName,
            taxpayerNumber: person.unifiedSocialCreditCode,
            email: 'applicant@example.com',
          }
        : { kind: 'none' },
      delivery: {
        way: 'courier',
        courier: order.project.couriers[0],
        receiver: person.name,
        phone: person.phone,
        province: '示例省',
        city: '示例市',
        district: '演示区',
        street: '测试路 2 号',
      },
    },
  });
}

export async function attachPapers(context: StoryContext): Promise<void> {
  const order = orderOf(context);
  const items = [];
  for (const paper of order.project.attachments.filter((candidate) => candidate.required)) {
    items.push({
      kind: paper.kind,
      fileId: await upload(context, 'attachment', await storyPhoto('front'), 'image/jpeg'),
    });
  }
  context.order = await context.applicant.call(endpoints.orders.saveAttachments, {
    params: { orderId: order.id },
    body: { items },
  });
}

export async function submitApplication(context: StoryContext): Promise<void> {
  const params = { orderId: orderOf(context).id };
  context.order = await context.applicant.call(endpoints.orders.submitOrder, { params });
  const list = await context.applicant.call(endpoints.orders.listOrders, { query: { status: 'submitted' } });
  expectFact(
    list.items.some((item) => item.id === params.orderId),
    'the order is in the list as 待审核',
  );
}
