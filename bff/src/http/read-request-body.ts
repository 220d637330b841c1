import { Writable } from 'node:stream';
import { type AnyEndpoint, AppError } from '@acceptance/shared';
import type { Context, Middleware } from 'koa';
import { koaBody } from 'koa-body';
import type { RawRequest, UploadedFile } from './request-context';
import { createUploadRoom, type HeldUpload } from './upload-room';

const JSON_LIMIT = '256kb';
/** Notifications of providers are a few kilobytes. */
const RAW_LIMIT = 256 * 1024;
const BUSY_SECONDS = 5;
/** Above the 1 MiB that a photo may have, so that a slightly too large one gets the precise answer of the image check. */
const UPLOAD_LIMIT = 4 * 1024 * 1024;

/** Bytes of uploads, kept in memory: an ID photo must never lie unencrypted in a temporary file. */
const uploadedChunks = new WeakMap<object, Buffer[]>();

const collectInMemory =
  (held: HeldUpload) =>
  (file?: object): Writable => {
    const chunks: Buffer[] = [];
    if (file) {
      uploadedChunks.set(file, chunks);
    }
    return new Writable({
      write(chunk: Buffer, _encoding, done) {
        if (!held.take(chunk.length)) {
          // At once, or two that came together would refuse each other.
          held.leave();
          done(new AppError('server.busy', { details: { seconds: BUSY_SECONDS } }));
          return;
        }
        chunks.push(chunk);
        done();
      },
    });
  };

const readJson = koaBody({ json: true, text: false, urlencoded: false, jsonLimit: JSON_LIMIT, includeUnparsed: true });
const multipartReader = (maxFileSize: number, held: HeldUpload): Middleware =>
  koaBody({
    json: false,
    text: false,
    urlencoded: false,
    multipart: true,
    formidable: {
      maxFiles: 1,
      maxFields: 10,
      maxFieldsSize: 16 * 1024,
      maxFileSize,
      allowEmptyFiles: true,
      minFileSize: 0,
      fileWriteStreamHandler: collectInMemory(held) as () => Writable,
    },
  }) as Middleware;
const enterUploadRoom = createUploadRoom();

interface ParsingError {
  status?: number;
  httpCode?: number;
  type?: string;
}

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) {
    return error;
  }
  const { status, httpCode } = error as ParsingError;
  return new AppError(status === 413 || httpCode === 413 ? 'request.too_large' : 'request.unreadable', {
    cause: error,
  });
}

async function parseWith(middleware: Middleware, ctx: Context): Promise<void> {
  try {
    await middleware(ctx as never, async () => undefined);
  } catch (error) {
    throw asAppError(error);
  }
}

function uploadedFileOf(ctx: Context): UploadedFile | null {
  const given = ctx.request.files?.file;
  const file = Array.isArray(given) ? given[0] : given;
  const chunks = file && uploadedChunks.get(file);
  return file && chunks ? { bytes: Buffer.concat(chunks), declaredMediaType: file.mimetype ?? '' } : null;
}

export interface RequestBody {
  readonly body: unknown;
  readonly file: UploadedFile | null;
  readonly raw: RawRequest | null;
}

/** The bytes as they came, whatever their content type says. @throws AppError request.too_large */
async function readRaw(ctx: Context): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of ctx.req as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > RAW_LIMIT) {
      throw new AppError('request.too_large');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * A JSON body that is really there: what is absent must not count as "everything empty" and wipe out what is stored.
 * @throws AppError request.body_missing, request.wrong_media_type, request.too_large, request.unreadable
 */
async function readJsonBody(ctx: Context): Promise<unknown> {
  const hasBody = ctx.get('transfer-encoding') !== '' || Number(ctx.get('content-length')) > 0;
  if (!hasBody) {
    throw new AppError('request.body_missing');
  }
  if (!ctx.is('json', '+json')) {
    throw new AppError('request.wrong_media_type');
  }
  await parseWith(readJson, ctx);
  const unparsed: unknown = ctx.request.rawBody;
  if (typeof unparsed !== 'string' || unparsed.trim() === '') {
    throw new AppError('request.body_missing');
  }
  // Schemas of objects whose members are all optional take a list for an empty one, which would wipe out a form.
  if (Array.isArray(ctx.request.body)) {
    throw new AppError('request.unreadable');
  }
  return ctx.request.body;
}

/** Reads the body in the way the endpoint declares. @throws AppError request.*; server.busy when too much is uploaded at once */
export async function readRequestBody(
  endpoint: AnyEndpoint,
  ctx: Context,
  enterRoom = enterUploadRoom,
): Promise<RequestBody> {
  if (endpoint.request === 'multipart') {
    const held = enterRoom(endpoint.id);
    // Answered, or gone away.
    ctx.res.once('close', held.leave);
    await parseWith(multipartReader(endpoint.uploadLimit ?? UPLOAD_LIMIT, held), ctx);
    return { body: ctx.request.body ?? {}, file: uploadedFileOf(ctx), raw: null };
  }
  if (endpoint.request === 'raw') {
    const headers = Object.fromEntries(
      Object.entries(ctx.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
    );
    const bytes = await readRaw(ctx);
    return { body: undefined, file: null, raw: { headers, body: bytes.toString('utf8'), bytes } };
  }
  return { body: endpoint.body ? await readJsonBody(ctx) : undefined, file: null, raw: null };
}
