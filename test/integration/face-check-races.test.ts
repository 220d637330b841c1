import { recordIdOf } from '../../bff/src/database/record-id';
import type { StoryContext } from '../../scripts/story/story-context';
import { countOutcomes, outcomeOf } from '../support/expect-error';
import { askedOfVendor, startFaceCheck } from '../support/face-checking';
import { storedAccount } from '../support/stored-state';
import { meet } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();

const somebody = () => meet(system(), 'sign-in');
const begun = () => askedOfVendor(system(), 'DetectAuth');
const account = (context: StoryContext) => storedAccount(system(), context);

beforeEach(() => {
  system().standIns.requests.clear();
});

describe('a check by face that is begun', () => {
  it('ten times at once is one check, of which the vendor is asked three times at most', async () => {
    const context = await somebody();
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => outcomeOf(startFaceCheck(context))));
    expect(countOutcomes(outcomes).ok).toBeGreaterThan(0);
    expect(begun()).toBeLessThanOrEqual(3);
    const { _id: accountId } = await account(context);
    expect(
      await system()
        .container()
        .faceChecks.countDocuments({ accountId: String(accountId) }),
    ).toBe(1);
    expect((await account(context)).faceStarts?.count).toBe(1);
  });

  it('that gets the try which a call has given back asks the vendor no more', async () => {
    const context = await somebody();
    const { accounts, faceChecks } = system().container();
    const updateOne = accounts.updateOne.bind(accounts);
    // It has found no open check; before it takes its try another call begins one.
    const taking = jest.spyOn(accounts, 'updateOne').mockImplementation(((...input: Parameters<typeof updateOne>) => {
      if (!JSON.stringify(input[0]).includes('faceStarts.day')) {
        return updateOne(...input);
      }
      taking.mockRestore();
      return startFaceCheck(context).then(() => updateOne(...input));
    }) as typeof updateOne);
    try {
      const check = await startFaceCheck(context);
      expect(check.id).toBe(recordIdOf((await faceChecks.find({ state: 'open' }).lean()).at(-1)!));
      expect(begun()).toBe(1);
      expect((await account(context)).faceStarts?.count).toBe(1);
    } finally {
      taking.mockRestore();
    }
  });
});
