import { operatorOf } from './operator-name';

const osUser = () => 'ops';

describe('who runs a command', () => {
  it.each([
    [['add', '--operator', '李 安娜'], {}, '李 安娜'],
    [['add', '--operator=anna.li', '--roles', 'x'], { OPERATOR_NAME: 'somebody' }, 'anna.li'],
    [['add'], { OPERATOR_NAME: 'anna@ca' }, 'anna@ca'],
    [['add'], { OPERATOR_NAME: '' }, 'ops'],
    [['add'], {}, 'ops'],
  ])('after %j with %j is %s, whatever the user of the operating system', (args, environment, name) => {
    expect(operatorOf(args, environment, osUser)).toEqual({ name, osUser: 'ops' });
  });

  it.each(['', '-', 'a\nb', 'x'.repeat(65), '"root"'])('is not %j', (name) => {
    expect(() => operatorOf(['--operator', name], {}, osUser)).toThrow('--operator must be a name');
  });
});
