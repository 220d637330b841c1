import { createHash } from 'node:crypto';
import { endpoints } from '@acceptance/shared';
import { unzipSync } from 'fflate';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { newStory } from '../../scripts/story/walk-story';
import { consent, sign } from '../support/contract-calls';
import { drawName } from '../support/draw-name';
import { expectError } from '../support/expect-error';
import {
  confirmCheck,
  openCheck,
  putNamePicture,
  refuseCheck,
  requestCheck,
  storedCheck,
  unproved,
} from '../support/identity-checking';
import { laidOutTextOf, plainTextOf } from '../support/pdf-text';
import { newReviewer, type StaffClient } from '../support/staff-people';
import { storedAccount, storedOrder } from '../support/stored-state';
import { meet, newestSms, nextPerson, paramsOf, takeSteps } from '../support/story-people';
import { useSystem } from '../support/test-system';
import { typeForm } from '../support/type-form';

const system = useSystem();
/** Extension I: no font has it. */
const RARE = '张\u{2ebf0}';
const NOTE = '左边王字旁，右边吉';

beforeEach(async () => {
  await system().container().identityChecks.deleteMany({});
});

const readText = (context: StoryContext) =>
  context.applicant.call(endpoints.contracts.readContractText, { params: paramsOf(context) });
const showOwn = ({ applicant }: StoryContext) => applicant.call(endpoints.identity.showOwn, {});

/** Asks for the check and lets a reviewer confirm it, with a picture. */
async function confirmWith(context: StoryContext, picture: Buffer, change: object = {}): Promise<StaffClient> {
  await requestCheck(context, { name: RARE, reason: 'name', nameNote: NOTE, ...change });
  const staff = await newReviewer(system());
  await confirmCheck(staff, await putNamePicture(staff, await openCheck(system(), staff, context), picture));
  return staff;
}
/** The same for a certificate of their own, whose contract names no unit. */
const forThemselves = (): Promise<StoryContext> =>
  takeSteps(
    newStory(system().world, { person: nextPerson(), projectId: 'personal-signing', applicantType: 'person' }),
    ...(['sign-in', 'start', 'particulars', 'id-card'] as const),
  );
const pictured = async (context?: StoryContext): Promise<StoryContext> => {
  const somebody = context ?? (await forThemselves());
  await confirmWith(somebody, drawName());
  return somebody;
};

describe('the picture of a name at the desk', () => {
  it('is needed before a name is confirmed that the contract cannot print', async () => {
    const context = await unproved(system());
    await requestCheck(context, { name: RARE, reason: 'name', nameNote: NOTE });
    const staff = await newReviewer(system());
    const check = await openCheck(system(), staff, context);
    expect(check).toMatchObject({ needsNamePicture: true, namePicture: null });
    const stored = () => storedCheck(system(), context);
    await expectError(() => confirmCheck(staff, check), 'identity_checks.name_picture_needed', stored);
    const shown = await putNamePicture(staff, check, drawName());
    expect(shown.namePicture?.image).toMatch(/^data:image\/png;base64,/);
    // Who confirms has seen the picture, and no other.
    await expectError(() => confirmCheck(staff, check), 'request.conflict', stored);
    expect((await confirmCheck(staff, shown)).state).toBe('confirmed');
  });

  it('is needed by the note alone, and by what is not printed alone', async () => {
    const [described, rare, plain] = [await unproved(system()), await unproved(system()), await unproved(system())];
    await requestCheck(described, { reason: 'name', nameNote: NOTE });
    await requestCheck(rare, { name: RARE });
    await requestCheck(plain);
    const staff = await newReviewer(system());
    const needs = async (context: StoryContext) => (await openCheck(system(), staff, context)).needsNamePicture;
    expect([await needs(described), await needs(rare), await needs(plain)]).toEqual([true, true, false]);
  });

  it('may be replaced until the check is decided, and is refused where no name is to be seen', async () => {
    const context = await unproved(system());
    await requestCheck(context, { name: RARE });
    const staff = await newReviewer(system());
    const check = await openCheck(system(), staff, context);
    const first = await putNamePicture(staff, check, drawName());
    const stored = () => storedCheck(system(), context);
    const unclear = () => putNamePicture(staff, check, Buffer.from('no picture'));
    await expectError(unclear, 'identity_checks.name_picture_unclear', stored);
    await expectError(() => putNamePicture(staff, check, Buffer.alloc(0)), 'files.missing', stored);
    await expectError(() => putNamePicture(staff, check, Buffer.alloc(1024 * 1024 + 1)), 'files.too_large', stored);
    const second = await putNamePicture(staff, check, drawName(4));
    expect(second.namePicture?.sha256).not.toBe(first.namePicture?.sha256);
    await confirmCheck(staff, second);
    await system().settle();
    await expectError(() => putNamePicture(staff, check, drawName()), 'identity_checks.decided', stored);
    expect((await showOwn(context)).namePicture).toEqual(second.namePicture);
  });

  it('is kept sealed, with the check and with the account', async () => {
    const context = await unproved(system());
    await requestCheck(context, { name: RARE });
    const staff = await newReviewer(system());
    const shown = await putNamePicture(staff, await openCheck(system(), staff, context), drawName());
    const ink = (await system().container().contractMaker.prepareName(drawName())).inkMask!;
    expect(shown.namePicture?.sha256).toBe(createHash('sha256').update(ink).digest('hex'));
    await confirmCheck(staff, shown);
    const stored = JSON.stringify([await storedCheck(system(), context), await storedAccount(system(), context)]);
    expect(stored).not.toContain(ink.toString('base64').slice(40, 80));
  });
});

