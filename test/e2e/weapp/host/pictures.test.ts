import { createCanvas } from '@napi-rs/canvas';
import { withOrientation } from '../../../host/phone/exif-orientation';
import { useFixturePhone } from './fixture-phone';

/** Of 400 × 300 pixels as stored. */
function drawn(type: 'image/jpeg' | 'image/png'): Buffer {
  const canvas = createCanvas(400, 300);
  const context = canvas.getContext('2d');
  context.fillStyle = '#336699';
  context.fillRect(20, 20, 200, 100);
  return type === 'image/png' ? canvas.toBuffer('image/png') : canvas.toBuffer('image/jpeg', 90);
}
const album = { mediaType: ['image'], sourceType: ['album'], count: 1 };

describe('pictures on an iPhone', () => {
  const phone = useFixturePhone({ device: { system: 'iOS 17.0', platform: 'ios' } });
  const keep = (bytes: Buffer, extension: string) => phone().host.phone.files.addTemporary(bytes, extension);

  it('are compressed only when they are JPEGs', async () => {
    expect(await phone().call('compressImage', { src: keep(drawn('image/png'), 'png') })).toEqual({
      errMsg: 'compressImage:fail only jpg is compressed',
    });
    expect(await phone().call('compressImage', { src: keep(drawn('image/jpeg'), 'jpg') })).toMatchObject({
      errMsg: 'compressImage:ok',
    });
  });

  it('are described before they are turned', async () => {
    const upright = keep(withOrientation(drawn('image/jpeg'), 6), 'jpg');
    expect(await phone().call('getImageInfo', { src: upright })).toMatchObject({
      width: 400,
      height: 300,
      orientation: 'right',
    });
  });

  it('are the very files of the album, whatever is asked for', async () => {
    const photo = drawn('image/jpeg');
    phone().host.phone.photos = [photo];
    const { tempFiles } = await phone().call('chooseMedia', album);
    expect(tempFiles).toMatchObject([{ size: photo.length }]);
  });

  it('are read in part', async () => {
    const filePath = keep(Buffer.from('0123456789'), 'jpg');
    const read = (part: object) => {
      const { wx } = phone().host.running().realm.globals as unknown as {
        wx: { getFileSystemManager(): { readFile(options: object): void } };
      };
      return new Promise((success) =>
        wx.getFileSystemManager().readFile({ filePath, encoding: 'utf8', ...part, success, fail: success }),
      );
    };
    expect(await read({ position: 2, length: 3 })).toMatchObject({ data: '234' });
    expect(await read({ length: 11 })).toMatchObject({ errno: 1300066 });
  });
});

describe('pictures on Android', () => {
  const phone = useFixturePhone({ device: { system: 'Android 14', platform: 'android' } });

  it('are compressed by the chooser unless the original is asked for', async () => {
    const photo = drawn('image/jpeg');
    phone().host.phone.photos = [photo];
    const { tempFiles: some } = await phone().call('chooseMedia', album);
    expect((some as { size: number }[])[0]?.size).toBeLessThan(photo.length);
    const { tempFiles: originals } = await phone().call('chooseMedia', { ...album, sizeType: ['original'] });
    expect(originals).toMatchObject([{ size: photo.length }]);
  });

  it('may be named otherwise than what they are', async () => {
    phone().host.phone.photos = [drawn('image/png')];
    phone().host.phone.pictures.namedAll = 'jpg';
    const { tempFiles } = await phone().call('chooseMedia', { ...album, sizeType: ['original'] });
    expect(tempFiles).toMatchObject([{ tempFilePath: expect.stringMatching(/\.jpg$/) }]);
  });
});

describe('pictures on a Mac', () => {
  const phone = useFixturePhone({ device: { system: 'macOS 14', platform: 'mac' } });

  it('all have the same name, and the next one takes the place of the last', async () => {
    const [one, other] = [drawn('image/jpeg'), Buffer.concat([drawn('image/jpeg'), Buffer.from('x')])];
    phone().host.phone.photos = [one, other];
    const paths = [];
    for (let turn = 0; turn < 2; turn += 1) {
      const { tempFiles } = await phone().call('chooseMedia', album);
      paths.push((tempFiles as { tempFilePath: string }[])[0]?.tempFilePath ?? '');
    }
    expect(paths[0]).toBe(paths[1]);
    expect(
      phone()
        .host.phone.files.read(paths[0] ?? '')
        ?.equals(other),
    ).toBe(true);
  });
});

describe('pictures on Windows', () => {
  const phone = useFixturePhone({ device: { system: 'Windows 10', platform: 'windows' } });

  it('come from the album: there is no camera', async () => {
    phone().host.phone.photos = [drawn('image/jpeg')];
    expect(await phone().call('chooseMedia', { ...album, sourceType: ['camera'] })).toEqual({
      errMsg: 'chooseMedia:fail not supported',
    });
    expect(await phone().call('chooseMedia', album)).toMatchObject({ errMsg: 'chooseMedia:ok' });
  });
});
