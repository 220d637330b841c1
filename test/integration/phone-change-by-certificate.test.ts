import { endpoints, type PhoneChangeByCertificate } from '@acceptance/shared';
import {
  answerOf,
  type Holder,
  newKey,
  type ProvingDevice,
  provingDevice,
  softwareHolder,
} from '../support/certificate-holders';
import { expectError } from '../support/expect-error';
import { freshPhone } from '../support/phone-changing';
import { staffPerson } from '../support/staff-people';
import { storedAccount } from '../support/stored-state';
import { meet } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const DAY = 86_400_000;

let holder: Holder;
beforeAll(async () => {
  holder = await softwareHolder(system());
});
beforeEach(async () => {
  await system().container().phoneChanges.deleteMany({});
});

const changeCount = () => system().container().phoneChanges.countDocuments();

/** A code to the new number, on the device that will answer. */
async function receiveCode({ client, deviceId }: ProvingDevice, newPhone: string): Promise<string> {
  system().clock.advance(61_000);
  await client.call(endpoints.phoneChanges.requestNumberCode, { body: { newPhone, deviceId } });
  return system().standIns.tencentCloud.sms(newPhone)[0]!.code!;
}

async function request(
  device: ProvingDevice,
  { key }: Pick<Holder, 'key'>,
  newPhone = freshPhone(),
  change: Partial<PhoneChangeByCertificate> = {},
) {
  const code = await receiveCode(device, newPhone);
  const answer = await answerOf(device, await device.ask('phone-change'), key);
  return device.client.call(endpoints.phoneChanges.requestChangeByCertificate, {
    body: { ...answer, newPhone, code, reason: 'stopped', ...change },
  });
}

describe('a number changed by certificate', () => {
  it('is asked for without the old number and the ID card, told to the old number, and decided by two people', async () => {
    const own = await softwareHolder(system());
    const { person } = own.context;
    const before = await storedAccount(system(), own.context);
    const newPhone = freshPhone();
    const { receipt } = await request(provingDevice(system()), own, newPhone);
    expect(receipt).toMatch(/^[0-9a-f]{64}$/);
    await system().settle();
    expect(system().standIns.tencentCloud.sms(person.phone)[0]?.templateId).toBe('demo-phone-change-requested');
    for (const approvals of [1, 2]) {
      const { client } = await staffPerson(system(), ['reviewer']);
      const [change] = (await client.call(endpoints.phoneChanges.listChanges, {})).items;
      expect(change).toMatchObject({ provedBy: 'certificate', oldPhoneMasked: before.phoneMasked, approvalsNeeded: 2 });
      const params = { phoneChangeId: change!.id };
      const { revision } = change!;
      expect(await client.call(endpoints.phoneChanges.approveChange, { params, body: { revision } })).toMatchObject({
        approvals,
      });
    }
    await system().settle();
    system().clock.advance(DAY);
    await system().settle();
    // The account is the one it was; the certificate opens it as before.
    const device = provingDevice(system());
    const { account } = await device.signIn(await answerOf(device, await device.ask(), own.key));
    expect(account.id).toBe(before._id.toHexString());
    expect(account.phoneMasked.slice(-4)).toBe(newPhone.slice(-4));
  });

  it('is not asked for by a signature that was given for signing in', async () => {
    const device = provingDevice(system());
    const answer = await answerOf(device, await device.ask('sign-in'), holder.key);
    await expectError(() => request(device, holder, freshPhone(), answer), 'auth.challenge_invalid', changeCount);
  });

  it('is not asked for twice with one signature', async () => {
    const device = provingDevice(system());
    const answer = await answerOf(device, await device.ask('phone-change'), holder.key);
    await request(device, holder, freshPhone(), answer);
    await expectError(() => request(device, holder, freshPhone(), answer), 'auth.challenge_invalid', changeCount);
  });

  it('needs a certificate of ours and its key', async () => {
    const unknown = { key: await newKey('sm2') };
    await expectError(() => request(provingDevice(system()), unknown), 'auth.certificate_unknown', changeCount);
    const device = provingDevice(system());
    const foreign = await answerOf(device, await device.ask('phone-change'), unknown.key, holder.key);
    await expectError(() => request(device, holder, freshPhone(), foreign), 'auth.certificate_not_proved', changeCount);
  });

  it('needs the code that went to the new number', async () => {
    const device = provingDevice(system());
    await expectError(() => request(device, holder, freshPhone(), { code: '000000' }), 'auth.code_wrong', changeCount);
  });

  it('is not the number of an account in use, nor the present one, and one at a time', async () => {
    const other = await meet(system(), 'sign-in', 'identity');
    const device = provingDevice(system());
    const used = other.person.phone;
    await expectError(() => request(device, holder, used), 'phone_changes.number_in_use', changeCount);
    const present = holder.context.person.phone;
    await expectError(() => request(device, holder, present), 'request.invalid', changeCount);
    await request(device, holder);
    await expectError(() => request(device, holder), 'phone_changes.already_requested', changeCount);
  });
});
