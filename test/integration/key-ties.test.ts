import { endpoints } from '@acceptance/shared';
import { DEMO_PROJECTS } from '../../scripts/demo/demo-projects';
import { answerOf, provingDevice } from '../support/certificate-holders';
import {
  goTo,
  handIn,
  lifeCycleOf,
  makeAtDesk,
  makeWith,
  newHolder,
  newKey,
  reviewAndPay,
  revokeAs,
  startSuccessor,
} from '../support/life-cycle-people';
import { paidOrder } from '../support/order-copies';
import { takeSteps } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const set = (projectId: string, settings: Record<string, unknown>) =>
  system().container().projects.updateOne({ _id: projectId }, { $set: settings });
const questionsOf = (projectId: string) =>
  DEMO_PROJECTS.find(({ _id }) => _id === projectId)?.certificate.renewalQuestions ?? [];
// Short enough that no clock goes on so far that what the contracts are sealed with ends.
beforeAll(() => set('personal-signing', { validityMonths: 3 }));

describe('what hangs on the key of a certificate', () => {
  it('is its seal, which a revoked one has no longer, and the questions of its project', async () => {
    const context = await paidOrder(system());
    const certificate = await makeAtDesk(context);
    await system().settle();
    const { ties } = await lifeCycleOf(context, certificate.id);
    const { items } = await context.applicant.call(endpoints.electronicSeals.listSeals, {});
    expect(ties).toEqual({
      seals: items.map(({ id, purpose }) => ({ id, kind: 'unit', purpose })),
      provedAt: null,
      otherCertificates: [],
      questions: questionsOf('procurement-cloud'),
    });
    expect(items).toHaveLength(1);
    expect(ties.questions.length).toBeGreaterThan(0);

    await revokeAs(system(), context, certificate.id, 'cessationOfOperation');
    expect((await lifeCycleOf(context, certificate.id)).ties.seals).toEqual([]);
  });

  it('is asked with the words of today, and without any where the project has none', async () => {
    const { context, certificate } = await newHolder(system());
    const read = async () => (await lifeCycleOf(context, certificate.id)).ties.questions;
    expect(await read()).toEqual(questionsOf('personal-signing'));
    await set('personal-signing', { 'certificate.renewalQuestions': ['新的平台已经登记好。'] });
    expect(await read()).toEqual(['新的平台已经登记好。']);
    await system()
      .container()
      .projects.updateOne({ _id: 'personal-signing' }, { $unset: { 'certificate.renewalQuestions': 1 } });
    expect(await read()).toEqual([]);
    await set('personal-signing', { 'certificate.renewalQuestions': questionsOf('personal-signing') });
  });

  it('is a sign-in by it, and not one that was refused', async () => {
    const { context, certificate, key } = await newHolder(system());
    const provedAt = async () => (await lifeCycleOf(context, certificate.id)).ties.provedAt;
    const device = provingDevice(system());
    const wrong = await answerOf(device, await device.ask(), await newKey(), key);
    await expect(device.signIn(wrong)).rejects.toMatchObject({ code: 'auth.certificate_not_proved' });
    expect(await provedAt()).toBeNull();
    await device.signIn(await answerOf(device, await device.ask(), key));
    expect(await provedAt()).toBe(system().clock.now().toISOString());
  });

  it('is every other certificate of the key, told apart from those of other keys and other people', async () => {
    const holder = await newHolder(system());
    const { context, certificate, key } = holder;
    await newHolder(system());
    await goTo(system(), holder, 30);
    await set('personal-signing', { 'certificate.renewalKey': 'may-stay' });
    await startSuccessor(context, certificate.id, 'renewal');
    await set('personal-signing', { 'certificate.renewalKey': 'changes' });
    await reviewAndPay(await handIn(context));
    const renewed = await makeWith(context, key);
    await takeSteps(context, 'receive-certificate');
    const others = async (id: string) => (await lifeCycleOf(context, id)).ties.otherCertificates;
    expect(await others(certificate.id)).toEqual([
      { id: renewed!.id, orderNumber: renewed!.orderNumber, projectName: renewed!.projectName, sharesKey: true },
    ]);
    // A lost one takes what shares its key along, as the page says.
    await startSuccessor(context, renewed!.id, 'reissue-lost');
    await handIn(context);
    await system().settle();
    expect(await others(renewed!.id)).toEqual([]);
    const own = await context.applicant.call(endpoints.certificates.listCertificates, {});
    expect(own.items.map(({ state, revocationReason }) => [state, revocationReason])).toEqual([
      ['revoked', 'keyCompromise'],
      ['revoked', 'keyCompromise'],
    ]);
  });
});
