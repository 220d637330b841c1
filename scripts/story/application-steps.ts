import { randomUUID } from 'node:crypto';
import {
  ApiError,
  type ApplicationFormDraft,
  BUSINESS_LICENCE,
  endpoints,
  type FilePurpose,
  IDENTITY_CONSENT_VERSION,
  isAskedOf,
  type OrderView,
  readingSections,
  TERMS_VERSION,
} from '@acceptance/shared';
import { makeIdCardPhoto } from '../../bff/src/image-check/testing/id-card-photo';
import { noteCard, withComments } from '../../bff/src/image-check/testing/note-card';
import { drawSampleSignature } from '../trial-ca/draw-sample-signature';
import type { StoryPerson } from './people';
import { expectFact, orderOf, type StoryContext } from './story-context';

/** Of no more pixels than an ID photo needs: each that the product is given is decoded, and a suite gives it thousands. */
const POSTED = { half: true, minBytes: 160 * 1024 } as const;
const WHOLE = { half: false, minBytes: 0 } as const;

const photos = new Map<string, Promise<Buffer>>();

/** Drawn once, which takes up to a second. */
function drawingOf(side: 'front' | 'back', size: typeof POSTED | typeof WHOLE): Promise<Buffer> {
  const key = `${side} ${size.half}`;
  const drawing = photos.get(key) ?? makeIdCardPhoto({ side, seed: 7, ...size });
  photos.set(key, drawing);
  return drawing;
}

type Holder = Pick<StoryPerson, 'name' | 'idNumber' | 'street'>;

/** No two people who are told apart by their streets post the same picture: others with the same one are looked for, and told. */
const takenAnew = (drawing: Buffer, { street }: Pick<StoryPerson, 'street'>): Buffer =>
  street ? withComments(drawing, [Buffer.from(street)]) : drawing;

const cardOf = (side: 'front' | 'back', { name, idNumber }: Holder) =>
  side === 'front' ? { name, idNumber } : { authority: '示例市公安局', validDate: '2020.01.01-2040.01.01' };

/** A photo as it is posted to the API, of the person's own card if somebody is named. */
export async function storyPhoto(side: 'front' | 'back', person?: Holder): Promise<Buffer> {
  const drawing = await drawingOf(side, POSTED);
  return person ? noteCard(takenAnew(drawing, person), side, cardOf(side, person)) : drawing;
}

/** A licence or another paper. */
const paperOf = async (person: StoryPerson): Promise<Buffer> => takenAnew(await drawingOf('front', POSTED), person);

/** The same as a phone takes it, to be looked at, measured and compressed by the phone. */
export async function phonePhoto(side: 'front' | 'back', person?: Holder): Promise<Buffer> {
  const drawing = await drawingOf(side, WHOLE);
  return person ? noteCard(drawing, side, cardOf(side, person)) : drawing;
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
    body: { projectId: context.projectId, applicantType: context.applicantType, clientToken },
  });
}

const streetOf = ({ street = '测试路 2 号' }: StoryPerson): string => street;

/** What is typed before anything is signed; the form adds to it. */
function particularsOf({ person, applicantType, role }: StoryContext) {
  return {
    ...(applicantType === 'unit' && {
      unit: {
        name: person.unitName,
        unifiedSocialCreditCode: person.unifiedSocialCreditCode,
        legalRepresentative: person.legalRepresentative,
        role,
      },
    }),
    email: 'applicant@example.com',
    address: `示例省示例市演示区${streetOf(person)}`,
  };
}

/** For whom: the unit with its licence, or how to reach the person. */
export async function tellParticulars(context: StoryContext): Promise<void> {
  const params = { orderId: orderOf(context).id };
  const { applicant, person } = context;
  const body = { base: orderOf(context).form, draft: particularsOf(context) };
  context.order = await applicant.call(endpoints.orders.saveForm, { params, body });
  if (context.applicantType === 'unit') {
    const fileId = await upload(context, 'attachment', await paperOf(person), 'image/jpeg');
    const items = [{ kind: BUSINESS_LICENCE, fileId }];
    await applicant.call(endpoints.orders.saveAttachments, { params, body: { items } });
    context.order = await applicant.call(endpoints.orders.checkUnit, { params, body: { asOnLicence: false } });
    expectFact(context.order.unitCheck?.doubts.length === 0, 'the registry knows the unit');
  }
}

