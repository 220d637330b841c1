import type { JpegHead } from '@acceptance/shared';
import { Canvas } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { CANVAS_EXPORTS, type CanvasExport, loadImage, MOST_CANVAS_SIDE, pixelRatio } from './canvas-export.weapp';
import type { ChosenPhoto } from './chosen-photo';
import { compressedJpeg, withinTextures } from './compress-jpeg.weapp';
import { sizeOf } from './own-files.weapp';
import { drawPart, type JpegWay, type OpenPicture, type PicturePart, type PixelSize } from './photo-canvas-props';

const CANVAS_ID = 'photo-canvas';
const LOOKS_FOR_CANVAS = 20;
const LOOK_AGAIN_MS = 50;

/** Pixels of the page, whole ones. */
const shownSide = (): number => Math.floor(MOST_CANVAS_SIDE / pixelRatio());
/** Pixels of the bitmap, of which there are as many to one of the page as on the screen: see `CANVAS_EXPORTS`. */
const bitmapSide = (): number => Math.round(shownSide() * pixelRatio());

/** Off the screen. Each page that makes something of photos has it from the start: WeChat prepares only such canvases. */
export function PhotoCanvas() {
  const side = `${shownSide()}px`;
  const away = { position: 'fixed', top: '-9999px', left: '-9999px', width: side, height: side } as const;
  return <Canvas id={CANVAS_ID} canvasId={CANVAS_ID} type="2d" style={away} {...{ 'aria-hidden': true }} />;
}

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

const isWhole = (part: PicturePart, picture: PixelSize): boolean =>
  part.angle === 0 && part.width === picture.width && part.height === picture.height;

export const openPicture: OpenPicture = async (picked) => {
  const { photo, head } = await withinTextures(picked);
  const image = await inTurn(async () => loadImage(await canvasNode(), photo.path));
  const { width, height } = image;
  const turn = turnToDo(image, head);
  const upright = turn ? { width: height, height: width } : { width, height };

  /** `bitmap`: how large the canvas is made for it. */
  const draw = (node: Taro.Canvas, bitmap: PixelSize, part: PicturePart, size: PixelSize) => {
    node.width = bitmap.width;
    node.height = bitmap.height;
    const context = node.getContext('2d') as unknown as CanvasRenderingContext2D;
    const paint = () => {
      if (turn) {
        context.transform(...turn({ width, height }));
      }
      context.drawImage(image as unknown as CanvasImageSource, 0, 0);
    };
    drawPart(context, { part, size, paint });
    return context;
  };
  const all = (): PixelSize => ({ width: bitmapSide(), height: bitmapSide() });

  const byCanvas = (part: PicturePart, { isOfWhole, write }: CanvasExport): JpegWay => ({
    mostSide: bitmapSide(),
    write: ({ quality, ...size }) =>
      inTurn(async (): Promise<ChosenPhoto> => {
        const node = await canvasNode();
        draw(node, isOfWhole ? size : all(), part, size);
        const path = await write(node, size, { fileType: 'jpg', quality: quality / 100 });
        return { path, size: await sizeOf(path), fileName: 'photo.jpg', ...size };
      }),
  });

  return {
    ...upright,
    ways(part) {
      const ways = CANVAS_EXPORTS.map((way) => byCanvas(part, way));
      const isLarger = Math.max(width, height) > bitmapSide();
      return head && isLarger && isWhole(part, upright) ? [compressedJpeg(photo, head), ...ways] : ways;
    },
    pixels: (part, size) =>
      inTurn(async () => {
        const context = draw(await canvasNode(), all(), part, size);
        const { data } = context.getImageData(0, 0, size.width, size.height);
        return { ...size, data };
      }),
  };
};
