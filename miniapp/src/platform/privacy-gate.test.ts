import { type AnswerPrivacy, createPrivacyGate } from './privacy-gate';

const answered = () => jest.fn<void, Parameters<AnswerPrivacy>>();
const page = { name: 'papers' };
const policyPage = { name: 'terms' };

describe('the privacy gate', () => {
  it('shows a question once, tells WeChat that it is shown, and lets the call go on after the tap', () => {
    const gate = createPrivacyGate();
    const answer = answered();
    gate.ask(answer, 'chooseMedia');
    expect(gate.current()).toEqual({ referrer: 'chooseMedia', owner: null });
    expect(answer).not.toHaveBeenCalled();

    gate.claim(page);
    expect(gate.current()?.owner).toBe(page);
    expect(answer).toHaveBeenLastCalledWith({ event: 'exposureAuthorization' });

    gate.agree('privacy-agree');
    expect(answer).toHaveBeenLastCalledWith({ event: 'agree', buttonId: 'privacy-agree' });
    expect(gate.current()).toBeNull();
  });

  it('answers every call that came meanwhile, each once', () => {
    const gate = createPrivacyGate();
    const first = answered();
    const second = answered();
    gate.ask(first, 'chooseMedia');
    gate.claim(page);
    gate.ask(second, 'chooseInvoiceTitle');
    expect(gate.current()?.referrer).toBe('chooseMedia');
    gate.refuse();
    gate.refuse();
    for (const answer of [first, second]) {
      expect(answer.mock.calls).toEqual([[{ event: 'exposureAuthorization' }], [{ event: 'disagree' }]]);
    }
  });

  it('stays with the page that asks while the policy is read, and moves on when that page has gone', () => {
    const gate = createPrivacyGate();
    gate.ask(answered(), 'button.getPhoneNumber');
    gate.claim(page);
    gate.claim(policyPage);
    expect(gate.current()?.owner).toBe(page);

    gate.release(policyPage);
    expect(gate.current()?.owner).toBe(page);
    gate.release(page);
    gate.claim(policyPage);
    expect(gate.current()?.owner).toBe(policyPage);
  });

  it('tells its listeners until they stop listening', () => {
    const gate = createPrivacyGate();
    const listener = jest.fn();
    const stop = gate.subscribe(listener);
    gate.ask(answered(), 'chooseMedia');
    expect(listener).toHaveBeenCalledTimes(1);
    stop();
    gate.refuse();
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('has nothing to claim or answer before a call', () => {
    const gate = createPrivacyGate();
    gate.claim(page);
    gate.agree('privacy-agree');
    expect(gate.current()).toBeNull();
  });
});
