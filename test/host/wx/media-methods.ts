import { createCanvas, loadImage } from '@napi-rs/canvas';
import { type Bag, bagOf, textOf } from '../bag';
import { NotInHost } from '../refusal';
import type { HostCanvas } from '../view/host-canvas';
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

const refuse = (name: string) => () => {
  throw new NotInHost(`CameraContext.${name}`);
};

const positive = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && value > 0 ? value : otherwise;

/** Photos, pictures and canvas export; pictures are really decoded and encoded. */
export function mediaMethods(context: WxContext, gates: Gates): WxMethods {
  const { phone } = context;
  const readPicture = async (path: string) => {
    const bytes = phone.files.read(path);
    if (!bytes) throw new WxFailure('file not found');
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

  const takePhoto = asyncMethod(context, 'takePhoto', async () => {
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
      if (!types.includes('image') && !types.includes('mix')) throw new NotInHost('wx.chooseMedia', 'only images');
      await gates.privacy('chooseMedia');
      if (sources.length === 1 && sources[0] === 'camera') await gates.permission('scope.camera');
      if (!phone.systemAllowsCamera) throw new WxFailure('system permission denied');
      if (phone.cancelsChoosing) throw new WxFailure('cancel');
      const count =
        sources[0] === 'camera'
          ? 1
          : Math.min(positive(options.count, 9), MOST_PHOTOS, Math.max(1, phone.photos.length));
      const tempFiles = Array.from({ length: count }, () => {
        const bytes = nextPhoto();
        const kind = kindOf(bytes);
        const tempFilePath = phone.files.addTemporary(bytes, kind === 'jpeg' ? 'jpg' : kind);
        return { tempFilePath, size: bytes.length, fileType: 'image' };
      });
      return { tempFiles, type: 'image' };
    },
    async getImageInfo(options) {
      const path = requireText(options, 'src');
      const { bytes, image } = await readPicture(path);
      return { width: image.width, height: image.height, path, orientation: 'up', type: kindOf(bytes) };
    },
    async compressImage(options) {
      const path = requireText(options, 'src');
      const { bytes, image } = await readPicture(path);
      const kind = kindOf(bytes);
      const given = { width: positive(options.compressedWidth, 0), height: positive(options.compressedHeight, 0) };
      const ratio = image.width / image.height;
      const width = Math.round(given.width || (given.height ? given.height * ratio : image.width));
      const height = Math.round(given.height || (given.width ? given.width / ratio : image.height));
      const canvas = createCanvas(width, height);
      canvas.getContext('2d').drawImage(image, 0, 0, width, height);
      // Documented: quality counts for jpg only.
      const out =
        kind === 'png' ? canvas.toBuffer('image/png') : canvas.toBuffer('image/jpeg', positive(options.quality, 80));
      return { tempFilePath: phone.files.addTemporary(out, kind === 'png' ? 'png' : 'jpg') };
    },
    canvasToTempFilePath(options) {
      const canvas = options.canvas as HostCanvas | undefined;
      if (!canvas?.encodePart) {
        throw new WxFailure('canvas is empty');
      }
      const [x, y] = [Number(options.x ?? 0), Number(options.y ?? 0)];
      const width = positive(options.width, canvas.width - x);
      const height = positive(options.height, canvas.height - y);
      const fileType = textOf(options.fileType) === 'jpg' ? 'jpg' : 'png';
      const bytes = canvas.encodePart({
        ...{ x, y, width, height, fileType },
        destWidth: positive(options.destWidth, width),
        destHeight: positive(options.destHeight, height),
        quality: positive(options.quality, 1),
      });
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
