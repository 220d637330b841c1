import { demoProblems } from './demo-problems';

const problemsOf = (name: string, value: string) =>
  demoProblems({ [name]: value }).filter((problem) => problem.startsWith(`${name}: `));

it.each([
  ['KUAIDI100_URL', 'http://127.0.0.1:8106'],
  ['KUAIDI100_CUSTOMER', 'DEMO0123456789ABCDEF012345678901'],
  ['KUAIDI100_KEY', 'demo01234567'],
  ['KUAIDI100_SALT', 'demo0123456789abcdef01234567'],
  ['KUAIDI100_NOTIFY_URL', 'http://acceptance.example.cn/api/callbacks/kuaidi100'],
  ['KUAIDI100_NOTIFY_URL', 'https://10.0.0.1/api/callbacks/kuaidi100'],
  ['KUAIDI100_NOTIFY_URL', 'https://acceptance.example.cn/api/callbacks'],
  ['KUAIDI100_NOTIFY_URL', 'https://acceptance.example.cn/api/callbacks/wechat-pay'],
])('a start in production refuses %s=%s', (name, value) => {
  expect(problemsOf(name, value)).toHaveLength(1);
});

it.each([
  ['KUAIDI100_URL', 'https://poll.kuaidi100.com'],
  ['KUAIDI100_NOTIFY_URL', 'https://acceptance.example.cn/api/callbacks/kuaidi100'],
  ['WECHAT_PAY_NOTIFY_URL', 'https://acceptance.example.cn/api/callbacks/wechat-pay'],
])('and takes %s=%s', (name, value) => {
  expect(problemsOf(name, value)).toEqual([]);
});
