import { manipulatedContracts } from '../testing/manipulated-contracts';
import { createVerifiedWorld, type VerifiedWorld } from '../testing/verified-world';

// Making RSA keys takes seconds on a busy machine.

let world: VerifiedWorld;
beforeAll(async () => {
  world = await createVerifiedWorld();
});

describe('of a manipulated contract the verifier says which it is, and why', () => {
  test.each(manipulatedContracts.map((contract) => [contract.name, contract] as const))('%s', (_name, contract) => {
    const file = contract.make(world);
    const { verdict, doubts } = world.verify(file, [world.tsaRoot.pem]);
    expect({ verdict, doubts }).toEqual({ verdict: contract.verdict, doubts: [contract.doubt] });
  });

  test('there are enough of them, each under a name of its own', () => {
    expect(new Set(manipulatedContracts.map(({ name }) => name)).size).toBe(manipulatedContracts.length);
    expect(manipulatedContracts.length).toBeGreaterThanOrEqual(60);
  });
});
