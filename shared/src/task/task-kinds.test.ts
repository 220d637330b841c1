import { STAFF_ROLES } from '../schemas/staff-role';
import { TASK_SETTLEMENTS } from './task-kind';
import { TASK_KIND_NAMES, TASK_KINDS } from './task-kinds';

describe.each(TASK_KIND_NAMES)('task %s', (name) => {
  const { role, dueHours, settlements, redo, label, advice } = TASK_KINDS[name];

  it('has an owner and a time by which it is due', () => {
    expect(STAFF_ROLES).toContain(role);
    expect(dueHours).toBeGreaterThan(0);
    expect(dueHours).toBeLessThanOrEqual(72);
  });

  it('has a way out: a button, a settlement, or an act elsewhere that its advice names', () => {
    const closesByItself = advice.includes('自动关闭');
    expect(redo !== null || settlements.length > 0 || closesByItself).toBe(true);
  });

  it('says in Chinese what has stopped and what to do', () => {
    expect(label).toMatch(/\p{Script=Han}/u);
    expect(advice.length).toBeGreaterThan(5);
  });

  it('offers only settlements that have words', () => {
    expect(settlements.filter((settlement) => !TASK_SETTLEMENTS.includes(settlement))).toEqual([]);
  });
});
