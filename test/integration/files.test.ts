import { AppError, endpoints, type FilePurpose } from '@acceptance/shared';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { Jimp } from 'jimp';
import { withComments } from '../../bff/src/image-check/testing/note-card';
import { PortError } from '../../bff/src/ports/port-error';
import { phonePhoto } from '../../scripts/story/application-steps';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { drawSampleSignature } from '../../scripts/trial-ca/draw-sample-signature';
import { expectError } from '../support/expect-error';
import { copyAt } from '../support/order-copies';
import { bearer, rawRequest } from '../support/raw-request';
import {
  dotSignature,
  emptySignature,
  inflatingPng,
  lineSignature,
  plainPng,
  pngOfHugeSides,
} from '../support/sample-images';
import { orderState } from '../support/stored-state';
import { meet, paramsOf } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const KB = 1024;

let context: StoryContext;
let photo: Buffer;

beforeAll(async () => {
  photo = await phonePhoto('front');
});
beforeEach(async () => {
  context = await meet(system(), 'sign-in', 'start', 'identity');
});

const upload = (bytes: Uint8Array, purpose: FilePurpose = 'attachment', mediaType = 'image/jpeg') =>
  context.applicant.call(endpoints.files.uploadFile, {
    body: { purpose, orderId: orderOf(context).id },
    file: { bytes, mediaType, fileName: 'picture' },
  });
const storedFiles = async () => ({
  records: await system().container().files.countDocuments(),
  files: await system().container().connection.collection('stored_files.files').countDocuments(),
  chunks: await system().container().connection.collection('stored_files.chunks').countDocuments(),
});
const refusal = (...input: Parameters<typeof upload>) => ({
  with: async (code: Parameters<typeof expectError>[1]) => {
    const { status, details } = await expectError(() => upload(...input), code, storedFiles);
    return { status, details };
  },
});

