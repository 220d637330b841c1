import { createCanvas, loadImage } from '@napi-rs/canvas';
import { phonePhoto } from '../../../../scripts/story/application-steps';
import { makePerson } from '../../../../scripts/story/people';
import { walkStory } from '../../../../scripts/story/walk-story';
import { withOrientation } from '../../../host/phone/exif-orientation';
import { signIn } from '../application-walk';
import { handsOn } from '../phone-hands';
import { tellStory } from '../story-teller';
import { startHostedWorld } from '../weapp-world';

type Format = 'png' | 'webp' | 'jpeg';

/** The photo drawn again: in another format, turned by quarter turns, or as sharp as one of so many pixels. */
async function redrawn(photo: Buffer, format: Format, { turned = false, sharpAs = 0 } = {}): Promise<Buffer> {
  const image = await loadImage(photo);
  const [width, height] = turned ? [image.height, image.width] : [image.width, image.height];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  if (turned) context.transform(0, -1, 1, 0, 0, image.width);
  if (sharpAs > 0) {
    const small = createCanvas(sharpAs, Math.round((sharpAs * height) / width));
    const smallContext = small.getContext('2d');
    // As a lens does it: without, edges come out in steps of several pixels.
    smallContext.imageSmoothingQuality = 'high';
    context.imageSmoothingQuality = 'high';
    smallContext.drawImage(image, 0, 0, small.width, small.height);
    context.drawImage(small, 0, 0, width, height);
  } else {
    context.drawImage(image, 0, 0);
  }
  if (format === 'jpeg') return canvas.toBuffer('image/jpeg', 100);
  return format === 'webp' ? canvas.toBuffer('image/webp', 92) : canvas.toBuffer('image/png');
}

const ALBUM = '从相册选身份证人像面';

describe('photos as phones have them', () => {
  let world: Awaited<ReturnType<typeof startHostedWorld>>;
  let photo: Buffer;
  const person = makePerson(64);
  beforeAll(async () => {
    world = await startHostedWorld();
    photo = await phonePhoto('front');
    await walkStory(world.world, { person, until: 'identity' });
    await world.forgetRateLimits();
  });
  afterAll(() => world.stop());

  it('are taken, or refused with what is wrong with them and what to do', async () => {
    const hands = handsOn(world.miniProgram);
    const story = tellStory(`${person.name} has all kinds of photos`);
    const { phone } = world.host;
    const { files, orders } = world.system.container();
    const stored = async () => (await orders.findOne().lean())?.idCard.front;
    const pick = async (bytes: Buffer) => {
      phone.photos = [bytes];
      await hands.tap(ALBUM);
    };
    const taken = async (bytes: Buffer) => {
      const before = (await stored())?.id;
      await pick(bytes);
      await hands.waitFor('another stored photo', async () => (await stored())?.id !== before);
      return stored();
    };
    phone.privacy.needAuthorization = false;
    phone.device.system = 'Android 14';
    await story.step('signs in and goes on to the photos', async () => {
      await signIn({ hands, person, smsCode: world.smsCode });
      await hands.tap(/^继续/);
      await hands.see('身份证照片');
    });
    await story.step(
      'reads that a HEIC cannot be opened, that a text is no photo, and that nothing is to be seen',
      async () => {
        phone.pictures.namedAll = 'jpg';
        await pick(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'.padEnd(200_000, '.'), 'latin1'));
        await hands.see('HEIC（高效）格式');
        await pick(Buffer.from('这不是照片'));
        await hands.see('这个文件不是照片');
        await pick(createCanvas(1600, 1000).toBuffer('image/png'));
        await hands.see('照片里什么也看不到');
        expect(await files.countDocuments({ purpose: 'id-card-front' })).toBe(0);
      },
    );
    await story.step(
      'picks a WebP and a large PNG, both named jpg, and both become JPEGs of the right size',
      async () => {
        for (const format of ['webp', 'png'] as const) {
          const front = await taken(await redrawn(photo, format));
          expect(front).toMatchObject({ mediaType: 'image/jpeg' });
          expect(front?.byteLength).toBeGreaterThan(150 * 1024);
          expect(front?.byteLength).toBeLessThan(1024 * 1024);
        }
        phone.pictures.namedAll = null;
      },
    );
    await story.step(
      'picks a photo of an upright phone, which is not squeezed, whether the canvas turns it or not',
      async () => {
        const upright = withOrientation(await redrawn(photo, 'jpeg', { turned: true }), 6);
        for (const turnedInCanvas of [true, false]) {
          phone.pictures.turnedInCanvas = turnedInCanvas;
          const front = await taken(upright);
          expect((front?.width ?? 0) / (front?.height ?? 1)).toBeCloseTo(1.6, 1);
        }
      },
    );
    await story.step('picks a photo whose export is blank, which is written another way', async () => {
      phone.pictures.blankExports = 99;
      const front = await taken(photo);
      expect(front?.byteLength).not.toBe(photo.length);
      expect((front?.width ?? 0) / (front?.height ?? 1)).toBeCloseTo(1.6, 1);
    });
    await story.step('picks one that comes out blank whichever way: the photo itself is sent', async () => {
      phone.pictures.blankDataUrls = 99;
      expect((await taken(photo))?.byteLength).toBe(photo.length);
      Object.assign(phone.pictures, { blankExports: 0, blankDataUrls: 0 });
    });
    await story.step('reads of a blurred photo that it is, turns it, and uses it all the same', async () => {
      const before = await stored();
      await pick(await redrawn(photo, 'jpeg', { sharpAs: 100 }));
      await hands.see('照片有些模糊');
      await hands.tap('旋转');
      await hands.see('照片有些模糊');
      await hands.tap('仍要使用');
      await hands.waitFor('another stored photo', async () => (await stored())?.id !== before?.id);
      const front = await stored();
      expect((front?.height ?? 0) / (front?.width ?? 1)).toBeCloseTo(1.6, 1);
    });
    await story.step('looks at the stored photo and takes another one from the album', async () => {
      const before = await stored();
      await hands.tap('人像面，点按看大图');
      await hands.see('已上传的照片');
      phone.photos = [photo];
      await hands.tap('相册');
      await hands.waitFor('another stored photo', async () => (await stored())?.id !== before?.id);
    });
    await story.step('picks the same photo for the other side, which is not taken', async () => {
      await hands.tap('从相册选身份证国徽面');
      await hands.see('这一面和另一面是同一张照片');
    });
    await story.step('reads that the phone cannot process the shot, and takes it once more', async () => {
      phone.photos = [await redrawn(await phonePhoto('back'), 'png')];
      phone.pictures.unreadablePixels = true;
      await hands.tap('拍照身份证国徽面');
      await hands.tap('拍下身份证国徽面');
      await hands.see('手机没能处理好这张照片');
      phone.pictures.unreadablePixels = false;
      await hands.tap('重新拍');
      await hands.tap('拍下身份证国徽面');
      await hands.see('照片清晰');
      await world.miniProgram.callWxMethod('navigateBack', {});
      await hands.see('身份证照片');
    });
    await story.step('leaves WeChat while the camera is open, and finds it open again', async () => {
      await hands.tap('拍照身份证国徽面');
      await hands.see('把身份证国徽面放进框里');
      world.host.toBackground();
      await hands.see('相机停了');
      world.host.toForeground();
      await hands.see('把身份证国徽面放进框里');
      phone.photos = [await phonePhoto('back')];
      await hands.tap('拍下身份证国徽面');
      await hands.tap('使用这张');
      await hands.find('button', '重拍身份证国徽面');
    });
    expect(world.exceptions).toEqual([]);
  });
});
