import { MOST_STEP_PAGES, planMove, type StackedPage } from './plan-move';

const HOME: StackedPage = { route: 'home', orderId: null };
const step = (route: StackedPage['route'], orderId = 'a'): StackedPage => ({ route, orderId });
const PARTICULARS = step('applyParticulars');
const PAPERS = step('applyPapers');
const FORM = step('applyForm');

describe('moving between the pages of an application', () => {
  it('opens the next step on top, so that Back is one step back', () => {
    expect(planMove([HOME, PARTICULARS], { route: 'applyPapers', orderId: 'a' })).toEqual({ kind: 'forward' });
  });

  it('returns to a step that is open already instead of opening it twice', () => {
    const stack = [HOME, PARTICULARS, PAPERS, FORM];
    expect(planMove(stack, { route: 'applyParticulars', orderId: 'a' })).toEqual({ kind: 'back', delta: 2 });
    expect(planMove(stack, { route: 'applyPapers', orderId: 'a', inPlace: true })).toEqual({ kind: 'back', delta: 1 });
  });

  it('does not take the step of another application for this one', () => {
    const stack = [HOME, step('applyParticulars', 'b'), FORM];
    expect(planMove(stack, { route: 'applyParticulars', orderId: 'a' })).toEqual({ kind: 'forward' });
  });

  it('puts the right page in place of a wrong one, to which Back must not lead', () => {
    expect(planMove([HOME, FORM], { route: 'applyPapers', orderId: 'a', inPlace: true })).toEqual({ kind: 'replace' });
  });

  it('stays where it is', () => {
    expect(planMove([HOME, FORM], { route: 'applyForm', orderId: 'a' })).toEqual({ kind: 'stay' });
  });

  it('keeps one page of WeChat’s ten for camera and signature', () => {
    const full = Array.from({ length: MOST_STEP_PAGES }, () => HOME);
    expect(planMove(full.slice(1), { route: 'applyForm', orderId: 'a' })).toEqual({ kind: 'forward' });
    expect(planMove(full, { route: 'applyForm', orderId: 'a' })).toEqual({ kind: 'replace' });
  });

  it('leaves all steps behind once the application is handed in', () => {
    const order = { route: 'order', orderId: 'a' } as const;
    expect(planMove([HOME, PARTICULARS, PAPERS, FORM], order)).toEqual({ kind: 'leave', delta: 2 });
    expect(planMove([FORM], order)).toEqual({ kind: 'replace' });
    expect(planMove([HOME, FORM], order)).toEqual({ kind: 'replace' });
    expect(planMove([HOME, step('order'), FORM], order)).toEqual({ kind: 'back', delta: 1 });
  });
});
