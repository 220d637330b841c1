import { createCanvas, loadImage } from '@napi-rs/canvas';
import { type Bag, bagOf, textOf } from '../bag';
import { exifOrientation } from '../phone/exif-orientation';
import { NotInHost } from '../refusal';
import type { HostCanvas } from '../view/host-canvas';
import { isDecoded } from '../view/host-image';
import type { Gates } from './permission-methods';
import type { WxContext } from './wx-context';
import { requireText, WxFailure } from './wx-failure';
import { asyncMethod, asyncMethods, type WxMethods } from './wx-method';

const MOST_PHOTOS = 20;

const kindOf = (bytes: Buffer): 'jpeg' | 'png' | 'gif' | 'unknown' => {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'jpeg';
  if (bytes.subarray(1, 4).toString('latin1') === 'PNG') return 'png';
  return bytes.subarray(0, 3).toString('latin1') === 'GIF' ? 'gif' : 'unknown';
};

/** `orientation` of wx.getImageInfo by EXIF's numbers, as documented there. */
const ORIENTATIONS = [
  ...['up', 'up', 'up-mirrored', 'down', 'down-mirrored'],
  ...['left-mirrored', 'right', 'right-mirrored', 'left'],
];
/** What Android's chooser makes of a photo unless the original is asked for: seen to fall far below 150 KB. */
const ANDROID_COMPRESSION = { longSide: 1080, quality: 60 };
/** Longer sides of an export fail: bitmaps of phones end there. */
const MOST_EXPORT_SIDE = 4096;

/** Written again by the system's own chooser, upright. */
async function compressedByChooser(bytes: Buffer): Promise<Buffer> {
  if (!isDecoded(bytes)) return bytes;
  const image = await loadImage(bytes);
  const factor = Math.min(1, ANDROID_COMPRESSION.longSide / Math.max(image.width, image.height));
  const canvas = createCanvas(Math.round(image.width * factor), Math.round(image.height * factor));
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toBuffer('image/jpeg', ANDROID_COMPRESSION.quality);
}

const refuse = (name: string) => () => {
  throw new NotInHost(`CameraContext.${name}`);
};

const positive = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && value > 0 ? value : otherwise;

