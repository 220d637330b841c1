import { EMPTY_DRAFT } from './decision-draft';
import { createHeldDecisions, type Decision, decidedIds, type HeldDecision } from './held-decisions';

const decisionOn = (orderId: string): Decision => ({
  orderId,
  orderNumber: `HL-${orderId}`,
  revision: 3,
  shownSha256: '0'.repeat(64),
  what: { kind: 'approve' },
  draft: { ...EMPTY_DRAFT, rejectReason: `draft of ${orderId}` },
});

function setUp(
  send: (decision: Decision) => Promise<unknown> = async () => undefined,
  stored: { decisions: readonly HeldDecision[] } = { decisions: [] },
) {
  const sent: string[] = [];
  const timers: { act: () => void; cancelled: boolean }[] = [];
  const decisions = createHeldDecisions({
    send: async (decision) => {
      sent.push(decision.orderId);
      return send(decision);
    },
    delayMs: 10_000,
    now: () => 1_000,
    store: {
      read: () => stored.decisions,
      write: (decisions) => {
        stored.decisions = decisions;
      },
    },
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
    expect(decisions.state()).toMatchObject({ held: [{ decision: { orderId: 'a' }, sendsAt: 11_000 }] });
    expect(sent).toEqual([]);
    await passTime();
    await passTime();
    expect(sent).toEqual(['a']);
    expect(decisions.state()).toMatchObject({ held: [], sending: [], failed: [], sentCount: 1 });
  });

  it('are never sent when undone, and give their draft back once', async () => {
    const { decisions, sent, passTime } = setUp();
    decisions.hold(decisionOn('a'));
    expect(decisions.undo('a')?.orderId).toBe('a');
    await passTime();
    expect(sent).toEqual([]);
    expect(decisions.takeDraft('a')?.rejectReason).toBe('draft of a');
    expect(decisions.takeDraft('a')).toBeNull();
    expect(decisions.undo('a')).toBeNull();
  });

  it('are undone each for itself: the next one does not end the time of the one before', async () => {
    const { decisions, sent, passTime } = setUp();
    decisions.hold(decisionOn('a'));
    decisions.hold(decisionOn('b'));
    expect(sent).toEqual([]);
    expect(decisions.undo('a')?.orderId).toBe('a');
    expect(decidedIds(decisions.state())).toEqual(['b']);
    await passTime();
    expect(sent).toEqual(['b']);
  });

  it('outlive their page while held and while on their way, for a minute', async () => {
    const stored: { decisions: readonly HeldDecision[] } = { decisions: [] };
    const left = setUp(() => new Promise(() => undefined), stored);
    left.decisions.hold(decisionOn('a'));
    left.decisions.hold(decisionOn('b'));
    void left.decisions.sendNow('b');
    const old = { decision: decisionOn('old'), sendsAt: 1_000 - 60_000 };
    stored.decisions = [...stored.decisions, old];
    const { decisions, sent, passTime } = setUp(undefined, stored);
    expect(decidedIds(decisions.state())).toEqual(['a', 'b']);
    await passTime();
    expect([...sent].sort()).toEqual(['a', 'b']);
    expect(stored.decisions).toEqual([]);
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
    const stop = decisions.subscribe(() => seen.push(decisions.state().held[0]?.decision.orderId));
    decisions.hold(decisionOn('a'));
    stop();
    decisions.undo('a');
    expect(seen).toEqual(['a']);
  });
});
