import { EventEmitter } from 'node:events';
import { createPoolWatch, type PoolEvents } from './pool-watch';

it('counts connections, those in use, and operations that wait for one', () => {
  const { watch, load } = createPoolWatch();
  const client = new EventEmitter();
  watch(client as unknown as PoolEvents);
  const emit = (...names: string[]) => {
    for (const name of names) {
      client.emit(name);
    }
    return load();
  };
  expect(load()).toEqual({ open: 0, inUse: 0, waiting: 0 });
  expect(emit('connectionCheckOutStarted', 'connectionCreated')).toEqual({ open: 1, inUse: 0, waiting: 1 });
  expect(emit('connectionCheckedOut')).toEqual({ open: 1, inUse: 1, waiting: 0 });
  expect(emit('connectionCheckOutStarted', 'connectionCheckOutFailed')).toEqual({ open: 1, inUse: 1, waiting: 0 });
  expect(emit('connectionCheckedIn', 'connectionClosed')).toEqual({ open: 0, inUse: 0, waiting: 0 });
});
