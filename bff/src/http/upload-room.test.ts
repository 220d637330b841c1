import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AnyEndpoint, AppError, endpoints } from '@acceptance/shared';
import Koa from 'koa';
import { readRequestBody } from './read-request-body';
import { createUploadRoom } from './upload-room';

it('is as large for each endpoint, and free again when an upload is over', () => {
  const enter = createUploadRoom(10);
  const [first, second, elsewhere] = [enter('a'), enter('a'), enter('b')];
  expect([first.take(6), second.take(5), second.take(4), elsewhere.take(10)]).toEqual([true, false, true, true]);
  first.leave();
  first.leave();
  expect([second.take(6), second.take(1)]).toEqual([true, false]);
});

it('refuses over HTTP what would be too much together, and takes the next one', async () => {
  const endpoint: AnyEndpoint = endpoints.contractChecks.checkFile;
  const room = createUploadRoom(300 * 1024);
  const app = new Koa();
  let release = () => {};
  const kept = new Promise<void>((resolve) => {
    release = resolve;
  });
  app.use(async (ctx) => {
    try {
      const { file } = await readRequestBody(endpoint, ctx, room);
      if (ctx.query.keep) await kept;
      ctx.body = { bytes: file?.bytes.length };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      ctx.status = error.status;
      ctx.body = { code: error.code };
    }
  });
  const server = createServer(app.callback());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const upload = async (query = '') => {
    const form = new FormData();
    form.set('file', new Blob([Buffer.alloc(200 * 1024)]), 'a.pdf');
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/${query}`, { method: 'POST', body: form });
    return answer.json();
  };
  try {
    expect(await upload()).toEqual({ bytes: 200 * 1024 });
    const first = upload('?keep=1');
    // Whichever of the two comes first has the room.
    const second = upload('?keep=1');
    expect(await Promise.race([first, second])).toEqual({ code: 'server.busy' });
    release();
    expect(await Promise.all([first, second])).toContainEqual({ bytes: 200 * 1024 });
    expect(await upload()).toEqual({ bytes: 200 * 1024 });
  } finally {
    server.close();
  }
});