describe('the contract of somebody with a picture of the name', () => {
  it('shows it before it is agreed to, and is sealed with it; who copies it has the name', async () => {
    const context = await pictured();
    const text = await readText(context);
    expect(text.namePicture).toEqual((await showOwn(context)).namePicture);
    expect(text.details.person).toMatchObject({ name: RARE, namePictureSha256: text.namePicture?.sha256 });
    await takeSteps(context, 'consent', 'signature', 'sign', 'sealed');
    expect(plainTextOf(context.contractPdf!).split(RARE)).toHaveLength(3);
  });

  it('is asked anew when the picture changes between consent and signature', async () => {
    const context = await pictured();
    await takeSteps(context, 'consent', 'signature');
    const before = await readText(context);
    await confirmWith(context, drawName(4));
    await expectError(() => sign(context), 'contracts.details_changed');
    const now = await readText(context);
    expect(now.detailsSha256).not.toBe(before.detailsSha256);
    await expectError(() => consent(context, { detailsSha256: before.detailsSha256 }), 'contracts.details_changed');
    await takeSteps(context, 'consent', 'sign');
    expect(orderOf(context).contract.state).toBe('sealed');
  });

  it('is sealed with the picture that was agreed to, whatever the person has by then', async () => {
    const context = await pictured();
    await takeSteps(context, 'consent', 'signature');
    const { namePicture } = await readText(context);
    const { dispatcher } = system().container();
    await dispatcher.stop();
    await sign(context);
    await confirmWith(context, drawName(4));
    expect((await showOwn(context)).namePicture).not.toEqual(namePicture);
    await system().restartBff({});
    await system().settle();
    expect((await storedOrder(system(), context)).contract.state).toBe('sealed');
  });

  it('still says of everything else what cannot be printed', async () => {
    const context = await pictured();
    const { form } = orderOf(context);
    const body = { ...form, address: '示例\u{2ebf0}路 1 号' };
    await typeForm(context, body);
    await expectError(() => readText(context), 'contracts.unprintable');
  });
});

it('the authority letter prints it in place of the agent’s name', async () => {
  const context = await unproved(system());
  const { form } = orderOf(context);
  const body = { ...form, unit: { ...form.unit, role: 'agent', legalRepresentative: '王芳' } } as const;
  await typeForm(context, body);
  await pictured(context);
  const letter = await context.applicant.call(endpoints.orders.readAuthorityLetter, { params: paramsOf(context) });
  expect(laidOutTextOf(letter)).toContain(RARE);
});

describe('what is kept of the picture', () => {
  const proof = async ({ applicant, person }: StoryContext): Promise<{ code: string }> => {
    system().clock.advance(61_000);
    await applicant.call(endpoints.personalData.requestProof, {});
    return { code: newestSms(system(), person)!.code! };
  };

  it('is exported as a picture', async () => {
    const context = await pictured();
    const { id } = await context.applicant.call(endpoints.personalData.requestExport, { body: await proof(context) });
    await system().settle();
    const zip = await context.applicant.call(endpoints.personalData.readExport, { params: { exportId: id } });
    const files = unzipSync(zip);
    const { image } = (await showOwn(context)).namePicture!;
    const png = Buffer.from(image.split(',')[1]!, 'base64');
    expect(png.equals(files['name-picture.png']!)).toBe(true);
    const checkId = (await storedCheck(system(), context))._id.toHexString();
    expect(png.equals(files[`identity-check-${checkId}-name.png`]!)).toBe(true);
    expect(Buffer.from(files['account.json']!).toString()).not.toContain('nameInk');
  });
});

