import { createCanvas, loadImage } from '@napi-rs/canvas';
import { phonePhoto } from '../../../../scripts/story/application-steps';
import { NAME_ON_CANVAS } from '../../../../scripts/story/name-strokes';
import { makePerson } from '../../../../scripts/story/people';
import { walkStory } from '../../../../scripts/story/walk-story';
import type { DeviceFacts, Phone, PictureTraits } from '../../../host/phone/phone';
import { readContract, signIn } from '../application-walk';
import { handsOn, type PhoneHands } from '../phone-hands';
import { tellStory } from '../story-teller';
import { startHostedWorld } from '../weapp-world';

type Format = 'jpeg' | 'webp';

/** As a camera of many pixels has taken it: more than a canvas, and on phones more than a texture. */
async function enlarged(photo: Buffer, longSide: number, format: Format = 'jpeg'): Promise<Buffer> {
  const image = await loadImage(photo);
  const canvas = createCanvas(longSide, Math.round((longSide * image.height) / image.width));
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return format === 'webp' ? canvas.toBuffer('image/webp', 90) : canvas.toBuffer('image/jpeg', 90);
}

const MOST_CANVAS_SIDE = 1365;
const COMPUTER = { mostPictureSide: 16_384 };

interface PhoneCase {
  readonly device: Partial<DeviceFacts>;
  readonly pictures: Partial<PictureTraits>;
  /** Where a tap on 拍照 leads. */
  readonly camera: 'in the page' | 'none';
  readonly photo: { readonly longSide: number; readonly format?: Format };
  /** How the person leaves the page of the signature without meaning to. */
  readonly leaves: 'swipe' | 'key' | 'bar';
}

const PHONES: readonly (readonly [string, PhoneCase])[] = [
  [
    'an iPhone of three pixels to a point',
    {
      device: { system: 'iOS 17.0', platform: 'ios', pixelRatio: 3 },
      ...{ pictures: {}, camera: 'in the page', photo: { longSide: 5712 }, leaves: 'swipe' },
    },
  ],
  [
    'an Android phone of an odd pixel ratio that counts exports in pixels of the bitmap and keeps a WebP',
    {
      device: { system: 'Android 14', platform: 'android', pixelRatio: 2.75 },
      ...{ pictures: { exportUnits: 'bitmap', turnedInCanvas: false }, camera: 'in the page' },
      ...{ photo: { longSide: 4000, format: 'webp' }, leaves: 'key' },
    },
  ],
  [
    'a Mac, whose files are named alike',
    {
      device: { system: 'macOS 14', platform: 'mac', pixelRatio: 2 },
      ...{ pictures: COMPUTER, camera: 'in the page', photo: { longSide: 5000 }, leaves: 'bar' },
    },
  ],
  [
    'a Windows computer, which has no camera',
    {
      device: { system: 'Windows 10', platform: 'windows', pixelRatio: 1 },
      ...{ pictures: COMPUTER, camera: 'none', photo: { longSide: 5000 }, leaves: 'bar' },
    },
  ],
];

/** The side of the card by the camera of the page, which shows what it took; where there is none, the album opens at once. */
async function photograph(hands: PhoneHands, phone: Phone, { camera, side, photo }: Photographed): Promise<void> {
  phone.photos = [photo];
  await hands.tap(`拍照身份证${side}`);
  if (camera === 'in the page') {
    await hands.tap(`拍下身份证${side}`);
    await hands.tap(/^(使用这张|仍要使用)$/);
  }
  await hands.find('button', `重拍身份证${side}`);
}

interface Photographed {
  readonly camera: PhoneCase['camera'];
  readonly side: string;
  readonly photo: Buffer;
}

