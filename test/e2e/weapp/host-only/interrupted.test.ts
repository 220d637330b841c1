import { NAME_ON_CANVAS } from '../../../../scripts/story/name-strokes';
import { makePerson } from '../../../../scripts/story/people';
import { walkStory } from '../../../../scripts/story/walk-story';
import { readContract, signIn } from '../application-walk';
import { handsOn } from '../phone-hands';
import { tellStory } from '../story-teller';
import { startHostedWorld } from '../weapp-world';

describe('a person who is interrupted', () => {
  let world: Awaited<ReturnType<typeof startHostedWorld>>;
  const person = makePerson(61);
  beforeAll(async () => {
    world = await startHostedWorld();
    await walkStory(world.world, { person, until: 'identity' });
    await world.forgetRateLimits();
  });
  afterAll(() => world.stop());

  it('sends a photo again that was cut off, and keeps the signature when the phone is turned', async () => {
    const hands = handsOn(world.miniProgram);
    const story = tellStory(`${person.name} is called in the middle of things`);
    const { phone } = world.host;
    phone.privacy.needAuthorization = false;
    await story.step('signs in and goes on to the photos', async () => {
      await signIn({ hands, person, smsCode: world.smsCode });
      await hands.tap(/^继续/);
      await hands.see('身份证照片');
    });
    await story.step('leaves WeChat while a photo is being sent', async () => {
      world.host.setNetwork({ delayMs: 60_000 });
      await hands.tap('从相册选身份证人像面');
      await hands.waitFor('a running upload', async () => world.host.wxContext().transfers.size > 0);
      world.host.toBackground({ cutTransfers: true });
      world.host.setNetwork({ delayMs: 0 });
      world.host.toForeground();
    });
    await story.step('sends the same photo again', async () => {
      await hands.tap('重新上传身份证人像面');
      await hands.find('button', '重拍身份证人像面');
      await hands.tap('从相册选身份证国徽面');
      await hands.find('button', '重拍身份证国徽面');
      await hands.tap('下一步');
    });
    await story.step('reads the contract', () => readContract({ hands, person, smsCode: world.smsCode }));
    await story.step('turns the phone while signing, and the signature is still there', async () => {
      await hands.find('button', '确认签名');
      await hands.draw('#signature-canvas', NAME_ON_CANVAS);
      world.host.rotate(true);
      world.host.warnMemory(10);
      world.host.rotate(false);
      await hands.tap('确认签名');
      await hands.see('已确认');
    });
    expect(world.exceptions).toEqual([]);
  });
});
