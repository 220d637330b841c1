import type { DemoSystem } from '../../scripts/demo/start-demo-system';
import { copyAt } from '../support/order-copies';
import type { TestSystem } from '../support/test-system';

/** Applications of as many people, handed in and waiting for a reviewer; the one that they are copies of waits, too. */
export async function fillQueue(system: DemoSystem, count: number): Promise<void> {
  const settle = () => system.container().dispatcher.drain();
  const { origin, standIns, staffPassword } = system;
  const world = { origin, standIns, staffPassword, settle };
  const people = { ...system, world, settle, clock: { now: () => new Date() } } as unknown as TestSystem;
  const { connection } = system.container();
  for (let index = 0; index < count; index += 1) {
    // Everybody comes from one address here.
    await connection.collection('rate_counts').deleteMany({});
    await copyAt(people, 'submit');
  }
  await connection.collection('rate_counts').deleteMany({});
}