/** Photos, pictures and canvas export; pictures are really decoded and encoded. */
export function mediaMethods(context: WxContext, gates: Gates): WxMethods {
  const { phone } = context;
  const isOn = (system: 'iOS' | 'Android') => phone.device.system.startsWith(system);
  const readPicture = async (path: string) => {
    const bytes = phone.files.read(path);
    if (!bytes) throw new WxFailure('file not found');
    if (!isDecoded(bytes)) throw new WxFailure('image decode failed');
    const image = await loadImage(bytes).catch(() => {
      throw new WxFailure('image decode failed');
    });
    return { bytes, image };
  };
  const nextPhoto = (): Buffer => {
    const photo = phone.photos.length > 1 ? phone.photos.shift() : phone.photos[0];
    if (!photo) throw new NotInHost('photos', 'the host has none: give it some (phone.photos)');
    return photo;
  };

  // Documented: no <camera> on Windows; it is taken away when WeChat goes to the background.
  const takePhoto = asyncMethod(context, 'takePhoto', async () => {
    if (phone.device.platform === 'windows') throw new WxFailure('not supported');
    await gates.permission('scope.camera');
    if (!phone.systemAllowsCamera) throw new WxFailure('system permission denied');
    const bytes = nextPhoto();
    const { width, height } = await loadImage(bytes);
    const tempImagePath = phone.files.addTemporary(bytes, kindOf(bytes) === 'png' ? 'png' : 'jpg');
    phone.acts.push({ kind: 'takePhoto', detail: {} });
    return { tempImagePath, width, height };
  });
  const works = asyncMethods(context, {
    async chooseMedia(options) {
      const types = (options.mediaType ?? ['image', 'video']) as string[];
      const sources = (options.sourceType ?? ['album', 'camera']) as string[];
      if (phone.device.platform === 'windows' && sources.length === 1 && sources[0] === 'camera')
        throw new WxFailure('not supported');
      if (!types.includes('image') && !types.includes('mix')) throw new NotInHost('wx.chooseMedia', 'only images');
      await gates.privacy('chooseMedia');
      if (sources.length === 1 && sources[0] === 'camera') await gates.permission('scope.camera');
      if (!phone.systemAllowsCamera) throw new WxFailure('system permission denied');
      if (phone.cancelsChoosing) throw new WxFailure('cancel');
      const count =
        sources[0] === 'camera'
          ? 1
          : Math.min(positive(options.count, 9), MOST_PHOTOS, Math.max(1, phone.photos.length));
      // Documented: both unless told otherwise; who is given the choice leaves 原图 unticked.
      const mayCompress = ((options.sizeType ?? ['original', 'compressed']) as string[]).includes('compressed');
      const tempFiles: unknown[] = [];
      for (let chosen = 0; chosen < count; chosen += 1) {
        const original = nextPhoto();
        const bytes = mayCompress && isOn('Android') ? await compressedByChooser(original) : original;
        const kind = kindOf(bytes);
        const extension = phone.pictures.namedAll ?? (kind === 'jpeg' ? 'jpg' : kind);
        const tempFilePath = phone.files.addTemporary(bytes, extension);
        tempFiles.push({ tempFilePath, size: bytes.length, fileType: 'image' });
      }
      return { tempFiles, type: 'image' };
    },
    async getImageInfo(options) {
      const path = requireText(options, 'src');
      const { bytes, image } = await readPicture(path);
      const orientation = exifOrientation(bytes);
      // Documented: orientation tells how a photo is to be turned. Width and height are those before it.
      const [width, height] = orientation > 4 ? [image.height, image.width] : [image.width, image.height];
      return { width, height, path, orientation: ORIENTATIONS[orientation] ?? 'up', type: kindOf(bytes) };
    },
    async compressImage(options) {
      const path = requireText(options, 'src');
      // Its document names neither of them, as those of other methods do.
      if (['windows', 'mac'].includes(phone.device.platform)) throw new WxFailure('not supported');
      const { bytes, image } = await readPicture(path);
      const kind = kindOf(bytes);
      // Documented: iOS compresses JPG only.
      if (isOn('iOS') && kind !== 'jpeg') throw new WxFailure('only jpg is compressed');
      const given = { width: positive(options.compressedWidth, 0), height: positive(options.compressedHeight, 0) };
      const ratio = image.width / image.height;
      const width = Math.round(given.width || (given.height ? given.height * ratio : image.width));
      const height = Math.round(given.height || (given.width ? given.width / ratio : image.height));
      const canvas = createCanvas(width, height);
      canvas.getContext('2d').drawImage(image, 0, 0, width, height);
      // Documented: quality counts for jpg only.
      const out =
        kind === 'png'
          ? canvas.toBuffer('image/png')
          : canvas.toBuffer('image/jpeg', typeof options.quality === 'number' ? Math.min(100, options.quality) : 80);
      return { tempFilePath: phone.files.addTemporary(out, kind === 'png' ? 'png' : 'jpg') };
    },
    canvasToTempFilePath(options) {
      const canvas = options.canvas as HostCanvas | undefined;
      if (!canvas?.encodePart) {
        throw new WxFailure('canvas is empty');
      }
      const isInPage = phone.pictures.exportUnits === 'page';
      const whole = isInPage ? canvas.shownSize() : canvas;
      const [x, y] = [Number(options.x ?? 0), Number(options.y ?? 0)];
      // Documented: «canvas宽度-x», and «width*屏幕像素密度» for what comes out.
      const width = positive(options.width, whole.width - x);
      const height = positive(options.height, whole.height - y);
      const destination = {
        destWidth: Math.round(positive(options.destWidth, width * phone.device.pixelRatio)),
        destHeight: Math.round(positive(options.destHeight, height * phone.device.pixelRatio)),
      };
      if (Math.max(...Object.values(destination)) > MOST_EXPORT_SIDE) {
        throw new WxFailure('create bitmap failed');
      }
      const [across, down] = [canvas.width / whole.width, canvas.height / whole.height];
      const part = { x: x * across, y: y * down, width: width * across, height: height * down };
      const fileType = textOf(options.fileType) === 'jpg' ? 'jpg' : 'png';
      // Seen on an Honor V20: the export succeeds, and nothing is on it.
      const isBlank = phone.pictures.blankExports > 0;
      phone.pictures.blankExports -= isBlank ? 1 : 0;
      // Documented: what is not above 0 and at most 1 counts as 1.
      const quality = Math.min(1, positive(options.quality, 1));
      const bytes = canvas.encodePart({ ...part, ...{ fileType, isBlank, quality }, ...destination });
      return { tempFilePath: phone.files.addTemporary(bytes, fileType) };
    },
    previewImage(options) {
      const urls = options.urls as string[] | undefined;
      if (!Array.isArray(urls) || urls.length === 0)
        throw new WxFailure('parameter error: parameter.urls should have at least 1 item;');
      phone.acts.push({ kind: 'previewImage', detail: bagOf({ urls: [...urls], current: options.current }) as Bag });
    },
  });
  return {
    ...works,
    createCameraContext: () => ({
      takePhoto,
      ...Object.fromEntries(
        ['startRecord', 'stopRecord', 'onCameraFrame', 'setZoom'].map((name) => [name, refuse(name)]),
      ),
    }),
  };
}
