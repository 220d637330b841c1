import { stepStates } from './step-states';

describe('the steps bar', () => {
  it('ticks what is done, marks where one is and leaves the rest', () => {
    expect(stepStates('papers', 'papers')).toEqual({
      identity: 'done',
      contract: 'done',
      papers: 'current',
      sealed: 'ahead',
      form: 'ahead',
      attachments: 'ahead',
      submit: 'ahead',
    });
  });

  it('keeps later ticks while an earlier step is looked at again', () => {
    const states = stepStates('contract', 'form');
    expect(states.contract).toBe('current');
    expect(states.sealed).toBe('done');
    expect(states.form).toBe('ahead');
  });
});
