import { EMPTY_DRAFT } from './decision-draft';
import { createHeldDecisions, type Decision, decidedIds } from './held-decisions';

const decisionOn = (orderId: string): Decision => ({
  orderId,
  orderNumber: `HL-${orderId}`,
  revision: 3,
  shownSha256: '0'.repeat(64),
  what: { kind: 'approve' },
  draft: { ...EMPTY_DRAFT, rejectReason: `draft of ${orderId}` },
});

function setUp(send: (decision: Decision) => Promise<unknown> = async () => undefined) {
  const sent: string[] = [];
  const timers: { act: () => void; cancelled: boolean }[] = [];
  const decisions = createHeldDecisions({
    send: async (decision) => {
      sent.push(decision.orderId);
      return send(decision);
    },
    delayMs: 10_000,
    now: () => 1_000,
    schedule: (act) => {
      const timer = { act, cancelled: false };
      timers.push(timer);
      return () => {
        timer.cancelled = true;
      };
    },
  });
  const passTime = async () => {
    for (const timer of timers.filter((each) => !each.cancelled)) {
      timer.cancelled = true;
      timer.act();
    }
    await decisions.flush();
  };
  return { decisions, sent, passTime };
}

describe('decisions that can be undone', () => {
  it('are sent when the time is over, once', async () => {
    const { decisions, sent, passTime } = setUp();
    decisions.hold(decisionOn('a'));
    expect(decisions.state()).toMatchObject({ held: { orderId: 'a' }, sendsAt: 11_000 });
    expect(sent).toEqual([]);
    await passTime();
    await passTime();
    expect(sent).toEqual(['a']);
    expect(decisions.state()).toMatchObject({ held: null, sending: [], failed: [], sentCount: 1 });
  });

  it('are never sent when undone, and give their draft back once', async () => {
    const { decisions, sent, passTime } = setUp();
    decisions.hold(decisionOn('a'));
    expect(decisions.undo()?.orderId).toBe('a');
    await passTime();
    expect(sent).toEqual([]);
    expect(decisions.takeDraft('a')?.rejectReason).toBe('draft of a');
    expect(decisions.takeDraft('a')).toBeNull();
    expect(decisions.undo()).toBeNull();
  });

  it('are sent at once when the next one is made', async () => {
    const { decisions, sent } = setUp();
    decisions.hold(decisionOn('a'));
    decisions.hold(decisionOn('b'));
    expect(sent).toEqual(['a']);
    expect(decisions.state().held?.orderId).toBe('b');
    await decisions.flush();
    expect(sent).toEqual(['a', 'b']);
  });

  it('hide their orders from the queue while held and while on their way', async () => {
    const { decisions } = setUp(() => new Promise(() => undefined));
    decisions.hold(decisionOn('a'));
    decisions.hold(decisionOn('b'));
    expect(decidedIds(decisions.state()).sort()).toEqual(['a', 'b']);
  });

  it('are kept with their draft when refused, and can be sent again', async () => {
    const failures = [new Error('refused')];
    const { decisions, sent } = setUp(async () => {
      const failure = failures.pop();
      if (failure) {
        throw failure;
      }
    });
    decisions.hold(decisionOn('a'));
    await decisions.flush();
    const [failed] = decisions.state().failed;
    expect(failed).toMatchObject({ decision: { orderId: 'a' }, error: { message: 'refused' } });
    expect(decisions.takeDraft('a')).not.toBeNull();
    await decisions.retry(failed!);
    expect(sent).toEqual(['a', 'a']);
    expect(decisions.state()).toMatchObject({ failed: [], sentCount: 1 });
  });

  it('forget an old failure when the order is decided again', async () => {
    const { decisions } = setUp(async () => {
      throw new Error('refused');
    });
    decisions.hold(decisionOn('a'));
    await decisions.flush();
    decisions.hold(decisionOn('a'));
    expect(decisions.state().failed).toEqual([]);
  });

  it('tell their listeners until they stop listening', () => {
    const { decisions } = setUp();
    const seen: (string | undefined)[] = [];
    const stop = decisions.subscribe(() => seen.push(decisions.state().held?.orderId));
    decisions.hold(decisionOn('a'));
    stop();
    decisions.undo();
    expect(seen).toEqual(['a']);
  });
});
