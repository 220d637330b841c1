import { endpoints } from '@acceptance/shared';
import type { Connection } from 'mongoose';
import { areas } from '../../bff/src/areas';
import { accountModel } from '../../bff/src/modules/account';
import { openSecret } from '../../bff/src/modules/staff/second-factor';
import type { StaffRecord } from '../../bff/src/modules/staff/staff.model';
import { totpCode, totpStep } from '../../bff/src/modules/staff/totp';
import { storeAccounts } from '../../scripts/import-accounts/store-accounts';
import { asShown } from '../../scripts/story/shown-to-reviewer';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { atDesk, ownDelivery, sent, settleAs, signaturePicture, staffDelivery } from './delivery-people';
import { startFaceCheck } from './face-checking';
import { readCheck, requestCheck, storedCheck, unproved } from './identity-checking';
import { FRONT_MARK, takeFrontAgain } from './mending';
import { PASSWORD, signInByCode, signInByPassword } from './password-people';
import { freshPhone, requestPhoneChange } from './phone-changing';
import { ownRefund } from './refund-people';
import {
  acceptInvitation,
  agree,
  askToAdd,
  newUsername,
  OWN_PASSWORD,
  PROOF,
  signInStaff,
  staffPerson,
} from './staff-people';
import { newClient, nextPerson, paramsOf, takeSteps, walkTo } from './story-people';
import type { TestSystem } from './test-system';
import { choose, financeOf, handIn, moneyOf, uploadSlip } from './transferring';

/** The password behind the imported hash: md5 of `s4lt` + it. */
const OLD_PASSWORD = 'Lotus-2019';
/** Why the applicant wants their money back. */
const REFUND_WORDS = '单位已搬到外省办理';
const SALTED = { scheme: 'md5-salt-first', hash: 'd430e966e1c2dd09093de0092cd78a0b', salt: 's4lt' } as const;

/** A slip with a note that finance refuses, and money that is nobody's. */
async function transferInVain(context: StoryContext): Promise<void> {
  await choose(context);
  await handIn(context, await uploadSlip(context), '由上级公司代付');
  const finance = financeOf({ client: context.staff });
  await finance.refuse(context);
  await finance.record(moneyOf(100));
}

/** Somebody with an account, an order and files, who has confirmed an e-mail address. */
async function applicantOf(system: TestSystem): Promise<StoryContext & { email: string; accountId: string }> {
  const context = await walkTo(system, 'sealed');
  const { applicant, person } = context;
  const contractNumber = orderOf(context).contract.contractNumber ?? '';
  await applicant.call(endpoints.contracts.renewContract, { params: paramsOf(context), body: { contractNumber } });
  await takeSteps(context, 'consent', 'signature', 'sign', 'sealed', 'form', 'attachments', 'submit');
  await takeSteps(context, 'staff-sign-in', 'review', 'approve');
  await transferInVain(context);
  await takeSteps(context, 'start-payment', 'pay');
  await ownRefund(context).ask({ words: REFUND_WORDS });
  await applicant.call(endpoints.auth.setPassword, { body: { newPassword: PASSWORD } });
  const email = `${person.phone}@mail.example`;
  await applicant.call(endpoints.auth.requestEmailCode, { body: { email } });
  const { code } = system.standIns.mail.mails(email)[0]!;
  await applicant.call(endpoints.auth.confirmEmail, { body: { email, code: code! } });
  const accountId = (await applicant.call(endpoints.account.readAccount, {})).id;
  return { ...context, email, accountId };
}

/** An account of the old platform whose password nobody has used yet. */
async function importedPerson(system: TestSystem) {
  const person = nextPerson();
  const { connection, cipher } = system.container();
  const accounts = connection.models.Account ?? accountModel(connection);
  const account = { line: 2, phone: person.phone, email: 'old@mail.example', password: SALTED };
  await storeAccounts({ accounts, cipher, now: system.clock.now }, [account], 'old.csv', true);
  return person;
}

const storedMember = (system: TestSystem, username: string) =>
  system.container().staffMembers.findOne({ username }).lean<StaffRecord>();