export async function verifyIdentity({ applicant, person }: StoryContext): Promise<void> {
  const { name, idNumber, phone } = person;
  const account = await applicant.call(endpoints.identity.verifyIdentity, {
    body: { name, idNumber, phone, consentVersion: IDENTITY_CONSENT_VERSION },
  });
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
      detailsSha256: text.detailsSha256,
      agreed: true,
      readToEnd: true,
      // Programs read in no time, and say so.
      readingSeconds: 0,
      readingSections: readingSections(text).map(({ id }) => ({ id, seconds: 0 })),
      confirmsRead: true,
      device: 'story',
    },
  });
}

const MOST_TRIES = 4;

/** Sends again what the BFF has no room for now, as the mini-program does (miniapp/src/api/send-when-free.ts). */
async function whenFree<Sent>(send: () => Promise<Sent>, tries = 1): Promise<Sent> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'files.busy' || tries === MOST_TRIES) {
      throw error;
    }
    await new Promise((again) => setTimeout(again, 1000 * Number(error.details?.seconds ?? 1)));
    return whenFree(send, tries + 1);
  }
}

/** Uploads bytes for the order and answers the file's id. */
export async function upload(context: StoryContext, purpose: FilePurpose, bytes: Uint8Array, mediaType: string) {
  const body = { purpose, orderId: orderOf(context).id };
  const file = { bytes, mediaType, fileName: mediaType === 'image/png' ? 'drawn.png' : 'photo.jpg' };
  return (await whenFree(() => context.applicant.call(endpoints.files.uploadFile, { body, file }))).id;
}

export async function photographIdCard(context: StoryContext): Promise<void> {
  const { person } = context;
  const frontFileId = await upload(context, 'id-card-front', await storyPhoto('front', person), 'image/jpeg');
  const backFileId = await upload(context, 'id-card-back', await storyPhoto('back', person), 'image/jpeg');
  context.order = await context.applicant.call(endpoints.orders.saveIdCard, {
    params: { orderId: orderOf(context).id },
    body: { frontFileId, backFileId },
  });
}

/** What a phone tells of a signature like the sample: nobody has written that one. */
const SAMPLE_WRITING = { strokes: 6, points: 212, durationMs: 3_480, strokesSha256: 'c0ffee'.padEnd(64, '0') };

export async function drawSignature(context: StoryContext): Promise<void> {
  const fileId = await upload(context, 'signature', drawSampleSignature(), 'image/png');
  context.order = await context.applicant.call(endpoints.orders.confirmSignature, {
    params: { orderId: orderOf(context).id },
    body: { fileId, writing: SAMPLE_WRITING },
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

/** How it is paid for and how it comes to its holder. */
function choicesOf({ person, delivery }: StoryContext, { project }: OrderView): ApplicationFormDraft {
  return {
    invoice: project.invoiceOffered
      ? {
          kind: 'general',
          title: person.unitName,
          taxpayerNumber: person.unifiedSocialCreditCode,
          email: 'applicant@example.com',
        }
      : { kind: 'none' },
    delivery:
      delivery !== 'courier'
        ? { way: delivery }
        : {
            way: 'courier',
            courier: project.couriers[0],
            receiver: person.name,
            phone: person.phone,
            province: '示例省',
            city: '示例市',
            district: '演示区',
            street: streetOf(person),
          },
  };
}

export async function fillForm(context: StoryContext): Promise<void> {
  const order = orderOf(context);
  context.order = await context.applicant.call(endpoints.orders.saveForm, {
    params: { orderId: order.id },
    body: { base: order.form, draft: { ...particularsOf(context), ...choicesOf(context, order) } },
  });
}

export async function attachPapers(context: StoryContext): Promise<void> {
  const order = orderOf(context);
  const items = order.attachments.map(({ kind, file }) => ({ kind, fileId: file.id }));
  const present = new Set(items.map(({ kind }) => kind));
  const missing = order.project.attachments.filter(
    (paper) => paper.required && isAskedOf(paper, context.role) && !present.has(paper.kind),
  );
  for (const paper of missing) {
    items.push({
      kind: paper.kind,
      fileId: await upload(context, 'attachment', await paperOf(context.person), 'image/jpeg'),
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
