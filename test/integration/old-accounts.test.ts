import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints } from '@acceptance/shared';
import { hashSync } from 'bcryptjs';
import { phoneOf } from '../../bff/src/modules/account';
import { importAccounts } from '../../scripts/import-accounts/import-accounts';
import type { StoryPerson } from '../../scripts/story/people';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import { newDeviceId, receiveSignInCode, signInByCode, signInByPassword } from '../support/password-people';
import { newClient, newestSms, nextPerson } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const folder = mkdtempSync(join(tmpdir(), 'old-accounts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => system().container().passwordAttempts.deleteMany({}));

const OLD_PASSWORD = 'Lotus-2019';
/** md5 of `s4lt` + the password. */
const SALTED = ['md5-salt-first', 'd430e966e1c2dd09093de0092cd78a0b', 's4lt'];

let files = 0;
async function importPerson(columns: readonly string[], email = ''): Promise<StoryPerson> {
  const person = nextPerson();
  files += 1;
  const path = join(folder, `accounts-${files}.csv`);
  writeFileSync(
    path,
    `phone,email,password_scheme,password_hash,password_salt\n${[person.phone, email, ...columns].join(',')}\n`,
  );
  const { accounts, cipher } = system().container();
  const dependencies = { accounts, cipher, now: system().clock.now };
  const result = await importAccounts(dependencies, { path, dryRun: false, progress: { write: () => undefined } });
  expect(result).toMatchObject({ added: 1, bad: 0 });
  return person;
}
async function stored({ phone }: StoryPerson) {
  const { accounts, cipher } = system().container();
  const all = await accounts.find().lean();
  return all.find((account) => phoneOf(cipher, account) === phone)!;
}
const signInWithCode = async (person: StoryPerson, deviceId: string) =>
  signInByPassword(system(), person, {
    password: OLD_PASSWORD,
    deviceId,
    code: await receiveSignInCode(system(), person),
  });

describe('an account of the old platform', () => {
  it('opens by its old password, which is then stored the new way', async () => {
    const person = await importPerson(SALTED);
    const deviceId = newDeviceId();
    await expectError(() => signInByPassword(system(), person, { password: 'lotus-2019' }), 'auth.password_wrong');
    await signInWithCode(person, deviceId);
    const account = await stored(person);
    expect(account.password?.hash).toMatch(/^scrypt\$/);
    expect(account).not.toHaveProperty('legacyPassword');
    await signInByPassword(system(), person, { password: OLD_PASSWORD, deviceId });
    await expectError(() => signInByPassword(system(), person, { password: 'lotus-2019' }), 'auth.password_wrong');
  });

  it('opens by bcrypt too, also when two first sign-ins come at once', async () => {
    const person = await importPerson(['bcrypt', hashSync(OLD_PASSWORD, 4), '']);
    const tries = [newDeviceId(), newDeviceId()].map((deviceId) =>
      outcomeOf(signInByPassword(system(), person, { password: OLD_PASSWORD, deviceId })),
    );
    expect(countOutcomes(await Promise.all(tries))).toEqual({ 'auth.device_code_required': 2 });
    await signInWithCode(person, newDeviceId());
  });

  it('with a default password of the old platform is led to the code', async () => {
    const person = await importPerson(['md5', 'e10adc3949ba59abbe56e057f20f883e', '']);
    await expectError(() => signInByPassword(system(), person, { password: '123456' }), 'auth.password_retired');
    const { client } = await signInByCode(system(), person);
    await client.call(endpoints.auth.setPassword, { body: { newPassword: 'a password of my own' } });
    expect(await stored(person)).not.toHaveProperty('legacyPassword');
  });

  it('loses the old password when a new one is set', async () => {
    const person = await importPerson(SALTED);
    const deviceId = newDeviceId();
    const { client } = await signInByCode(system(), person, deviceId);
    expect(await client.call(endpoints.account.readProfile, {})).toMatchObject({ hasPassword: false });
    await client.call(endpoints.auth.setPassword, { body: { newPassword: 'a password of my own' } });
    const signIn = (password: string) => signInByPassword(system(), person, { password, deviceId });
    await expectError(() => signIn(OLD_PASSWORD), 'auth.password_wrong');
    await signIn('a password of my own');
  });

  it('is entered once the terms of today are accepted, and has no second account', async () => {
    const person = await importPerson(SALTED);
    const before = await system().container().accounts.countDocuments();
    await signInByCode(system(), person);
    expect(await system().container().accounts.countDocuments()).toBe(before);
    expect((await stored(person)).terms).toHaveLength(1);
  });

  it('is not entered by an old e-mail address before it is confirmed', async () => {
    const email = 'old.person@mail.example';
    const person = await importPerson(SALTED, email);
    const byEmail = () => signInByPassword(system(), { phone: email }, { password: OLD_PASSWORD });
    await expectError(byEmail, 'auth.password_wrong');
    const { client } = await signInByCode(system(), person);
    expect(await client.call(endpoints.account.readProfile, {})).toMatchObject({ email: { confirmed: false } });
    await client.call(endpoints.auth.requestEmailCode, { body: { email } });
    const { code } = system().standIns.mail.mails(email)[0]!;
    await client.call(endpoints.auth.confirmEmail, { body: { email, code: code! } });
    await expectError(byEmail, 'auth.device_code_required');
  });

  it('gets its device code by the old password, too', async () => {
    const person = await importPerson(SALTED);
    const body = { account: person.phone, password: OLD_PASSWORD, deviceId: newDeviceId() };
    await newClient(system()).call(endpoints.auth.requestDeviceCode, { body });
    expect(newestSms(system(), person)?.code).toMatch(/^\d{6}$/);
  });
});
