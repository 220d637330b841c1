import { AsyncLocalStorage } from 'node:async_hooks';
import { mongo } from 'mongoose';

const product = new AsyncLocalStorage<true>();

/** What `run` asks of the database, now and later, is asked by the product. */
export const asProduct = <T>(run: () => T): T => product.run(true, run);

/** Methods of the driver that look for documents, and which of their arguments are the options. */
const OPTIONS_AT: Readonly<Record<string, number>> = {
  find: 1,
  findOne: 1,
  countDocuments: 1,
  aggregate: 1,
  deleteOne: 1,
  deleteMany: 1,
  findOneAndDelete: 1,
  distinct: 2,
  updateOne: 2,
  updateMany: 2,
  replaceOne: 2,
  findOneAndUpdate: 2,
  findOneAndReplace: 2,
};

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** A test may look for what it likes: it says so to the stand-in, which refuses the product what no index serves. */
function remarkQueries(methods: Record<string, Method | undefined>): void {
  for (const [name, position] of Object.entries(OPTIONS_AT)) {
    const ask = methods[name];
    if (!ask) {
      throw new Error(`the driver has no method ${name} any more`);
    }
    methods[name] = function remarked(...args) {
      if (product.getStore()) {
        return ask.apply(this, args);
      }
      const given = Array.from({ length: Math.max(args.length, position + 1) }, (_, index) => args[index]);
      given[position] = { comment: 'scan: asked by a test', ...(given[position] as object | undefined) };
      return ask.apply(this, given);
    };
  }
}

remarkQueries(mongo.Collection.prototype as unknown as Record<string, Method | undefined>);