describe('an uploaded picture', () => {
  it('can be read again, byte for byte, by the person who uploaded it', async () => {
    const file = await upload(photo, 'id-card-front');
    expect(file).toMatchObject({ purpose: 'id-card-front', mediaType: 'image/jpeg', byteLength: photo.length });
    const read = await context.applicant.call(endpoints.files.readFile, { params: { fileId: file.id } });
    expect(Buffer.from(read).equals(photo)).toBe(true);
  });

  it('is sent so that no browser keeps it or guesses its type', async () => {
    const file = await upload(plainPng(), 'attachment', 'image/png');
    const answer = await rawRequest(system(), 'GET', `/files/${file.id}`, {
      headers: bearer(context.applicant.accessToken),
    });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  it('lies encrypted in the database', async () => {
    const file = await upload(photo, 'id-card-front');
    const { mongo } = await import('mongoose');
    const chunks = await system()
      .container()
      .connection.collection('stored_files.chunks')
      .find({ files_id: new mongo.ObjectId(file.id) })
      .sort({ n: 1 })
      .toArray();
    const bytes = Buffer.concat(chunks.map((chunk) => Buffer.from((chunk.data as { buffer: Uint8Array }).buffer)));
    expect(bytes.length).toBeGreaterThan(photo.length);
    // A JPEG begins with FF D8 FF; three bytes alone may well turn up in half a megabyte of noise.
    expect(photo.subarray(0, 3).toString('hex')).toBe('ffd8ff');
    for (const at of [0, 1000, photo.length - 64]) {
      expect(bytes.includes(photo.subarray(at, at + 16))).toBe(false);
    }
    expect(bytes.subarray(0, 10).toString()).toBe('v3.demo-1.');
  });

  it('is found by nobody else', async () => {
    const file = await upload(photo, 'id-card-front');
    const stranger = await meet(system(), 'sign-in', 'start', 'identity');
    const params = { fileId: file.id };
    await expectError(() => stranger.applicant.call(endpoints.files.readFile, { params }), 'files.not_found');
    await expectError(
      () =>
        stranger.applicant.call(endpoints.orders.saveIdCard, {
          params: paramsOf(stranger),
          body: { frontFileId: file.id },
        }),
      'files.not_found',
      orderState(system(), stranger),
    );
  });

  it('of one application cannot be put into another of the same person', async () => {
    const file = await upload(photo, 'id-card-front');
    const other = await context.applicant.call(endpoints.orders.createOrder, {
      body: { projectId: 'city-procurement', applicantType: 'unit', clientToken: 'second-application-1' },
    });
    await expectError(
      () =>
        context.applicant.call(endpoints.orders.saveIdCard, {
          params: { orderId: other.id },
          body: { frontFileId: file.id },
        }),
      'files.not_found',
    );
  });

  it('cannot be used for another purpose', async () => {
    const front = await upload(photo, 'id-card-front');
    const params = paramsOf(context);
    const uses = [
      () => context.applicant.call(endpoints.orders.saveIdCard, { params, body: { backFileId: front.id } }),
      () => context.applicant.call(endpoints.orders.confirmSignature, { params, body: { fileId: front.id } }),
      () =>
        context.applicant.call(endpoints.orders.saveAttachments, {
          params,
          body: { items: [{ kind: 'business-licence', fileId: front.id }] },
        }),
    ];
    for (const use of uses) {
      await expectError(use, 'files.wrong_purpose', orderState(system(), context));
    }
  });

  it('of a kind that the project does not ask for is refused beside that item', async () => {
    const { id: fileId } = await upload(photo);
    const refused = await expectError(
      () =>
        context.applicant.call(endpoints.orders.saveAttachments, {
          params: paramsOf(context),
          body: { items: [{ kind: 'love-letter', fileId }] },
        }),
      'request.invalid',
      orderState(system(), context),
    );
    expect(refused.fields).toMatchObject([{ path: 'items.0.kind' }]);
  });

  it('cannot be added after submitting', async () => {
    context = await copyAt(system(), 'submit');
    await refusal(photo).with('orders.not_editable');
  });
});

describe('a photo that may be hard to read', () => {
  const blurred = async (): Promise<Buffer> => {
    const small = createCanvas(100, 63);
    small.getContext('2d').drawImage(await loadImage(photo), 0, 0, 100, 63);
    const large = createCanvas(1600, 1010);
    large.getContext('2d').drawImage(small, 0, 0, 1600, 1010);
    return withComments(large.toBuffer('image/jpeg', 90), [
      Buffer.alloc(60 * KB),
      Buffer.alloc(60 * KB),
      Buffer.alloc(60 * KB),
    ]);
  };

  it('is taken all the same, and the answer says why it may be: one of a hundred pixels blown up is blurred', async () => {
    expect(await upload(await blurred(), 'id-card-front')).toMatchObject({ width: 1600, reasons: ['blurred'] });
    expect((await upload(photo, 'id-card-front')).reasons).toEqual([]);
  });

  it('goes by the measures of its project', async () => {
    const project = { $set: { 'project.photoAdvice': { blurredBelow: 1, glareAbovePercent: 6, darkBelow: 254 } } };
    await system()
      .container()
      .orders.updateOne({ _id: orderOf(context).id }, project);
    expect((await upload(await blurred(), 'id-card-front')).reasons).toEqual(['dark']);
  });
});

describe('the same photo for both sides', () => {
  const save = (frontFileId: string, backFileId?: string) =>
    context.applicant.call(endpoints.orders.saveIdCard, {
      params: { orderId: orderOf(context).id },
      body: { frontFileId, ...(backFileId && { backFileId }) },
    });
  const asBoth = async (other: Buffer) => {
    const [front, back] = [await upload(photo, 'id-card-front'), await upload(other, 'id-card-back')];
    await expectError(() => save(front.id, back.id), 'files.same_as_other_side', orderState(system(), context));
    await save(front.id);
    const backOnly = { params: { orderId: orderOf(context).id }, body: { backFileId: back.id } };
    await expectError(
      () => context.applicant.call(endpoints.orders.saveIdCard, backOnly),
      'files.same_as_other_side',
      orderState(system(), context),
    );
  };

  it('is not taken, neither at once nor one after the other', async () => {
    await asBoth(photo);
  });

  it('is known again when it was saved anew, with other bytes', async () => {
    const canvas = createCanvas(1400, 884);
    canvas.getContext('2d').drawImage(await loadImage(photo), 0, 0, 1400, 884);
    await asBoth(canvas.toBuffer('image/jpeg', 92));
  });
});

describe('an upload that is refused, and of which nothing is stored', () => {
  it('is too small for an ID photo', async () => {
    expect(await refusal(photo.subarray(0, 100 * KB), 'id-card-front').with('files.too_small')).toEqual({
      status: 422,
      details: { actual: '100 KB', minimum: '150 KB' },
    });
  });

  it('is a little too large, and the answer says how large it may be', async () => {
    const padded = Buffer.concat([photo, Buffer.alloc(1024 * KB)]);
    const { status, details } = await refusal(padded).with('files.too_large');
    expect({ status, maximum: details?.maximum }).toEqual({
      status: 413,
      maximum: expect.stringMatching(/^1(\.0)? MB$/),
    });
    expect(details?.actual).toMatch(/^\d\.\d+ MB$/);
  });

  it('is so large that it is not even read to its end', async () => {
    const huge = Buffer.concat([photo, Buffer.alloc(4 * 1024 * KB)]);
    expect((await refusal(huge).with('request.too_large')).status).toBe(413);
  });

  it.each([
    [
      'a GIF',
      Buffer.from('47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b', 'hex'),
      'image/gif',
    ],
    ['a GIF that says it is a JPEG', Buffer.from('47494638396101000100800000000000ffffff2c', 'hex'), 'image/jpeg'],
    ['a TIFF', Buffer.from('II*'.padEnd(512, '\0')), 'image/tiff'],
  ])('is %s', async (_title, bytes, mediaType) => {
    expect((await refusal(bytes, 'attachment', mediaType).with('files.wrong_type')).status).toBe(415);
  });

  it.each([
    ['text', Buffer.from('身份证'), 'text/plain'],
    ['text that says it is a JPEG', Buffer.from('身份证'), 'image/jpeg'],
    ['a program', Buffer.from('MZ'.padEnd(512, '\0')), 'application/octet-stream'],
  ])('is %s, which is no picture', async (_title, bytes, mediaType) => {
    expect((await refusal(bytes, 'attachment', mediaType).with('files.not_a_picture')).status).toBe(415);
  });

  it('is a HEIC of an iPhone, and the answer says what to do about it', async () => {
    const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'.padEnd(512, '.'), 'latin1');
    await refusal(heic, 'attachment', 'image/heic').with('files.heic');
    await refusal(heic, 'attachment', 'image/jpeg').with('files.heic');
  });

  it.each([
    ['black', 0x000000ff],
    ['white', 0xffffffff],
  ])('is %s from edge to edge', async (_title, color) => {
    const bytes = withComments(await new Jimp({ width: 800, height: 505, color }).getBuffer('image/jpeg'), [
      ...Array.from({ length: 3 }, () => Buffer.alloc(60 * KB)),
    ]);
    await refusal(bytes, 'id-card-front').with('files.blank');
  });

  it('is a JPEG where only a PNG may be: a signature', async () => {
    await refusal(photo, 'signature').with('files.wrong_type');
  });

  it('is a PNG that says it is a JPEG', async () => {
    await refusal(plainPng()).with('files.type_mismatch');
  });

  it('claims more pixels than we decode', async () => {
    await refusal(pngOfHugeSides(), 'attachment', 'image/png').with('files.too_many_pixels');
  });

  it('inflates to far more than its header says', async () => {
    await refusal(inflatingPng(), 'attachment', 'image/png').with('files.damaged');
  });

  it('was cut off on its way', async () => {
    await refusal(photo.subarray(0, photo.length - 40 * KB), 'id-card-front').with('files.damaged');
  });

  it('is empty', async () => {
    await refusal(new Uint8Array()).with('files.missing');
  });

  it('lacks the part with the picture', async () => {
    const body = { purpose: 'attachment' as const, orderId: orderOf(context).id };
    await expectError(() => context.applicant.call(endpoints.files.uploadFile, { body }), 'files.missing', storedFiles);
  });

  it('is a canvas on which nobody has written', async () => {
    await refusal(emptySignature(), 'signature', 'image/png').with('signature.empty');
  });

  it('is a canvas that was only touched', async () => {
    await refusal(dotSignature(), 'signature', 'image/png').with('signature.too_small');
  });

  it('is a canvas with one straight stroke', async () => {
    await refusal(lineSignature(), 'signature', 'image/png').with('signature.not_writing');
  });

  it('is a signature larger than our canvas', async () => {
    const { details } = await refusal(pngOfHugeSides(), 'signature', 'image/png').with('signature.too_large');
    expect(details).toEqual({ actual: '30000 × 30000' });
  });

  it('is no multipart at all', async () => {
    const answer = await rawRequest(system(), 'POST', '/files', {
      headers: { ...bearer(context.applicant.accessToken), 'content-type': 'application/json' },
      body: JSON.stringify({ purpose: 'attachment', orderId: orderOf(context).id }),
    });
    expect(answer).toMatchObject({ status: 422, code: 'request.invalid' });
  });

  it('ends in the middle of its multipart body', async () => {
    const answer = await rawRequest(system(), 'POST', '/files', {
      headers: { ...bearer(context.applicant.accessToken), 'content-type': 'multipart/form-data; boundary=cut' },
      body: '--cut\r\nContent-Disposition: form-data; name="purpose"\r\n\r\nattach',
    });
    expect(answer).toMatchObject({ status: 400, code: 'request.unreadable' });
  });
});

describe('an upload that comes while too many are looked at', () => {
  const busy = { status: 503, details: { seconds: 5 } };

  it('is asked to come again, nothing of it is stored, and the same bytes are taken then', async () => {
    const { imageChecker } = system().container();
    const full = new AppError('files.busy', { details: { seconds: 5 } });
    jest.spyOn(imageChecker, 'check').mockRejectedValueOnce(full);
    expect(await refusal(photo, 'id-card-front').with('files.busy')).toEqual(busy);
    const { id } = await upload(photo, 'id-card-front');
    const read = await context.applicant.call(endpoints.files.readFile, { params: { fileId: id } });
    expect(Buffer.from(read).equals(photo)).toBe(true);
  });

  it('is answered alike when it is a signature', async () => {
    const { contractMaker } = system().container();
    const full = new PortError('contract-maker', 'unavailable', 'ink-queue-full');
    jest.spyOn(contractMaker, 'prepareSignature').mockRejectedValueOnce(full);
    expect(await refusal(drawSampleSignature(), 'signature', 'image/png').with('files.busy')).toEqual(busy);
    await upload(drawSampleSignature(), 'signature', 'image/png');
  });
});

describe('a signature', () => {
  it('that was written is accepted, confirmed and may be written again before signing', async () => {
    const first = await upload(drawSampleSignature(), 'signature', 'image/png');
    const second = await upload(drawSampleSignature(), 'signature', 'image/png');
    const params = paramsOf(context);
    for (const file of [first, second]) {
      const order = await context.applicant.call(endpoints.orders.confirmSignature, {
        params,
        body: { fileId: file.id },
      });
      const { reasons, ...stored } = file;
      expect(reasons).toEqual([]);
      expect(order.signature).toEqual(stored);
    }
  });
});
