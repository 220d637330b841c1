import { entryOf, owner, SECOND, world } from './testing/dispatcher-world';
import { outboxInMemory } from './testing/outbox-in-memory';

it('counts no try for what a database without a primary has kept from ending, however long', async () => {
  const owners = [owner('o1', entryOf('e1', 'book'))];
  let isDown = true;
  const { dispatcher, advance, counted, opened } = world(owners, {
    book: async () => {
      if (isDown) {
        throw Object.assign(new Error('not primary'), { name: 'MongoServerError', code: 10107 });
      }
    },
  });
  for (let looked = 0; looked < 5; looked += 1) {
    await dispatcher.drain();
    advance(10 * SECOND);
  }
  expect(owners[0]?.outbox).toEqual([expect.objectContaining({ id: 'e1', tries: 0 })]);
  isDown = false;
  await dispatcher.drain();
  expect(owners[0]?.outbox).toEqual([]);
  expect(opened).toEqual([]);
  expect(counted).toEqual([...Array.from({ length: 5 }, () => 'book put-back'), 'book done']);
});

it('tells by name and code why the database could not be reached, and why an end could not be written', async () => {
  const failure = () => Promise.reject(Object.assign(new Error('secret'), { name: 'MongoServerError', code: 91 }));
  const blind = world([owner('o1', entryOf('e1', 'book'))], {}, undefined, failure);
  await blind.dispatcher.drain();
  expect(blind.errors).toContainEqual({ name: 'MongoServerError', code: 91 });
  const store = outboxInMemory(owner('o1', entryOf('e1', 'book')));
  jest.spyOn(store, 'remove').mockImplementation(failure);
  jest.spyOn(store, 'postpone').mockImplementation(failure);
  const mute = world([], {}, store);
  await mute.dispatcher.drain();
  expect(mute.errors).toContainEqual({ job: 'book', name: 'MongoServerError', code: 91 });
});
