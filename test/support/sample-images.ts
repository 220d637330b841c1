import { deflateSync } from 'node:zlib';
import { makePng } from '../../bff/src/image-check/testing/make-png';
import { encodePng, plainPicture } from '../../scripts/trial-ca/encode-png';

/** A signature canvas on which nobody has written. */
export const emptySignature = (): Buffer => encodePng(plainPicture(600, 240, 0x00000000));

/** A signature canvas that was only touched. */
export function dotSignature(): Buffer {
  const picture = plainPicture(600, 240, 0x00000000);
  for (let y = 100; y < 105; y += 1) {
    for (let x = 300; x < 305; x += 1) {
      picture.data.writeUInt8(255, (y * picture.width + x) * 4 + 3);
    }
  }
  return encodePng(picture);
}

/** A signature canvas with one straight stroke across it. */
export function lineSignature(): Buffer {
  const picture = plainPicture(600, 240, 0x00000000);
  for (let x = 60; x < 540; x += 1) {
    for (let pen = 0; pen < 6; pen += 1) {
      picture.data.writeUInt8(255, ((40 + Math.round(x / 4) + pen) * picture.width + x) * 4 + 3);
    }
  }
  return encodePng(picture);
}

/** A small picture with little in it: a bar on a ground. */
export function plainPng(): Buffer {
  const picture = plainPicture(90, 60, 0x8899aaff);
  for (let y = 20; y < 40; y += 1) {
    for (let x = 15; x < 75; x += 1) picture.data.writeUInt32BE(0x223344ff, (y * picture.width + x) * 4);
  }
  return encodePng(picture);
}

/** A few kilobytes that claim to be 30 000 × 30 000 pixels. */
export const pngOfHugeSides = (): Buffer =>
  makePng({ width: 30_000, height: 30_000, pixelData: deflateSync(Buffer.alloc(1024)) });

/** A few kilobytes that claim to be a small picture and inflate to a hundred megabytes. */
export const inflatingPng = (): Buffer =>
  makePng({ width: 90, height: 60, pixelData: deflateSync(Buffer.alloc(100 * 1024 * 1024)) });
