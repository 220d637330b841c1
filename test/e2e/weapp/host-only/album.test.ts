import { createCanvas, loadImage } from '@napi-rs/canvas';
import { phonePhoto } from '../../../../scripts/story/application-steps';
import { makePerson } from '../../../../scripts/story/people';
import { walkStory } from '../../../../scripts/story/walk-story';
import type { DeviceFacts } from '../../../host/phone/phone';
import { signIn } from '../application-walk';
import { handsOn } from '../phone-hands';
import { tellStory } from '../story-teller';
import { startHostedWorld } from '../weapp-world';

const MOST_BYTES = 1024 * 1024;
const FEWEST_BYTES = 150 * 1024;

/** As an album has it: a screenshot or what an app has saved is a PNG, a camera's photo a JPEG of many pixels. */
async function inAlbum(photo: Buffer, format: 'png' | 'jpeg', longSide: number): Promise<Buffer> {
  const image = await loadImage(photo);
  const canvas = createCanvas(longSide, Math.round((longSide * image.height) / image.width));
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return format === 'png' ? canvas.toBuffer('image/png') : canvas.toBuffer('image/jpeg', 97);
}

interface AlbumCase {
  readonly device: Partial<DeviceFacts>;
  readonly format: 'png' | 'jpeg';
  readonly longSide: number;
  /** The way that a program would take who has not read on: what it comes to here. */
  readonly trap: (wx: CallWx) => Promise<void>;
}
type CallWx = (method: string, options: object) => Promise<unknown>;

const CHOICE = { count: 1, mediaType: ['image'], sourceType: ['album'] };
const chosenBy = async (wx: CallWx, options: object = {}) => {
  const { tempFiles } = (await wx('chooseMedia', { ...CHOICE, ...options })) as {
    tempFiles: { tempFilePath: string; size: number }[];
  };
  return tempFiles[0] ?? { tempFilePath: '', size: 0 };
};

const ALBUMS: readonly (readonly [string, AlbumCase])[] = [
  [
    'of an iPhone has a PNG over 1 MB, which iOS does not compress',
    {
      device: { system: 'iOS 17.0', platform: 'ios', pixelRatio: 3 },
      format: 'png',
      longSide: 2400,
      async trap(wx) {
        const { tempFilePath: src, size } = await chosenBy(wx);
        expect(size).toBeGreaterThan(MOST_BYTES);
        await expect(wx('compressImage', { src, quality: 60 })).rejects.toThrow('only jpg is compressed');
      },
    },
  ],
  [
    'of an Android phone has a photo over 1 MB, which its chooser makes too small for a document',
    {
      device: { system: 'Android 14', platform: 'android', pixelRatio: 2.75 },
      format: 'jpeg',
      longSide: 4000,
      async trap(wx) {
        expect((await chosenBy(wx, { sizeType: ['original'] })).size).toBeGreaterThan(MOST_BYTES);
        expect((await chosenBy(wx)).size).toBeLessThan(FEWEST_BYTES);
      },
    },
  ],
];

describe.each(ALBUMS)('the album %s', (_name, { device, format, longSide, trap }) => {
  let world: Awaited<ReturnType<typeof startHostedWorld>>;
  const person = makePerson(83);
  beforeAll(async () => {
    world = await startHostedWorld({}, device);
    await walkStory(world.world, { person, until: 'identity' });
    await world.forgetRateLimits();
  });
  afterAll(() => world.stop());

  it('and both sides are taken as JPEGs within the limits, as sharp as a canvas has room for', async () => {
    const hands = handsOn(world.miniProgram);
    const story = tellStory(person.name);
    const { phone } = world.host;
    const { orders } = world.system.container();
    const sides = { front: '人像面', back: '国徽面' } as const;
    phone.privacy.needAuthorization = false;

    await story.step('signs in and goes on to the photos', async () => {
      await signIn({ hands, person, smsCode: world.smsCode });
      await hands.tap(/^继续/);
      await hands.see('身份证照片');
    });
    await story.step('has photos that WeChat’s own ways do not bring into the limits', async () => {
      phone.photos = [await inAlbum(await phonePhoto('front'), format, longSide)];
      await trap((method, options) => world.miniProgram.callWxMethod(method, options));
    });
    for (const side of ['front', 'back'] as const) {
      await story.step(`picks the ${side} from the album, and it is stored`, async () => {
        phone.photos = [await inAlbum(await phonePhoto(side), format, longSide)];
        await hands.tap(`从相册选身份证${sides[side]}`);
        await hands.find('button', `重拍身份证${sides[side]}`);
        const file = (await orders.findOne().lean())?.idCard[side];
        expect(file).toMatchObject({ mediaType: 'image/jpeg' });
        expect(file?.byteLength).toBeGreaterThan(FEWEST_BYTES);
        expect(file?.byteLength).toBeLessThanOrEqual(MOST_BYTES);
        expect(file?.width).toBeGreaterThan(1200);
      });
    }
    await story.step('may go on', async () => {
      await hands.tap('下一步');
      await hands.see('合同');
    });
    expect(world.exceptions).toEqual([]);
  });
});
