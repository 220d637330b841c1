import { whatIsMissing } from './what-is-missing';

describe('before a UKey is handed over', () => {
  it('the document has to be ticked', () => {
    expect(whatIsMissing({ collector: 'holder', agentName: '', isChecked: false })).toEqual({
      agentName: false,
      document: true,
    });
  });

  it('whoever was sent has to be named', () => {
    expect(whatIsMissing({ collector: 'agent', agentName: '  ', isChecked: true }).agentName).toBe(true);
    expect(whatIsMissing({ collector: 'agent', agentName: '李四', isChecked: true })).toEqual({
      agentName: false,
      document: false,
    });
  });
});
