import { endpoints, IDENTITY_CONSENT_VERSION, idCardCheckCharacter } from '@acceptance/shared';
import { readImageHeader } from '../../bff/src/image-check/image-header';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { drawName } from '../support/draw-name';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import {
  confirmCheck,
  listChecks,
  openCheck,
  putNamePicture,
  readIdentityState,
  refuseCheck,
  requestCheck,
  storedCheck,
  unproved,
} from '../support/identity-checking';
import { newReviewer, staffPerson } from '../support/staff-people';
import { storedAccount } from '../support/stored-state';
import { meet, nextPerson, takeSteps } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const consentVersion = IDENTITY_CONSENT_VERSION;
beforeEach(async () => {
  await system().container().identityChecks.deleteMany({});
});

const verify = ({ applicant, person }: StoryContext, name = person.name) =>
  applicant.call(endpoints.identity.verifyIdentity, { body: { name, idNumber: person.idNumber, consentVersion } });
const showOwn = ({ applicant }: StoryContext) => applicant.call(endpoints.identity.showOwn, {});

describe('asking staff for a check', () => {
  it('is promised within a working day, and seen while it is open', async () => {
    const context = await unproved(system());
    const check = await requestCheck(context);
    // Monday, 10:00 → Tuesday, 17:00.
    expect(check).toMatchObject({ state: 'open', reason: 'contested', refusal: null });
    expect(check.promisedBy).toBe('2026-11-24T02:00:00.000Z');
    expect((await readIdentityState(context)).check).toEqual(check);
    expect((await storedAccount(system(), context)).identityConsents).toMatchObject([{ version: consentVersion }]);
  });

  it('needs photos of both sides in an application of one’s own', async () => {
    const context = await meet(system(), 'sign-in', 'start', 'particulars');
    await expectError(
      () => requestCheck(context),
      'identity_checks.photos_missing',
      () => readIdentityState(context),
    );
    const { applicant } = await unproved(system());
    await expectError(() => requestCheck({ ...context, applicant }), 'orders.not_found');
  });

  it('needs the consent, an adult, and a word about a character that cannot be typed', async () => {
    const context = await unproved(system());
    await expectError(() => requestCheck(context, { consentVersion: 'old' }), 'identity.consent_required');
    const child = '11010520150101001';
    const idNumber = `${child}${idCardCheckCharacter(child)}`;
    await expectError(() => requestCheck(context, { idNumber }), 'identity.under_age');
    const refusal = await expectError(() => requestCheck(context, { reason: 'name' }), 'request.invalid');
    expect(refusal.fields).toMatchObject([{ path: 'nameNote' }]);
    expect((await readIdentityState(context)).check).toBeNull();
  });

  it('needs the code of another number, as the automatic check does', async () => {
    const context = await unproved(system());
    const { phone } = nextPerson();
    await expectError(() => requestCheck(context, { phone }), 'identity.phone_code_required');
    await context.applicant.call(endpoints.identity.requestPhoneCode, { body: { phone } });
    const phoneCode = system().standIns.tencentCloud.sms(phone)[0]!.code!;
    await requestCheck(context, { phone, phoneCode });
    const staff = await newReviewer(system());
    expect((await openCheck(system(), staff, context)).person.phone).toBe(phone);
    // Sent again when the answer was lost: the code is used up, the check is there.
    expect((await requestCheck(context, { phone, phoneCode })).state).toBe('open');
  });

  it('is possible once at a time, also for five at the same moment; the same again changes nothing', async () => {
    const context = await unproved(system());
    const asked = Array.from({ length: 5 }, () => outcomeOf(requestCheck(context)));
    const outcomes = countOutcomes(await Promise.all(asked));
    expect((outcomes.ok ?? 0) + (outcomes['identity_checks.already_requested'] ?? 0)).toBe(5);
    expect(await system().container().identityChecks.countDocuments({})).toBe(1);
    const stored = () => storedCheck(system(), context);
    const before = await stored();
    await requestCheck(context);
    await expectError(
      () => requestCheck(context, { idNumber: nextPerson().idNumber }),
      'identity_checks.already_requested',
      stored,
    );
    expect(await stored()).toEqual(before);
  });

  it('is for those who are not verified', async () => {
    const context = await meet(system(), 'sign-in', 'start', 'particulars', 'identity', 'id-card');
    await expectError(() => requestCheck(context), 'identity.already_verified');
  });

  it('keeps the person sealed', async () => {
    const context = await unproved(system());
    await requestCheck(context, { reason: 'name', nameNote: '左边王字旁' });
    const stored = JSON.stringify(await storedCheck(system(), context));
    for (const secret of [context.person.name, context.person.idNumber, context.person.phone, '左边王字旁']) {
      expect(stored).not.toContain(secret);
    }
  });
});

