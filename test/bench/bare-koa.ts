import Koa from 'koa';
import { mongo } from 'mongoose';
import { UNLISTED, UNSHOWN } from '../../bff/src/modules/orders/shown-order';
import { answerOrders } from './measured-process';

const { ObjectId } = mongo;
const join = (from: string, as: string, ...pipeline: object[]) => ({ $lookup: { from, as, pipeline } });

/** What the BFF's own command asks for: the account, its session and what the answer is made of. */
function withCaller(database: mongo.Db, [account = '', session = '', order]: readonly string[]) {
  const found = order
    ? [{ $match: { _id: new ObjectId(order), accountId: account } }, { $project: UNSHOWN }]
    : [{ $match: { accountId: account } }, { $sort: { _id: -1 } }, { $limit: 21 }, { $project: UNLISTED }];
  return database
    .collection('accounts')
    .aggregate([
      { $match: { _id: new ObjectId(account) } },
      join('sessions', 'sessions', { $match: { _id: new ObjectId(session) } }, { $project: { _id: 1 } }),
      join('orders', 'found', ...found),
    ])
    .next();
}

/** The least that an answer costs: Koa, one command with the same driver, JSON. */
async function serve(): Promise<void> {
  const client = new mongo.MongoClient(process.env.MONGODB_URI ?? '');
  await client.connect();
  const app = new Koa();
  app.use(async (ctx) => {
    const [, collection = '', ...ids] = ctx.path.split('/');
    ctx.body =
      collection === 'with-caller'
        ? (await withCaller(client.db(), ids))?.found
        : await client
            .db()
            .collection(collection)
            .findOne({ _id: new ObjectId(ids[0]) });
  });
  app.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'));
}

let since = process.cpuUsage();
answerOrders({
  begin() {
    since = process.cpuUsage();
  },
  end() {
    const { user, system } = process.cpuUsage(since);
    return { cpuMs: (user + system) / 1000 };
  },
});
void serve();
