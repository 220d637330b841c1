import mongoose from 'mongoose';
import { startMongodbStandIn } from './index';
test('smoke', async () => {
  const s = await startMongodbStandIn();
  const c = await mongoose.createConnection(s.uri, { dbName: 'x' }).asPromise();
  const M = c.model('A', new mongoose.Schema({ a: Number, items: [{ k: String, v: Number }] }));
  await M.init();
  await M.create({ a: 1, items: [{ k: 'x', v: 1 }] });
  expect(await M.countDocuments({ a: 1 })).toBe(1);
  const b = new mongoose.mongo.GridFSBucket(c.db!);
  const up = b.openUploadStream('f');
  await new Promise((res, rej) => { up.on('finish', res); up.on('error', rej); up.end(Buffer.alloc(600000, 7)); });
  let n = 0;
  for await (const ch of b.openDownloadStream(up.id)) n += ch.length;
  expect(n).toBe(600000);
  await c.close();
  await s.stop();
});