describe('who needs staff', () => {
  const confirmed = async (context: StoryContext) => {
    const staff = await newReviewer(system());
    await confirmCheck(staff, await openCheck(system(), staff, context));
    return (await storedAccount(system(), context)).identity;
  };

  it.each([
    ['a permanent residence card', 'SMITH, JOHN', 'USA110080010101'],
    ['a passport', 'SMITH, JOHN', 'K1234567A'],
    ['a permit of Hong Kong', '陈大文', 'H1234567801'],
    ['a permit of Taiwan', '林大同', '01234567'],
  ])('is who has %s, which the provider does not know', async (_document, name, idNumber) => {
    const context = await unproved(system());
    const body = { name, idNumber, consentVersion };
    await expectError(
      () => context.applicant.call(endpoints.identity.verifyIdentity, { body }),
      'identity.staff_check_needed',
    );
    // Whatever reason is told, the number says it.
    expect((await requestCheck(context, { name, idNumber, reason: 'contested' })).reason).toBe('document');
    expect(await confirmed(context)).toMatchObject({ verifiedBy: 'staff' });
    expect(await showOwn(context)).toMatchObject({ name, idNumber });
  });

  it('is anybody while the provider is down', async () => {
    const context = await unproved(system());
    system().standIns.faults.set({ standIn: 'tencent-cloud', fault: 'server-error' });
    await expectError(() => verify(context), 'identity.unavailable');
    await requestCheck(context, { reason: 'unavailable' });
    system().standIns.faults.reset();
    expect(await confirmed(context)).not.toBeNull();
  });

  it('is who is refused by mistake, with no try left', async () => {
    const context = await unproved(system());
    for (let tries = 0; tries < 3; tries += 1) {
      await expectError(() => verify(context, '张不符'), 'identity.mismatch');
    }
    await expectError(() => verify(context), 'identity.too_many_attempts');
    await requestCheck(context, { name: '张不符' });
    expect(await confirmed(context)).not.toBeNull();
  });

  it('is who has a character that no font has', async () => {
    const context = await unproved(system());
    await expectError(() => verify(context, '张\u{2ebf0}'), 'identity.name_unprintable');
    await requestCheck(context, { name: '张\u{2ebf0}', reason: 'name', nameNote: '上土下口的吉' });
    const staff = await newReviewer(system());
    const check = await openCheck(system(), staff, context);
    expect(check).toMatchObject({ nameNote: '上土下口的吉', person: { name: '张\u{2ebf0}' }, needsNamePicture: true });
    await putNamePicture(staff, check, drawName());
    expect(await confirmed(context)).not.toBeNull();
    expect((await showOwn(context)).name).toBe('张\u{2ebf0}');
  });
});

describe('the staff', () => {
  it('see who waits, the earliest promise first, masked', async () => {
    const staff = await newReviewer(system());
    const [first, second] = [await unproved(system()), await unproved(system())];
    await requestCheck(first);
    system().clock.advance(24 * 3_600_000);
    await takeSteps(second, 'sign-in');
    await requestCheck(second);
    const again = await newReviewer(system());
    const items = await listChecks(again);
    const ids = [await storedCheck(system(), first), await storedCheck(system(), second)].map(({ _id }) =>
      _id.toHexString(),
    );
    expect(items.map(({ id }) => id)).toEqual(ids);
    expect(JSON.stringify(items)).not.toContain(first.person.name);
    await expectError(() => listChecks(staff), 'auth.session_expired');
  });

  it('see person, reason and photos in full, and every look is recorded', async () => {
    const context = await unproved(system());
    await requestCheck(context);
    const staff = await staffPerson(system(), ['reviewer']);
    const check = await openCheck(system(), staff.client, context);
    const { name, idNumber, phone } = context.person;
    expect(check.person).toEqual({ name, idNumber, phone });
    expect(check.idCard).toEqual(orderOf(context).idCard);
    const params = { identityCheckId: check.id, fileId: check.idCard.front!.id };
    const photo = await staff.client.call(endpoints.identityChecks.readPhoto, { params });
    const { width, height } = check.idCard.front!;
    expect(readImageHeader(Buffer.from(photo))).toMatchObject({ mediaType: 'image/jpeg', width, height });
    const own = await context.applicant.call(endpoints.files.readFile, { params: { fileId: params.fileId } });
    expect(Buffer.from(photo).equals(Buffer.from(own))).toBe(false);
    const entries = await system()
      .container()
      .auditEntries.find({ 'actor.id': staff.id, action: /^identityChecks/ })
      .lean();
    expect(entries.map(({ action }) => action)).toEqual(['identityChecks.readCheck', 'identityChecks.readPhoto']);
    expect(entries[0]).toMatchObject({ object: `identityCheck:${check.id}` });
  });

  it('see no other file through a check', async () => {
    const [context, other] = [await unproved(system()), await unproved(system())];
    await requestCheck(context);
    const staff = await newReviewer(system());
    const params = {
      identityCheckId: (await openCheck(system(), staff, context)).id,
      fileId: orderOf(other).idCard.front!.id,
    };
    await expectError(() => staff.call(endpoints.identityChecks.readPhoto, { params }), 'files.not_found');
  });

  it('prove nobody whom they are: by the number of the account, or by the one that was typed', async () => {
    const context = await unproved(system());
    const { phone } = nextPerson();
    await context.applicant.call(endpoints.identity.requestPhoneCode, { body: { phone } });
    await requestCheck(context, { phone, phoneCode: system().standIns.tencentCloud.sms(phone)[0]!.code! });
    for (const own of [context.person.phone, phone]) {
      const staff = await newReviewer(system());
      await staff.call(endpoints.staff.addOwnPhone, { body: { phone: own } });
      const check = await openCheck(system(), staff, context);
      const stored = () => storedCheck(system(), context);
      await expectError(() => confirmCheck(staff, check), 'staff.own_order', stored);
      await expectError(() => refuseCheck(staff, check, '照片不清'), 'staff.own_order', stored);
    }
  });

  it('are reviewers, and nobody else', async () => {
    const context = await unproved(system());
    await requestCheck(context);
    const { client } = await staffPerson(system(), ['finance']);
    await expectError(() => openCheck(system(), client, context), 'auth.forbidden');
  });
});
