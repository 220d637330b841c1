import {
  ApiError,
  FILE_RULES,
  type FilePurpose,
  findCard,
  type ImageMediaType,
  isBlank,
  isCut,
  type LumaPlane,
  lumaPlane,
  MEASURED_SIDE,
  measurePhoto,
  type PhotoAdvice,
  type PhotoReason,
  PICTURE_HEAD_BYTES,
  type PictureKind,
  photoReasons,
  pictureKind,
} from '@acceptance/shared';
import type { ChosenPhoto, PickedPhoto } from '../../../platform/chosen-photo';
import type { JpegWay, OpenedPicture, OpenPicture, PicturePart, PixelSize } from '../../../platform/photo-canvas-props';
import { pictureError } from '../../../text/picture-error';
import { checkPhoto, checkPixels, isIdPhoto, tooSmall } from './check-photo';
import { fitPhoto } from './fit-photo';
import type { Part } from './frame-part';
import { looksAlike } from './looks-alike';
import { isReadableSize, partOfCard, partOfRectangle, sampleSize, turnedRight, wholeOf } from './picture-part';

/** What the phone can do with files and pictures. */
export interface PictureDevice {
  readonly readHead: (photo: PickedPhoto, length: number) => Promise<Uint8Array>;
  readonly openPicture: OpenPicture;
}

export interface PrepareOptions {
  readonly purpose: FilePurpose;
  readonly advice?: PhotoAdvice | undefined;
  /** Which part of a shot lay in the camera's frame. */
  readonly frame?: (size: PixelSize) => Part;
  /** Quarter turns to the right that the person asks for. */
  readonly turns?: number;
}

/** A photo as it is sent, and what is to be said of it before. */
export interface PreparedPhoto {
  readonly photo: ChosenPhoto;
  readonly reasons: readonly PhotoReason[];
}

const MEDIA_TYPES: Partial<Record<PictureKind, ImageMediaType>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  bmp: 'image/bmp',
};
const NAMES: Partial<Record<PictureKind, RegExp>> = { jpeg: /\.(jpe?g)$/i, png: /\.png$/i, bmp: /\.bmp$/i };
/** A look at this size tells whether a picture shows what it should. */
const LOOK_SIDE = 64;
/** Sides are whole pixels. */
const MOST_STRETCHED = 0.02;

/** What this phone cannot decode, by what it is. */
const unopened = (kind: PictureKind): ApiError => {
  if (kind === 'heic' || kind === 'avif') {
    return pictureError('files.heic');
  }
  return pictureError(MEDIA_TYPES[kind] ? 'files.damaged' : 'files.wrong_type');
};

/** Whether the server may have the very file: of a type that it takes, and not named otherwise. */
function isSentAsIs({ fileName, blob }: PickedPhoto, kind: PictureKind, purpose: FilePurpose): boolean {
  const type = MEDIA_TYPES[kind];
  const isNamedOtherwise = /\.\w{1,5}$/.test(fileName) && !NAMES[kind]?.test(fileName);
  const isTypedOtherwise = Boolean(blob?.type) && blob?.type !== type;
  return type !== undefined && FILE_RULES[purpose].mediaTypes.includes(type) && !isNamedOtherwise && !isTypedOtherwise;
}

function fitsAsIs(photo: ChosenPhoto, purpose: FilePurpose): boolean {
  try {
    return checkPhoto(photo, purpose) === 'fits';
  } catch {
    return false;
  }
}

/** @throws ApiError files.not_redrawn: the phone does not let its canvas be read, as when it is short of memory */
async function planeOf(picture: OpenedPicture, part: PicturePart, longSide: number): Promise<LumaPlane> {
  try {
    return lumaPlane(await picture.pixels(part, sampleSize(part, longSide)));
  } catch (cause) {
    throw pictureError('files.not_redrawn', { cause });
  }
}

async function look(picture: OpenedPicture, part: PicturePart) {
  const plane = await planeOf(picture, part, MEASURED_SIDE);
  return { plane, measures: measurePhoto(plane) };
}

/** The part that is sent: the card where it was made out, else what was framed, else all there is. */
function partToSend({ whole, framed, card }: Record<'whole' | 'framed', PicturePart> & { card: PicturePart | null }) {
  return [card, framed].find((part) => part !== null && isReadableSize(part)) ?? whole;
}

/**
 * Whether a file that was written is what was asked for. On some phones an export succeeds and is blank, or shows a corner
 * of it only, or lies on its side: looked at before anybody relies on it.
 */
