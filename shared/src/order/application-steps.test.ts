import {
  APPLICATION_STEP_LABELS,
  APPLICATION_STEPS,
  type ApplicationFacts,
  CONTRACT_STATES,
  currentApplicationStep,
} from './application-steps';

const nothingDone: ApplicationFacts = {
  particularsComplete: false,
  identityVerified: false,
  contractState: 'unread',
  hasIdCard: false,
  hasSignature: false,
  formComplete: false,
  attachmentsComplete: false,
};
const allDone: ApplicationFacts = {
  particularsComplete: true,
  identityVerified: true,
  contractState: 'acknowledged',
  hasIdCard: true,
  hasSignature: true,
  formComplete: true,
  attachmentsComplete: true,
};

describe('the step of an application', () => {
  it('walks through all steps in order, one fact at a time', () => {
    const walk: Partial<ApplicationFacts>[] = [
      {},
      { particularsComplete: true },
      { identityVerified: true },
      { hasIdCard: true },
      { contractState: 'consented' },
      { hasSignature: true, contractState: 'sealing' },
      { contractState: 'acknowledged' },
      { formComplete: true },
      { attachmentsComplete: true },
    ];
    let facts = nothingDone;
    const steps = walk.map((change) => {
      facts = { ...facts, ...change };
      return currentApplicationStep(facts);
    });
    expect(steps).toEqual([...APPLICATION_STEPS]);
  });

  it.each([
    ['the particulars', { particularsComplete: false }, 'particulars'],
    ['an identity', { identityVerified: false }, 'identity'],
    ['a consent', { contractState: 'unread' }, 'contract'],
    ['the ID card', { hasIdCard: false }, 'papers'],
    ['the signature', { hasSignature: false }, 'signature'],
    ['the submitted signature', { contractState: 'consented' }, 'signature'],
    ['the sealed contract', { contractState: 'sealing' }, 'sealed'],
    ['the acknowledgement', { contractState: 'sealed' }, 'sealed'],
    ['the form', { formComplete: false }, 'form'],
    ['the attachments', { attachmentsComplete: false }, 'attachments'],
    ['nothing', {}, 'submit'],
  ] as const)('goes back to the first step that lacks something: %s', (_, missing, step) => {
    expect(currentApplicationStep({ ...allDone, ...missing })).toBe(step);
  });

  it('never opens the form while the contract is not acknowledged', () => {
    for (const contractState of CONTRACT_STATES.filter((state) => state !== 'acknowledged')) {
      expect(['identity', 'contract', 'signature', 'sealed']).toContain(
        currentApplicationStep({ ...allDone, contractState }),
      );
    }
  });

  it('has a different label for each', () => {
    expect(new Set(Object.values(APPLICATION_STEP_LABELS)).size).toBe(APPLICATION_STEPS.length);
  });
});
