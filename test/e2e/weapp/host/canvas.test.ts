import { createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import { useFixturePhone } from './fixture-phone';

interface CanvasNode {
  width: number;
  height: number;
  getContext(type: '2d'): SKRSContext2D;
  createImage(): { onload: () => void; onerror: () => void; src: string };
  toDataURL(type?: string): string;
}

describe('canvases of the host', () => {
  const phone = useFixturePhone({ device: { pixelRatio: 3 } });
  const pictures = () => phone().host.phone.pictures;

  /** The canvas of the page, 300 × 200 points large, with a blue square in its upper left quarter. */
  async function paper(width = 900, height = 600): Promise<CanvasNode> {
    await phone().call('navigateTo', { url: '/pages/forms/index' });
    const { wx } = phone().host.running().realm.globals as unknown as {
      wx: { createSelectorQuery(): { select(id: string): { node(): { exec(done: (found: unknown) => void): void } } } };
    };
    const found = await new Promise((resolve) => wx.createSelectorQuery().select('#paper').node().exec(resolve));
    const [{ node }] = found as [{ node: CanvasNode }];
    node.width = width;
    node.height = height;
    const context = node.getContext('2d');
    context.fillStyle = '#0000ff';
    context.fillRect(0, 0, width / 2, height / 2);
    return node;
  }
  /** Its sides, and how much of it is blue. */
  async function exported(options: Record<string, unknown>): Promise<readonly number[]> {
    const { tempFilePath } = await phone().call('canvasToTempFilePath', options);
    return shownBy(phone().host.phone.files.read(String(tempFilePath)) ?? Buffer.alloc(0));
  }
  async function shownBy(bytes: Buffer): Promise<readonly number[]> {
    const { width, height } = await loadImage(bytes);
    const canvas = createCanvas(width, height);
    const context = canvas.getContext('2d');
    context.drawImage(await loadImage(bytes), 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    const blue = data.filter((value, at) => at % 4 === 2 && value > 128 && (data[at + 1] ?? 0) > 128).length;
    return [width, height, Math.round((100 * blue) / (width * height))];
  }

  it('are exported as the document says where nothing is said: the canvas, times the pixel ratio', async () => {
    expect(await exported({ canvas: await paper() })).toEqual([900, 600, 25]);
  });

  it('are counted in pixels of the page, or of the bitmap where the phone is of that reading', async () => {
    const canvas = await paper();
    const half = { canvas, x: 0, y: 0, width: 150, height: 100, destWidth: 90, destHeight: 60 };
    expect(await exported(half)).toEqual([90, 60, 100]);
    pictures().exportUnits = 'bitmap';
    expect(await exported({ ...half, width: 900, height: 600 })).toEqual([90, 60, 25]);
    // What nobody has asked for: three times as many pixels as the bitmap has.
    expect((await exported({ canvas })).slice(0, 2)).toEqual([2700, 1800]);
  });

  it('have at most the pixels that the document allows', async () => {
    const canvas = await paper();
    expect(() => {
      canvas.width = 1366;
    }).toThrow('at most 1365 pixels');
    pictures().mostCanvasSide = 4096;
    canvas.width = 1366;
  });

  it('stay blank beyond that on a phone that says nothing', async () => {
    pictures().beyondCanvasSide = 'blank';
    const canvas = await paper(1400, 600);
    expect((await exported({ canvas }))[2]).toBe(0);
    expect(canvas.getContext('2d').getImageData(0, 0, 1, 1).data[3]).toBe(0);
  });

  it('come out as a data URL of just their pixels', async () => {
    const url = (await paper(300, 120)).toDataURL();
    expect(await shownBy(Buffer.from(url.split(',')[1] ?? '', 'base64'))).toEqual([300, 120, 25]);
  });

  it('may not let themselves be read, and decode no picture beyond the phone’s textures', async () => {
    const canvas = await paper();
    pictures().unreadablePixels = true;
    expect(() => canvas.getContext('2d').getImageData(0, 0, 1, 1)).toThrow('getImageData failed');
    const large = createCanvas(5000, 8).toBuffer('image/jpeg');
    const image = canvas.createImage();
    const outcome = new Promise((resolve) => {
      image.onload = () => resolve('decoded');
      image.onerror = () => resolve('not decoded');
    });
    image.src = phone().host.phone.files.addTemporary(large, 'jpg');
    expect(await outcome).toBe('not decoded');
  });
});

describe('going back on the host', () => {
  const phone = useFixturePhone();
  const path = async () => (await phone().page()).path;

  it.each([
    ['bar', true],
    ['key', true],
    ['swipe', false],
  ] as const)('by %s: is asked about: %s', async (by, isAsked) => {
    const { host, miniProgram } = phone();
    await phone().call('navigateTo', { url: '/pages/forms/index' });
    expect(await phone().call('enableAlertBeforeUnload', { message: 'leave?' })).toEqual({
      errMsg: 'enableAlertBeforeUnload:ok',
    });
    const gone = host.goBack(by);
    expect(host.dialogs.map(({ options }) => options.content)).toEqual(isAsked ? ['leave?'] : []);
    if (isAsked) {
      await miniProgram.native().cancelModal();
      await gone;
      expect(await path()).toBe('pages/forms/index');
      await phone().call('disableAlertBeforeUnload');
      await host.goBack(by);
    }
    await gone;
    expect(await path()).toBe('pages/home/index');
  });
});

describe.each(['mac', 'windows'])('on %s', (platform) => {
  const phone = useFixturePhone({ device: { platform } });

  it('there is nothing that its document does not name', async () => {
    const src = phone().host.phone.files.addTemporary(createCanvas(8, 8).toBuffer('image/jpeg'), 'jpg');
    expect(await phone().call('compressImage', { src })).toEqual({ errMsg: 'compressImage:fail not supported' });
    expect(await phone().call('enableAlertBeforeUnload', { message: 'leave?' })).toEqual({
      errMsg: 'enableAlertBeforeUnload:fail not supported',
    });
  });
});
