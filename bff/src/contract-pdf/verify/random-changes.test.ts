import { createHash } from 'node:crypto';
import { withDocumentTimestamp, withEvidence } from '../testing/incremental-update';
import { createVerifiedWorld, type VerifiedWorld } from '../testing/verified-world';

// Making RSA keys takes seconds on a busy machine.

let world: VerifiedWorld;
let stamped: Buffer;
beforeAll(async () => {
  world = await createVerifiedWorld();
  stamped = withDocumentTimestamp(withEvidence(world.pdf, { certificates: [world.issuing.der] }), world.stamp);
});

/** Numbers that are the same in every run. */
function numbers(seed: string): (below: number) => number {
  let round = 0;
  return (below) => {
    round += 1;
    return createHash('sha256').update(`${seed} ${round}`).digest().readUInt32BE(0) % below;
  };
}

const verify = (file: Buffer) => world.verify(file, [world.tsaRoot.pem]);

test('no byte can be changed, wherever it stands', () => {
  const random = numbers('flips');
  for (let round = 0; round < 250; round += 1) {
    const file = round % 2 === 0 ? world.pdf : stamped;
    const changed = Buffer.from(file);
    const place = random(file.length);
    changed[place] = (changed[place] ?? 0) ^ (1 << random(8));
    const { verdict } = verify(changed);
    if (verdict === 'genuine') expect([place, isHexCase(file, changed, place)]).toEqual([place, true]);
  }
});

test('nor in the signature, the table, and what was appended', () => {
  const random = numbers('places');
  const parts = ['/Contents <', '\nxref\n', '/DSS', '/DocTimeStamp'].map((mark) =>
    stamped.lastIndexOf(mark, undefined, 'latin1'),
  );
  for (const from of parts) {
    expect(from).toBeGreaterThan(0);
    for (let round = 0; round < 60; round += 1) {
      const changed = Buffer.from(stamped);
      const place = Math.min(from + random(600), stamped.length - 1);
      changed[place] = random(256);
      const isSame = changed[place] === stamped[place];
      if (verify(changed).verdict === 'genuine') expect(isSame || isHexCase(stamped, changed, place)).toBe(true);
    }
  }
});

test('nothing can be cut off, doubled or taken out', () => {
  const random = numbers('cuts');
  for (let round = 0; round < 80; round += 1) {
    const [one, other] = [random(stamped.length), random(stamped.length)].sort((a, b) => a - b) as [number, number];
    const files = [
      stamped.subarray(0, one),
      Buffer.concat([stamped.subarray(0, other), stamped.subarray(one)]),
      Buffer.concat([stamped.subarray(0, one), stamped.subarray(other)]),
    ];
    for (const file of files) {
      if (!file.equals(stamped)) expect(verify(file).verdict).not.toBe('genuine');
    }
  }
});

test('the files that are changed here are genuine before', () => {
  expect([world.pdf, stamped].map((file) => verify(file).verdict)).toEqual(['genuine', 'genuine']);
});

/** Letters of a hexadecimal signature in the other case are the same signature. */
function isHexCase(before: Buffer, after: Buffer, place: number): boolean {
  const [one, other] = [before, after].map((file) => file.toString('latin1', place, place + 1));
  return one !== other && one?.toLowerCase() === other?.toLowerCase() && /[a-f]/i.test(one ?? '');
}
