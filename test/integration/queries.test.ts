import { asProduct } from '../support/asked-by-tests';
import { useSystem } from '../support/test-system';

const system = useSystem();
const refusesScans = process.env.MONGODB_URI || process.env.QUERY_LOG ? it.skip : it;

refusesScans('a query of the product that no index serves is an error, one of a test is none', async () => {
  const { orders } = system().container();
  const ask = () => orders.findOne({ revision: 77 }).lean().exec();
  expect(await ask()).toBeNull();
  expect(system().refusedQueries()).toEqual([]);
  await expect(asProduct(ask)).rejects.toThrow('no index for find of orders by (revision)');
  // Told once: else this file would fail when it ends, as it is to be with others.
  expect(system().refusedQueries()).toEqual([expect.stringContaining('orders')]);
});
