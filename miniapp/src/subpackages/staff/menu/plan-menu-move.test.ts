import type { RouteName } from '../../../routes';
import { planMenuMove } from './plan-menu-move';

describe('moving by the menu', () => {
  it('returns to a page that is open, and stays on the one in front', () => {
    expect(planMenuMove(['staffQueue', 'staffRefunds', 'staffRefund'], 'staffQueue')).toEqual({
      kind: 'back',
      pages: 2,
    });
    expect(planMenuMove(['staffQueue', 'staffRefunds'], 'staffRefunds')).toEqual({ kind: 'stay' });
  });

  it('keeps the first page below and replaces the others', () => {
    expect(planMenuMove(['staffQueue'], 'staffTasks')).toEqual({ kind: 'open' });
    expect(planMenuMove(['mine', 'staffQueue'], 'staffTasks')).toEqual({ kind: 'open' });
    expect(planMenuMove(['mine', 'staffQueue', 'staffReview'], 'staffTasks')).toEqual({ kind: 'replace' });
    expect(planMenuMove(['staffQueue', 'staffTasks'], 'staffRefunds')).toEqual({ kind: 'replace' });
  });

  it('begins afresh before WeChat has no room for another page', () => {
    const deep: RouteName[] = Array.from({ length: 7 }, () => 'staffReview');
    expect(planMenuMove(deep, 'staffTasks')).toEqual({ kind: 'afresh' });
  });
});
