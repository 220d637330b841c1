import { API_BASE_PATH, buildPath, endpoints, type FilePurpose, TERMS_VERSION } from '@acceptance/shared';
import { phonePhoto } from '../../scripts/story/application-steps';
import { drawSampleSignature } from '../../scripts/trial-ca/draw-sample-signature';
import { type BenchPerson, PASSWORD } from './lag-people';

/** How often each status was answered. */
export type Answers = Record<string, number>;

const countStatuses = async (calls: readonly Promise<Response>[]): Promise<Answers> => {
  const answers: Answers = {};
  for (const { status } of await Promise.all(calls)) {
    answers[status] = (answers[status] ?? 0) + 1;
  }
  return answers;
};

async function post(url: string, headers: Record<string, string>, body: FormData | string): Promise<Response> {
  const answer = await fetch(url, { method: 'POST', headers, body });
  await answer.arrayBuffer();
  return answer;
}

/** The calls of the load, against one BFF. */
export function createLoad(origin: string, people: readonly BenchPerson[]) {
  const someone = (index: number): BenchPerson => people[index % people.length] as BenchPerson;

  function upload(person: BenchPerson, purpose: FilePurpose, bytes: Buffer): Promise<Response> {
    const form = new FormData();
    form.set('purpose', purpose);
    form.set('orderId', person.draftId);
    const type = purpose === 'signature' ? 'image/png' : 'image/jpeg';
    form.set('file', new Blob([new Uint8Array(bytes)], { type }), 'picture');
    const url = `${origin}${API_BASE_PATH}${endpoints.files.uploadFile.path}`;
    return post(url, { authorization: `Bearer ${person.accessToken}` }, form);
  }

  return {
    /** All at once, by as many people as there are. */
    async uploadPictures(signatures: number, photos: number): Promise<Answers> {
      const [png, jpeg] = [drawSampleSignature(), await phonePhoto('front')];
      return countStatuses([
        ...Array.from({ length: signatures }, (_, index) => upload(someone(index), 'signature', png)),
        ...Array.from({ length: photos }, (_, index) => upload(someone(index), 'id-card-front', jpeg)),
      ]);
    },
    /** One sign-in a person, each from an address of its own. */
    signIn(count: number): Promise<Answers> {
      const url = `${origin}${API_BASE_PATH}${endpoints.auth.signInWithPassword.path}`;
      return countStatuses(
        Array.from({ length: count }, (_, index) => {
          const { phone, deviceId } = someone(index);
          const headers = { 'content-type': 'application/json', 'x-forwarded-for': `198.51.100.${index + 1}` };
          const body = { account: phone, password: PASSWORD, deviceId, acceptedTermsVersion: TERMS_VERSION };
          return post(url, headers, JSON.stringify(body));
        }),
      );
    },
    /** Signs the contracts of these people; sealing follows by itself. */
    sign(signers: readonly BenchPerson[]): Promise<Answers> {
      return countStatuses(
        signers.map(({ readyId, accessToken }) => {
          const path = buildPath(endpoints.contracts.signContract, { params: { orderId: readyId } });
          return post(`${origin}${API_BASE_PATH}${path}`, { authorization: `Bearer ${accessToken}` }, '');
        }),
      );
    },
  };
}
