import { makePerson } from '../../../scripts/story/people';
import { walkStory } from '../../../scripts/story/walk-story';
import { signIn } from './application-walk';
import { handsOn } from './phone-hands';
import { tellStory } from './story-teller';
import { startWeappWorld, type WeappWorld } from './weapp-world';

jest.setTimeout(180_000);

describe('a person who refuses at first', () => {
  let world: WeappWorld;
  const person = makePerson(53);
  beforeAll(async () => {
    world = await startWeappWorld();
    await walkStory(world.world, { person, until: 'consent' });
    await world.forgetRateLimits();
  });
  afterAll(() => world.stop());

  it('goes on after refusing privacy consent, and after refusing the camera', async () => {
    const hands = handsOn(world.miniProgram);
    const story = tellStory(`${person.name} refuses, and thinks better of it`);
    const { phone } = world.host;
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
      phone.privacy.refusedAt = 0;
      phone.permissionAnswer = 'refuse';
      await hands.tap('重新选择');
      await hands.tap('同意并继续');
    });
    await story.step('refuses the camera and reads where it can be allowed', async () => {
      await hands.tap('拍照身份证人像面');
      await hands.see('没有相机或相册的权限');
    });
    await story.step('is refused without being asked again', async () => {
      phone.permissionAnswer = 'allow';
      await hands.tap('拍照身份证人像面');
      await hands.see('没有相机或相册的权限');
    });
    await story.step('allows the camera in the settings and takes the photo', async () => {
      phone.settingsChanges = { 'scope.camera': true };
      await hands.tap('去打开权限');
      await hands.tap('拍照身份证人像面');
      await hands.find('button', '重拍身份证人像面');
    });
    expect(phone.acts.filter(({ kind }) => kind === 'openSetting')).toHaveLength(1);
    expect(world.host.exceptions).toEqual([]);
  });
});
