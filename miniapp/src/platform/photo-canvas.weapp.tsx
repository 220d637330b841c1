import { JPEG_HEAD_BYTES, type JpegHead, jpegHead } from '@acceptance/shared';
import { Canvas } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { ChosenPhoto, PickedPhoto } from './chosen-photo';
import { ownCopy } from './own-copy.weapp';
import { drawPart, type OpenPicture, type PicturePart, type PixelSize } from './photo-canvas-props';
import { readHead } from './read-head.weapp';

const CANVAS_ID = 'photo-canvas';
/** Textures of some phones end here: larger pictures are not drawn. */
const MOST_SIDE = 4096;
const AWAY = { position: 'fixed', top: '-9999px', left: '-9999px', width: '10px', height: '10px' } as const;
const LOOKS_FOR_CANVAS = 20;
const LOOK_AGAIN_MS = 50;

/** Off the screen. Each page that makes something of photos has it from the start: WeChat prepares only such canvases. */
export const PhotoCanvas = () => (
  <Canvas id={CANVAS_ID} canvasId={CANVAS_ID} type="2d" style={AWAY} {...{ 'aria-hidden': true }} />
);

const findCanvas = (): Promise<Taro.Canvas | null> =>
  new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${CANVAS_ID}`)
      .fields({ node: true })
      .exec((found: readonly ({ node: Taro.Canvas } | null)[]) => resolve(found[0]?.node ?? null));
  });

/** Of the page on top, which may just be coming back. */
async function canvasNode(): Promise<Taro.Canvas> {
  for (let look = 0; look < LOOKS_FOR_CANVAS; look += 1) {
    const node = await findCanvas();
    if (node) {
      return node;
    }
    await new Promise((again) => setTimeout(again, LOOK_AGAIN_MS));
  }
  throw new Error('the page has no canvas');
}

let lastTurn: Promise<unknown> = Promise.resolve();

/** Two photos may be on their way at a time; the page has one canvas. */
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const turn = lastTurn.then(work);
  lastTurn = turn.catch(() => undefined);
  return turn;
}

const sizeOf = (filePath: string): Promise<number> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().getFileInfo({ filePath, success: ({ size }) => resolve(size), fail: reject });
  });

const loadImage = (node: Taro.Canvas, path: string): Promise<Taro.Image> =>
  new Promise((resolve, reject) => {
    const image = node.createImage();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('the picture could not be decoded'));
    image.src = path;
  });

/** A JPEG that canvases are too small for, made smaller by WeChat itself; one side alone is asked for, the other follows. */
async function withinTextures(photo: PickedPhoto): Promise<{ path: string; head: JpegHead | null }> {
  const head = jpegHead(await readHead(photo, JPEG_HEAD_BYTES));
  if (!head || Math.max(head.width, head.height) <= MOST_SIDE) {
    return { path: photo.path, head };
  }
  const side = head.width > head.height ? { compressedWidth: MOST_SIDE } : { compressedHeight: MOST_SIDE };
  try {
    const { tempFilePath } = await Taro.compressImage({ src: photo.path, quality: 95, ...side });
    const path = await ownCopy(tempFilePath);
    return { path, head: jpegHead(await readHead({ ...photo, path, size: await sizeOf(path) }, JPEG_HEAD_BYTES)) };
  } catch {
    return { path: photo.path, head };
  }
}

type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number];

/** From stored pixels to upright ones for EXIF orientations 5 to 8, as matrices of a canvas; width and height as stored. */
const UPRIGHT: readonly ((size: PixelSize) => Matrix)[] = [
  () => [0, 1, 1, 0, 0, 0],
  ({ height }) => [0, 1, -1, 0, height, 0],
  ({ width, height }) => [0, -1, -1, 0, height, width],
  ({ width }) => [0, -1, 1, 0, 0, width],
];

/**
 * Some phones' canvases turn photos as their orientation says, some do not: where the sides have not been swapped that
 * should be, we turn it. Null when there is nothing to do. (Of a photo on its head nobody can tell; it can be turned by hand.)
 */
function turnToDo(image: PixelSize, head: JpegHead | null) {
  const isAsStored = head?.width === image.width && head.height === image.height && image.width !== image.height;
  return head && isAsStored && head.orientation >= 5 ? (UPRIGHT[head.orientation - 5] ?? null) : null;
}

export const openPicture: OpenPicture = async (photo) => {
  const { path, head } = await withinTextures(photo);
  const image = await inTurn(async () => loadImage(await canvasNode(), path));
  const { width, height } = image;
  const turn = turnToDo(image, head);

  const draw = (node: Taro.Canvas, part: PicturePart, size: PixelSize) => {
    const context = node.getContext('2d') as unknown as CanvasRenderingContext2D;
    const paint = () => {
      if (turn) {
        context.transform(...turn({ width, height }));
      }
      context.drawImage(image as unknown as CanvasImageSource, 0, 0);
    };
    drawPart(node, context, { part, size, paint });
    return context;
  };

  return {
    ...(turn ? { width: height, height: width } : { width, height }),
    jpeg: (part, { quality, ...size }) =>
      inTurn(async (): Promise<ChosenPhoto> => {
        const canvas = await canvasNode();
        draw(canvas, part, size);
        const made = await Taro.canvasToTempFilePath({
          ...{ canvas, fileType: 'jpg', quality: quality / 100 },
          ...{ destWidth: size.width, destHeight: size.height },
        });
        const path = await ownCopy(made.tempFilePath);
        return { path, size: await sizeOf(path), fileName: 'photo.jpg', ...size };
      }),
    pixels: (part, size) =>
      inTurn(async () => {
        const { data } = draw(await canvasNode(), part, size).getImageData(0, 0, size.width, size.height);
        return { ...size, data };
      }),
  };
};
