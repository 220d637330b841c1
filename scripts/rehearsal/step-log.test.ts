import { createStepLog } from './step-log';

it('prints what each step has seen, and lets the first that fails end it all', async () => {
  const lines: string[] = [];
  let time = 0;
  const log = createStepLog(
    (line) => void lines.push(line),
    () => time,
  );
  await log.step('备份', async () => {
    time += 1500;
    return 'one\ntwo\n';
  });
  await expect(
    log.step('恢复', async () => {
      throw new Error('not empty');
    }),
  ).rejects.toThrow('not empty');
  expect(lines).toEqual(['✓ 1. 备份（1.5 秒）\n    one\n    two', '✗ 2. 恢复（0.0 秒）\n    not empty']);
});