async function isAsWanted(photo: ChosenPhoto, wanted: LumaPlane, part: PicturePart, openPicture: OpenPicture) {
  const picture = await openPicture(photo).catch(() => null);
  if (!picture || picture.width !== photo.width || picture.height !== photo.height) {
    return false;
  }
  const stretched = (picture.width * part.height) / (picture.height * part.width);
  return (
    Math.abs(stretched - 1) <= MOST_STRETCHED && looksAlike(await planeOf(picture, wholeOf(picture), LOOK_SIDE), wanted)
  );
}

/** @throws ApiError files.not_redrawn, files.too_small, files.too_large */
async function redraw(
  picture: OpenedPicture,
  part: PicturePart,
  { purpose, openPicture }: { readonly purpose: FilePurpose; readonly openPicture: OpenPicture },
): Promise<ChosenPhoto> {
  const wanted = await planeOf(picture, part, LOOK_SIDE);
  let cause: unknown;
  for (const way of picture.ways(part)) {
    const written: ChosenPhoto[] = [];
    const watched: JpegWay['write'] = async (made) => {
      const photo = await way.write(made);
      written.push(photo);
      return photo;
    };
    const fitted = await fitPhoto(part, purpose, { ...way, write: watched }).catch((problem: unknown) => ({ problem }));
    const last = written.at(-1);
    // What the bytes of something else say of the photo is not so.
    if (last && (await isAsWanted(last, wanted, part, openPicture))) {
      if (!('problem' in fitted)) {
        return fitted;
      }
      if (fitted.problem instanceof ApiError) {
        throw fitted.problem;
      }
    }
    cause = 'problem' in fitted ? fitted.problem : undefined;
  }
  throw pictureError('files.not_redrawn', { cause });
}

/**
 * The one way of a photo, from camera or album: what it is by its bytes, decoded upright, the card cut out and straightened, judged,
 * and brought into the limits of `purpose`. What cannot be cut is sent whole.
 * @throws ApiError files.not_a_picture, files.heic, files.wrong_type, files.damaged, files.blank, files.too_few_pixels,
 * files.too_small, files.too_large, files.not_redrawn
 */
export async function preparePhoto(
  picked: PickedPhoto,
  { purpose, advice, frame, turns = 0 }: PrepareOptions,
  { readHead, openPicture }: PictureDevice,
): Promise<PreparedPhoto> {
  const head = await readHead(picked, PICTURE_HEAD_BYTES).catch((cause: unknown) => {
    throw pictureError('files.damaged', { cause });
  });
  const kind = pictureKind(head);
  if (kind === 'none') {
    throw pictureError('files.not_a_picture');
  }
  const picture = await openPicture(picked).catch(() => {
    throw unopened(kind);
  });
  checkPixels(picture, purpose);
  const whole = wholeOf(picture);
  const framed = frame ? partOfRectangle(frame(picture)) : whole;
  const original: ChosenPhoto = { ...picked, width: picture.width, height: picture.height };
  const asIs = turns % 4 === 0 && isSentAsIs(picked, kind, purpose);
  const seen = await look(picture, framed).catch((problem: unknown) => ({ problem }));
  if ('problem' in seen) {
    // Nothing can be said of it here; the server looks at it in any case.
    if (asIs && fitsAsIs(original, purpose)) {
      return { photo: original, reasons: [] };
    }
    throw seen.problem;
  }
  if (isBlank(seen.measures)) {
    throw pictureError('files.blank');
  }
  // Formats that pack better than these may grow when they are written as JPEG; these are not to be blown up.
  if (MEDIA_TYPES[kind] && picked.size < FILE_RULES[purpose].minBytes) {
    throw tooSmall(picked.size, purpose);
  }
  const place = isIdPhoto(purpose) ? findCard(seen.plane) : null;
  const card = place && !isCut(place) ? partOfCard(place, framed) : null;
  const upright = partToSend({ whole, framed, card });
  const part = turnedRight(upright, turns);
  const { measures } = upright === framed ? seen : await look(picture, upright);
  const reasons = photoReasons({ measures, card: place }, purpose, advice);

  if (upright === whole && asIs && checkPhoto(original, purpose) === 'fits') {
    return { photo: original, reasons };
  }
  const redrawn = (wanted: PicturePart) => redraw(picture, wanted, { purpose, openPicture });
  try {
    return { photo: await redrawn(part), reasons };
  } catch (problem) {
    // The cut-out has too few bytes, or the phone cannot draw: the photo itself is better than none.
    if (asIs && fitsAsIs(original, purpose)) {
      return { photo: original, reasons };
    }
    if (upright === whole) {
      throw problem;
    }
    return { photo: await redrawn(turnedRight(whole, turns)), reasons };
  }
}