describe('somebody whom staff have verified', () => {
  it('can have the name and the number corrected by a new check', async () => {
    const context = await unproved(system());
    const staff = await newReviewer(system());
    await requestCheck(context, { name: 'SMITH, JON', idNumber: 'K1234567A' });
    await confirmCheck(staff, await openCheck(system(), staff, context));
    const before = await storedAccount(system(), context);
    await requestCheck(context, { name: 'SMITH, JOHN', idNumber: 'K1234567B' });
    await refuseCheck(staff, await openCheck(system(), staff, context), '照片不清');
    expect((await storedAccount(system(), context)).identity).toEqual(before.identity);
    system().clock.advance(1000);
    await requestCheck(context, { name: 'SMITH, JOHN', idNumber: 'K1234567B' });
    await confirmCheck(staff, await openCheck(system(), staff, context));
    expect(await showOwn(context)).toMatchObject({ name: 'SMITH, JOHN', idNumber: 'K1234567B' });
  });

  it('keeps what they have when the other number is somebody else’s', async () => {
    const [other, context] = [await meet(system(), 'sign-in', 'identity'), await unproved(system())];
    const staff = await newReviewer(system());
    await requestCheck(context, { name: 'SMITH, JON', idNumber: 'K7654321A' });
    await confirmCheck(staff, await openCheck(system(), staff, context));
    const { name, idNumber } = other.person;
    await requestCheck(context, { name, idNumber });
    const check = await openCheck(system(), staff, context);
    await expectError(
      () => confirmCheck(staff, check),
      'identity.known_elsewhere',
      () => showOwn(context),
    );
  });

  it('is corrected once, also by a confirmation that died before its end', async () => {
    const context = await unproved(system());
    const staff = await newReviewer(system());
    await requestCheck(context, { name: 'SMITH, JON', idNumber: 'K2234567A' });
    await confirmCheck(staff, await openCheck(system(), staff, context));
    system().clock.advance(1000);
    await requestCheck(context, { name: 'SMITH, JOHN', idNumber: 'K2234567B' });
    const { identityChecks } = system().container();
    const { _id } = await storedCheck(system(), context);
    const confirmed = await confirmCheck(staff, await openCheck(system(), staff, context));
    const corrected = await storedAccount(system(), context);
    const openFor = corrected._id.toHexString();
    await identityChecks.updateOne({ _id }, { $set: { state: 'open', openFor } });
    system().clock.advance(1000);
    expect((await confirmCheck(staff, confirmed)).state).toBe('confirmed');
    expect((await storedAccount(system(), context)).identity).toEqual(corrected.identity);
  });
});

it('a deleted account leaves no task about its check at the desk', async () => {
  const context = await unproved(system());
  const { promisedBy } = await requestCheck(context);
  const { _id } = await storedCheck(system(), context);
  system().clock.advance(Date.parse(promisedBy) - system().clock.now().getTime() + 60_000);
  await takeSteps(context, 'sign-in');
  await system().settle();
  const { tasks, identityChecks } = system().container();
  const about = () => tasks.find({ subject: `identityCheck:${_id.toHexString()}` }).lean();
  expect(await about()).toMatchObject([{ kind: 'identity-check-overdue', closedAt: null }]);
  system().clock.advance(61_000);
  await context.applicant.call(endpoints.personalData.requestProof, {});
  const code = newestSms(system(), context.person)!.code!;
  await context.applicant.call(endpoints.personalData.requestDeletion, { body: { code } });
  for (const ms of [7 * 86_400_000, 60_000, 60_000]) {
    system().clock.advance(ms);
    await system().settle();
  }
  expect(await identityChecks.countDocuments({ _id })).toBe(0);
  expect(await about()).toMatchObject([{ outcome: 'closed' }]);
  expect((await about())[0]?.closedAt).not.toBeNull();
});