/** A member of staff with an own number and an authenticator; of another one it is begun only. */
async function member(system: TestSystem): Promise<{ username: string; secret: Buffer }> {
  const { client } = await staffPerson(system);
  const username = newUsername();
  const { staffChange, invitationCode } = await askToAdd(client, username);
  await agree(system, staffChange);
  await acceptInvitation(system, invitationCode, OWN_PASSWORD, freshPhone());
  const own = await signInStaff(system, username, OWN_PASSWORD);
  await own.call(endpoints.staff.beginSecondFactor, { body: { password: OWN_PASSWORD } });
  const begun = (await storedMember(system, username))!;
  const secret = openSecret(system.container().cipher, begun.pendingSecret!, begun._id.toHexString());
  await own.call(endpoints.staff.confirmSecondFactor, { body: { code: codeOf(system, secret) } });
  await client.call(endpoints.staff.beginSecondFactor, { body: PROOF });
  return { username, secret };
}
const codeOf = (system: TestSystem, secret: Buffer): string => totpCode(secret, totpStep(system.clock.now()));

const TYPED = { name: '张', idNumber: '110105' };

/** Somebody who waits for a check by staff, with something typed and not sent, and a check by face begun. */
async function provingPerson(system: TestSystem): Promise<StoryContext> {
  const context = await unproved(system);
  await context.applicant.call(endpoints.identity.saveDraft, { body: TYPED });
  await requestCheck(context);
  await startFaceCheck(context);
  return context;
}

/** What that person typed, as they and the staff see it. */
async function readProving(system: TestSystem, proving: StoryContext): Promise<void> {
  const { client } = await signInByCode(system, proving.person);
  const state = await client.call(endpoints.identity.readState, {});
  expect(state.draft).toEqual(TYPED);
  expect(state.face?.check).toMatchObject({ state: 'open' });
  const staff = await staffPerson(system, ['reviewer']);
  const check = await readCheck(staff.client, (await storedCheck(system, proving))._id.toHexString());
  expect(check.person.idNumber).toBe(proving.person.idNumber);
}

/** Somebody whose application came back once and is under review again. */
async function returnedOnce(system: TestSystem): Promise<StoryContext> {
  const context = await walkTo(system, 'review');
  const body = { ...asShown(context.reviewed!), marks: [FRONT_MARK] };
  await context.staff.call(endpoints.staff.returnOrder, { params: paramsOf(context), body });
  await takeFrontAgain(context);
  return takeSteps(context, 'submit');
}

/** Somebody with a certificate. */
const holderOf = (system: TestSystem): Promise<StoryContext> =>
  walkTo(system, 'receive-certificate', {
    projectId: 'personal-signing',
    applicantType: 'person',
    delivery: 'download',
  });

/** The certificate, as its holder reads it. */
async function readCertificateOf(system: TestSystem, { person, certificate }: StoryContext): Promise<void> {
  const { client } = await signInByCode(system, person);
  const params = { certificateId: certificate?.id ?? '' };
  expect(await client.call(endpoints.certificates.readCertificate, { params })).toEqual(certificate);
}

/** Somebody whose certificate is in a parcel, of which staff have written something. */
async function postedTo(system: TestSystem): Promise<StoryContext> {
  const { context } = await sent(system);
  await settleAs(context, 'returned');
  return context;
}

/** Somebody whose certificate was fetched by somebody else. */
async function fetchedFor(system: TestSystem): Promise<StoryContext & { code: string }> {
  const context = await atDesk(system, { delivery: 'pick-up' });
  const code = (await ownDelivery(context)).pickUp?.voucherCode ?? '';
  await context.staff.call(endpoints.deliveryDesk.handOver, {
    params: paramsOf(context),
    body: { code, collector: 'agent', agentName: '李四', documentChecked: 'true' },
    file: signaturePicture(),
  });
  return { ...context, code };
}

/** What came to them, as they and the staff read it. */
async function readDeliveries(
  system: TestSystem,
  { posted, fetched }: { posted: StoryContext; fetched: StoryContext & { code: string } },
) {
  for (const context of [posted, fetched]) {
    await takeSteps(context, 'staff-sign-in');
  }
  expect((await staffDelivery(posted)).parcels[0]).toMatchObject({ note: '已致电快递公司', steps: [] });
  const { client } = await signInByCode(system, fetched.person);
  const own = await client.call(endpoints.deliveries.readOwn, { params: paramsOf(fetched) });
  expect(own.pickUp?.voucherCode).toBe(fetched.code);
}

