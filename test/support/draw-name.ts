import { encodePng, plainPicture } from '../../scripts/trial-ca/encode-png';

/** A made-up character in bars, dark on white, as a reviewer cuts it out of a photo: PNG. `bars` makes another one. */
export function drawName(bars = 3): Buffer {
  const picture = plainPicture(360, 160, 0xffffffff);
  const fill = (left: number, top: number, width: number, height: number) => {
    for (let y = top; y < top + height; y += 1) {
      for (let x = left; x < left + width; x += 1) {
        picture.data.writeUInt32BE(0x101010ff, (y * picture.width + x) * 4);
      }
    }
  };
  for (const left of [30, 190]) {
    for (let bar = 0; bar < bars; bar += 1) {
      fill(left, 30 + Math.round((bar * 90) / (bars - 1)), 130, 9);
    }
    fill(left + 60, 30, 9, 98);
  }
  return encodePng(picture);
}
