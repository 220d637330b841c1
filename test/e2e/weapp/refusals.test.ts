import { makePerson } from '../../../scripts/story/people';
import { walkStory } from '../../../scripts/story/walk-story';
import { signIn } from './application-walk';
import { handsOn } from './phone-hands';
import { tellStory } from './story-teller';
import { startWeappWorld, type WeappWorld } from './weapp-world';

describe('a person who refuses the camera', () => {
  let world: WeappWorld;
  const person = makePerson(53);
  beforeAll(async () => {
    world = await startWeappWorld();
    await walkStory(world.world, { person, until: 'identity' });
    await world.forgetRateLimits();
  });
  afterAll(() => world.stop());

  it('reads where it can be allowed, and goes on after allowing it there', async () => {
    const hands = handsOn(world.miniProgram);
    const story = tellStory(`${person.name} refuses the camera, and thinks better of it`);
    const { owner } = world;
    await owner.agreesToPrivacy();
    await story.step('signs in and goes on to the photos', async () => {
      await signIn({ hands, person, smsCode: world.smsCode });
      await hands.tap(/^继续/);
      await hands.see('身份证照片');
    });
    await story.step('refuses the camera and reads where it can be allowed', async () => {
      await owner.refusesCamera();
      await hands.tap('拍照身份证人像面');
      await hands.see('没有相机或相册的权限');
    });
    await story.step('is refused without being asked again', async () => {
      await hands.tap('拍照身份证人像面');
      await hands.see('没有相机或相册的权限');
    });
    await story.step('allows the camera in the settings and takes the photo', async () => {
      await owner.willAllowCameraInSettings();
      await hands.tap('去打开权限');
      await hands.tap('拍照身份证人像面');
      await hands.see('把身份证人像面放进框里');
      await hands.tap('拍下身份证人像面');
    });
    await story.step('looks at the shot, takes another one and uses it', async () => {
      await hands.see(/四角完整|再拍一张|重新拍一张/);
      await hands.tap('重新拍');
      await hands.see('把身份证人像面放进框里');
      await hands.tap('打开手电筒');
      await hands.tap('拍下身份证人像面');
      await hands.tap('使用这张');
      await hands.find('button', '重拍身份证人像面');
    });
    await story.step('opens the camera for the other side, and picks that photo from the album after all', async () => {
      await hands.tap('拍照身份证国徽面');
      await hands.see('把身份证国徽面放进框里');
      await hands.tap('相册');
      await hands.find('button', '重拍身份证国徽面');
    });
    expect(await owner.countOf('openSetting')).toBe(1);
    expect(world.exceptions).toEqual([]);
  });
});