/** People with everything that is sealed in this product. */
export async function sealedWorld(system: TestSystem) {
  const applicant = await applicantOf(system);
  const changing = await returnedOnce(system);
  const newPhone = freshPhone();
  const { receipt } = await requestPhoneChange(system, changing.person, newPhone);
  return {
    applicant,
    imported: await importedPerson(system),
    member: await member(system),
    proving: await provingPerson(system),
    holder: await holderOf(system),
    posted: await postedTo(system),
    fetched: await fetchedFor(system),
    changing,
    newPhone,
    receipt,
  };
}
export type SealedWorld = Awaited<ReturnType<typeof sealedWorld>>;

/** Opens the hash of the old platform; the first right use replaces it. */
export const useOldPassword = (system: TestSystem, { imported }: SealedWorld): Promise<unknown> =>
  signInByPassword(system, imported, { password: OLD_PASSWORD });

/** The change of number, as whoever asked for it sees it. */
export const readReceipt = (system: TestSystem, { receipt }: SealedWorld) =>
  newClient(system).call(endpoints.phoneChanges.readReceipt, { body: { receipt } });

/** Reads everything of that world through the front door; throws at what does not read as before. */
export async function readAll(system: TestSystem, world: SealedWorld): Promise<void> {
  const { applicant, changing } = world;
  const { person, email } = applicant;
  const { client, session } = await signInByCode(system, person);
  expect(session.account.id).toBe(applicant.accountId);
  expect((await client.call(endpoints.account.showNumbers, {})).phone).toBe(person.phone);
  const order = await client.call(endpoints.orders.readOrder, { params: paramsOf(applicant) });
  expect(order.form.unit?.name).toBe(person.unitName);
  expect(order.refund.request?.words).toBe(REFUND_WORDS);
  for (const file of [order.idCard.front, order.idCard.back, order.signature]) {
    expect((await client.call(endpoints.files.readFile, { params: { fileId: file!.id } })).length).toBeGreaterThan(100);
  }
  expect(await client.call(endpoints.contracts.readContractPdf, { params: paramsOf(applicant) })).toEqual(
    applicant.contractPdf,
  );
  await expect(signInByPassword(system, { phone: email })).rejects.toMatchObject({ code: 'auth.device_code_required' });
  system.clock.advance(60_000);
  const { username, secret } = world.member;
  const body = { username, password: OWN_PASSWORD, secondFactor: codeOf(system, secret) };
  expect((await newClient(system).call(endpoints.staff.signInStaff, { body })).staff.username).toBe(username);
  await takeSteps(changing, 'staff-sign-in', 'review');
  expect(changing.reviewed?.form?.unit?.name).toBe(changing.person.unitName);
  expect(changing.reviewed?.reviewRounds[0]?.seen.form.unit?.name).toBe(changing.person.unitName);
  expect(orderOf(changing).id).toBe(changing.reviewed?.id);
  await readProving(system, world.proving);
  await readCertificateOf(system, world.holder);
  await readDeliveries(system, world);
}

const COLLECTIONS_THAT_KEEP_OLD_HASHES = ['audit_entries'];

/** A list of texts is one place. */
const listless = (path: string): string => path.replace(/\.\*$/, '');

/** Where in the database something looks like `pattern`: `collection.path`, with `*` for places of arrays. */
export async function placesOf(connection: Connection, pattern: RegExp): Promise<string[]> {
  const places = new Set<string>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string' && pattern.test(value)) {
      places.add(listless(path));
    } else if (Array.isArray(value)) {
      value.forEach((item) => {
        walk(item, `${path}.*`);
      });
    } else if (value && Object.getPrototypeOf(value) === Object.prototype) {
      for (const [name, item] of Object.entries(value)) {
        walk(item, `${path}.${name}`);
      }
    }
  };
  for (const { name } of await connection.listCollections()) {
    if (!COLLECTIONS_THAT_KEEP_OLD_HASHES.includes(name)) {
      for (const document of await connection.collection(name).find().toArray()) {
        walk(document, name);
      }
    }
  }
  return [...places].sort();
}

/** The places that the areas declare, as `placesOf` names them. */
export function declaredPlaces(kind: 'envelopes' | 'hashes'): string[] {
  return areas.flatMap(({ sealed = [] }) =>
    sealed.flatMap(({ collection, envelopes = {}, hashes = [], passing = {} }) => {
      const paths =
        kind === 'envelopes' ? Object.keys(envelopes) : [...hashes.map(({ path }) => path), ...Object.keys(passing)];
      return paths.map((path) => listless(`${collection}.${path}`));
    }),
  );
}
