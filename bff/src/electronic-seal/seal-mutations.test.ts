import { signSeal } from './sign-seal';
import { sampleSealText } from './testing/sample-names';
import { sampleSealContent } from './testing/sample-seal';
import { createSealParties } from './testing/seal-parties';
import { makeUnitSeal } from './unit-seal';
import { verifySeal } from './verify-seal';

test('300 mutations never crash and never pass', async () => {
  const parties = await createSealParties('sm2');
  const der = await signSeal(sampleSealContent(parties, await makeUnitSeal(sampleSealText)));
  const options = { at: parties.at, trustedMakers: [parties.root], holderCertificate: parties.holder };
  expect(verifySeal(der, options).genuine).toBe(true);
  const next = sequenceOf(20261128);
  const within = (length: number) => Math.floor(next() * length);
  // A seal is picture for the most part; what is around it has more to break.
  const place = () => (next() < 0.4 ? within(der.length) : next() < 0.5 ? within(900) : der.length - 1 - within(900));
  const mutations: (() => Buffer)[] = [
    () => {
      const copy = Buffer.from(der);
      const at = place();
      copy[at] = (copy[at] ?? 0) ^ (1 << within(8));
      return copy;
    },
    () => der.subarray(0, place()),
    () => Buffer.concat([der.subarray(0, place()), der.subarray(place())]),
    () => {
      const [first = 0, second = 0, third = 0] = [place(), place(), place()].sort((a, b) => a - b);
      return Buffer.concat([
        der.subarray(0, first),
        der.subarray(second, third),
        der.subarray(first, second),
        der.subarray(third),
      ]);
    },
    () => {
      const at = place();
      return Buffer.concat([der.subarray(0, at), Buffer.from([within(256)]), der.subarray(at)]);
    },
    () => {
      const copy = Buffer.from(der);
      copy.fill(within(256), place(), place());
      return copy;
    },
  ];
  const reasons = new Map<string, number>();
  for (let count = 0; count < 300; count += 1) {
    const mutated = mutations[count % mutations.length]?.() ?? Buffer.alloc(0);
    if (mutated.equals(der)) continue;
    const result = verifySeal(mutated, options);
    expect(result.genuine).toBe(false);
    const reason = result.genuine ? 'genuine' : result.refusal;
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  expect([...reasons.values()].reduce((sum, count) => sum + count)).toBeGreaterThan(250);
  // It was not always the first gate that held.
  expect([...reasons.keys()]).toEqual(expect.arrayContaining(['structure', 'signature']));
});

/** Numbers from 0 to 1, the same every time (mulberry32). */
function sequenceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
