import { Jimp } from 'jimp';
import { hasJpegEnd, readImageHeader } from './image-header';

const picture = new Jimp({ width: 70, height: 40, color: 0x336699ff });

describe('readImageHeader', () => {
  it.each(['image/png', 'image/jpeg', 'image/bmp'] as const)('tells type and size of %s', async (mediaType) => {
    const bytes = await picture.clone().getBuffer(mediaType);
    expect(readImageHeader(bytes)).toEqual({ mediaType, width: 70, height: 40 });
  });

  it('reads the height of a BMP stored from the top as positive', async () => {
    const bytes = await picture.clone().getBuffer('image/bmp');
    bytes.writeInt32LE(-40, 22);
    expect(readImageHeader(bytes)).toMatchObject({ width: 70, height: 40 });
  });

  it('finds the frame of a JPEG behind application segments and fill bytes', async () => {
    const bytes = await picture.clone().getBuffer('image/jpeg');
    const application = Buffer.from([0xff, 0xe1, 0x00, 0x04, 0xff, 0xc0, 0xff, 0xff]);
    const longer = Buffer.concat([bytes.subarray(0, 2), application, Buffer.from([0xff]), bytes.subarray(2)]);
    expect(readImageHeader(longer)).toMatchObject({ mediaType: 'image/jpeg', width: 70, height: 40 });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a GIF', Buffer.from('GIF89a then something that is long enough to hold a header of any kind')],
    ['text', Buffer.from('x'.repeat(100))],
    ['a PNG signature alone', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['a JPEG cut off before its frame', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46])],
    ['a JPEG whose segment has no length', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00])],
  ])('answers null for %s', (_what, bytes) => {
    expect(readImageHeader(bytes)).toBeNull();
  });

  it('answers null for a JPEG frame that decoders cannot read (arithmetic coding)', async () => {
    const bytes = await picture.clone().getBuffer('image/jpeg');
    const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
    bytes.writeUInt8(0xc9, frame + 1);
    expect(readImageHeader(bytes)).toBeNull();
  });
});

describe('hasJpegEnd', () => {
  it('is true for a whole JPEG, also with something behind it, and false for a cut one', async () => {
    const bytes = await picture.clone().getBuffer('image/jpeg');
    expect(hasJpegEnd(bytes)).toBe(true);
    expect(hasJpegEnd(Buffer.concat([bytes, Buffer.from('trailer of a phone')]))).toBe(true);
    expect(hasJpegEnd(bytes.subarray(0, -2))).toBe(false);
  });

  it('does not take the end of a preview inside the header for the end of the picture', async () => {
    const bytes = await picture.clone().getBuffer('image/jpeg');
    const preview = Buffer.from([0xff, 0xe1, 0x00, 0x06, 0xff, 0xd8, 0xff, 0xd9]);
    const cut = Buffer.concat([bytes.subarray(0, 2), preview, bytes.subarray(2, -2)]);
    expect(hasJpegEnd(cut)).toBe(false);
  });
});