describe.each(PHONES)('on %s', (_name, { device, pictures, camera, photo, leaves }) => {
  let world: Awaited<ReturnType<typeof startHostedWorld>>;
  const person = makePerson(71);
  beforeAll(async () => {
    world = await startHostedWorld({}, device);
    await walkStory(world.world, { person, until: 'identity' });
    await world.forgetRateLimits();
  });
  afterAll(() => world.stop());

  it('cards are photographed and the contract is signed, with no canvas beyond what WeChat documents', async () => {
    const hands = handsOn(world.miniProgram);
    const story = tellStory(person.name);
    const { host } = world;
    const { phone } = host;
    const { orders, fileStore } = world.system.container();
    const order = async () => orders.findOne().lean();
    Object.assign(phone.pictures, pictures);
    phone.privacy.needAuthorization = false;

    await story.step('signs in and photographs both sides, which come as large photos', async () => {
      await signIn({ hands, person, smsCode: world.smsCode });
      await hands.tap(/^继续/);
      await hands.see('身份证照片');
      for (const [side, name] of [
        ['front', '人像面'],
        ['back', '国徽面'],
      ] as const) {
        const taken = await enlarged(await phonePhoto(side), photo.longSide, photo.format);
        await photograph(hands, phone, { camera, side: name, photo: taken });
      }
      const card = (await order())?.idCard;
      for (const file of [card?.front, card?.back]) {
        expect(file).toMatchObject({ mediaType: 'image/jpeg' });
        // What lay in the frame, or the card itself, has been cut out: with as many pixels as a canvas has room for, and no more.
        expect((file?.width ?? 0) / (file?.height ?? 1)).toBeCloseTo(camera === 'none' ? 1.6 : 1.5, 1);
        expect(file?.width).toBeGreaterThan(1200);
        expect(file?.width).toBeLessThanOrEqual(MOST_CANVAS_SIDE);
      }
    });
    await story.step('reads the contract and begins to write at the edge, which leads out of the page', async () => {
      await hands.tap('下一步');
      await readContract({ hands, person, smsCode: world.smsCode });
      await hands.find('button', '确认签名');
      const [first = [], ...rest] = NAME_ON_CANVAS;
      await hands.draw('#signature-canvas', [first]);
      if (leaves === 'key') {
        void host.goBack(leaves);
        await hands.waitFor('the question', async () => host.dialogs.length > 0);
        expect(host.dialogs[0]?.options.content).toContain('签名还没有确认');
        await world.miniProgram.native().cancelModal();
        await hands.find('button', '确认签名');
      } else {
        await host.goBack(leaves);
        await hands.tap('手写签名');
        await hands.find('button', '确认签名');
      }
      await hands.draw('#signature-canvas', rest);
    });
    await story.step('confirms the signature, all of whose strokes are there', async () => {
      await hands.tap('确认签名');
      await hands.see('已确认');
      const { signature } = (await order()) ?? {};
      expect(signature).toMatchObject({ mediaType: 'image/png', width: 1200, height: 480 });
      const bytes = await fileStore.read(String(signature?.id));
      const image = await loadImage(bytes ?? Buffer.alloc(0));
      const canvas = createCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      expect(inkBox(context.getImageData(0, 0, image.width, image.height))).toMatchObject({ isInTheMiddle: true });
      expect((await order())?.signatureWriting?.strokes).toBe(NAME_ON_CANVAS.length);
    });
    expect(world.exceptions).toEqual([]);
  });
});

/** Whether the ink lies in the middle of the sheet, as it was drawn there: a part of it would not. */
function inkBox({ width, height, data }: { width: number; height: number; data: ArrayLike<number> }) {
  const box = { left: width, right: 0, top: height, bottom: 0 };
  for (let at = 0; at < width * height; at += 1) {
    if ((data[at * 4 + 3] ?? 0) > 128) {
      const [x, y] = [at % width, Math.floor(at / width)];
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
  }
  const away = [(box.left + box.right - width) / width, (box.top + box.bottom - height) / height];
  return { ...box, isInTheMiddle: away.every((share) => Math.abs(share) < 0.05) };
}
