import { newKey } from '../support/certificate-holders';
import { expectError } from '../support/expect-error';
import { boundMember, boundOf, enter, entryAnswer } from '../support/factor-certificates';
import { goTo, handIn, makeWith, newHolder, reviewAndPay, startSuccessor } from '../support/life-cycle-people';
import { newClient } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const set = (settings: Record<string, unknown>) =>
  system().container().projects.updateOne({ _id: 'personal-signing' }, { $set: settings });
beforeAll(() => set({ validityMonths: 3 }));

/** A member whose certificate is about to be renewed, up to where the key of the new one is handed in. */
async function renewing(renewalKey: 'may-stay' | 'changes') {
  const holder = await newHolder(system());
  const { username } = await boundMember(system(), holder.key);
  await goTo(system(), holder, 40);
  await set({ 'certificate.renewalKey': renewalKey });
  await startSuccessor(holder.context, holder.certificate.id, 'renewal');
  await reviewAndPay(await handIn(holder.context));
  return { ...holder, username };
}

/** To after the old certificate's end. */
const pass = (notAfter: string | null) =>
  system().clock.advance(Date.parse(notAfter ?? '') - system().clock.now().getTime() + 1000);

async function signIn(username: string, key: Awaited<ReturnType<typeof newKey>>) {
  const client = newClient(system());
  const session = await enter({ client }, username, await entryAnswer(system(), key));
  client.accessToken = session.accessToken;
  return client;
}

it('a certificate that is renewed with its key stays a second factor, with the new one’s end', async () => {
  const { context, key, certificate, username } = await renewing('may-stay');
  const renewed = await makeWith(context, key);
  pass(certificate.notAfter);
  const { serialNumber, notAfter } = renewed!;
  expect(await boundOf(await signIn(username, key))).toMatchObject([{ serialNumber, notAfter, state: 'issued' }]);
});

it('one that comes with a new key must be bound anew', async () => {
  const { context, certificate, username } = await renewing('changes');
  const key = await newKey('ecdsa-p256');
  await makeWith(context, key);
  await expectError(() => signIn(username, key), 'auth.certificate_not_bound');
  pass(certificate.notAfter);
  await expectError(() => signIn(username, key), 'auth.certificate_not_bound');
});
