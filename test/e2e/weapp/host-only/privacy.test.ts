import { makePerson } from '../../../../scripts/story/people';
import { walkStory } from '../../../../scripts/story/walk-story';
import { signIn } from '../application-walk';
import { handsOn } from '../phone-hands';
import { tellStory } from '../story-teller';
import { startHostedWorld } from '../weapp-world';

describe('a person who refuses the privacy guideline', () => {
  let world: Awaited<ReturnType<typeof startHostedWorld>>;
  const person = makePerson(53);
  beforeAll(async () => {
    world = await startHostedWorld();
    await walkStory(world.world, { person, until: 'identity' });
    await world.forgetRateLimits();
  });
  afterAll(() => world.stop());

  it('reads why nothing happens, is asked again, agrees and goes on', async () => {
    const hands = handsOn(world.miniProgram);
    const story = tellStory(`${person.name} refuses the guideline, and thinks better of it`);
    await story.step('signs in and goes on to the photos', async () => {
      await signIn({ hands, person, smsCode: world.smsCode });
      await hands.tap(/^继续/);
      await hands.see('身份证照片');
    });
    await story.step('refuses the privacy guideline and reads why nothing happens', async () => {
      await hands.tap('拍照身份证人像面');
      await hands.see('需要您的同意');
      await hands.tap('暂不同意');
      await hands.see('还没有同意隐私保护指引');
    });
    await story.step('is asked again after the ten seconds that WeChat waits, and agrees', async () => {
      world.host.phone.privacy.refusedAt = 0;
      await hands.tap('重新选择');
      await hands.tap('同意并继续');
    });
    await story.step('takes the photo', async () => {
      await hands.tap('拍照身份证人像面');
      await hands.tap('拍下身份证人像面');
      await hands.tap('使用这张');
      await hands.find('button', '重拍身份证人像面');
    });
    expect(world.exceptions).toEqual([]);
  });
});
