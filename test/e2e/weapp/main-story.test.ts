import { NAME_ON_CANVAS } from '../../../scripts/story/name-strokes';
import { makePerson } from '../../../scripts/story/people';
import { failing, unpack } from '../../support/evidence-package';
import { APPLICATION_STEPS } from './application-walk';
import { handsOn } from './phone-hands';
import { tellStory } from './story-teller';
import { startWeappWorld, type WeappWorld } from './weapp-world';

describe('the main job in the mini-program', () => {
  let world: WeappWorld;
  beforeAll(async () => {
    world = await startWeappWorld();
  });
  afterAll(() => world.stop());

  it('is done from sign-in to submission, with a signature drawn by touches', async () => {
    const person = makePerson(51);
    const hands = handsOn(world.miniProgram);
    const story = tellStory(`${person.name} applies for a certificate`);
    for (const { name, run } of APPLICATION_STEPS) {
      await story.step(`${person.name} ${name}`, () => run({ hands, person, smsCode: world.smsCode }));
    }
    const order = await world.system.container().orders.findOne().lean();
    expect(order?.status).toBe('submitted');
    expect(world.exceptions).toEqual([]);
    expect(story.count()).toBe(APPLICATION_STEPS.length);
    expect(await world.owner.countOf('openDocument')).toBe(1);
    // The phone has told how the name was written.
    expect(order?.signatureWriting).toMatchObject({
      fileId: order?.signature?.id,
      strokes: NAME_ON_CANVAS.length,
      points: expect.any(Number),
      strokesSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(order?.signatureWriting?.points).toBeGreaterThan(NAME_ON_CANVAS.length);
  });

  it('leaves evidence, which the applicant sends to a chat of their own', async () => {
    const hands = handsOn(world.miniProgram);
    const order = await world.system.container().orders.findOne().lean();
    await world.miniProgram.reLaunch(`/pages/order/index?orderId=${order?._id.toHexString()}`);
    await hands.tap(/^证据包/);
    await hands.see('发送到聊天');
    await hands.tap(/^证据包/);
    await hands.waitFor('the file in the chat', async () => (await world.owner.countOf('shareFileMessage')) === 1);
    const { name, bytes } = await world.owner.sentFile();
    expect(name).toBe(`evidence-${order?.contract.contractNumber}.zip`);
    const evidence = unpack(bytes);
    expect(failing(evidence)).toEqual([]);
    evidence.remove();
    expect(world.exceptions).toEqual([]);
  });
});
