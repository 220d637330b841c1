import { randomBytes } from 'node:crypto';
import { checkCredentials } from '../../scripts/doctor/check-machine';
import { checkClock } from '../../scripts/doctor/check-remotes';
import { examine } from '../../scripts/doctor/examine';
import { type Finding, lineOf, mustBeMended } from '../../scripts/doctor/finding';
import { useSystem } from '../support/test-system';

const system = useSystem();
const REAL = () => new Date();
const DAY = 86_400_000;

const examined = (changes: Readonly<Record<string, string>> = {}, now = system().clock.now) =>
  examine({ ...system().environment, ...changes }, now);
const of = (findings: readonly Finding[], subject: string): string | undefined =>
  findings.find((finding) => finding.subject === subject)?.verdict;
const toMend = (findings: readonly Finding[]): string[] =>
  findings.filter(({ verdict }) => verdict === 'mend').map(({ subject }) => subject);
/** The clock of a test stands years away from that of the machine, which dates answers. */
const besidesClock = (subjects: readonly string[]): string[] => subjects.filter((subject) => subject !== '本机时钟');

/** What asking must not do. */
const sent = () => {
  const { tencentCloud, wechat, mail, wechatPay } = system().standIns;
  return [tencentCloud.sms(), wechat.subscriptionMessages(), mail.mails(), wechatPay.payments()];
};

it('finds a system that works in order, and says of everything else how to look at it by hand', async () => {
  const before = sent();
  const findings = await examined();
  expect(besidesClock(toMend(findings))).toEqual([]);
  const subjects = ['配置', '数据库', '数据库内容', '微信小程序接口', '微信支付', '邮件服务器', '证书机构'];
  expect(subjects.map((subject) => of(findings, subject))).toEqual(subjects.map(() => 'good'));
  expect(of(findings, '回调地址 WECHAT_PAY_NOTIFY_URL')).toBe('good');
  expect(of(findings, '小程序服务器域名')).toBe('unchecked');
  expect(findings.map(lineOf).join('\n')).toContain('【未能检查】腾讯云密钥、短信签名与模板：每次询问都可能计费');
  expect(sent()).toEqual(before);
});

it.each<[string, string, string]>([
  ['微信小程序接口', 'WECHAT_APP_SECRET', 'f'.repeat(32)],
  ['微信支付', 'WECHAT_PAY_MERCHANT_SERIAL', 'F'.repeat(40)],
  ['邮件服务器', 'SMTP_PASSWORD', 'not-the-password'],
  ['回调地址 WECHAT_PAY_NOTIFY_URL', 'WECHAT_PAY_NOTIFY_URL', 'http://127.0.0.1:1/api/callbacks/wechat-pay'],
  ['审计锚点文件', 'AUDIT_ANCHOR_FILE', '/nowhere/at/all/anchors'],
])('finds what does not work: %s', async (subject, setting, value) => {
  const findings = await examined({ [setting]: value });
  expect(besidesClock(toMend(findings))).toEqual([subject]);
  expect(mustBeMended(findings)).toBe(true);
  if (/SECRET|PASSWORD|SERIAL/.test(setting)) {
    expect(findings.map(lineOf).join('\n')).not.toContain(value);
  }
});

it('names every problem of the settings, and no value of them', async () => {
  const secret = randomBytes(20).toString('hex');
  const findings = await examined({ AUDIT_KEYS: secret, SMTP_URL: '' });
  expect(findings.filter(({ verdict }) => verdict === 'mend').length).toBeGreaterThan(1);
  const text = findings.map(lineOf).join('\n');
  expect(text).toContain('AUDIT_KEYS');
  expect(text).toContain('SMTP_URL');
  expect(text).not.toContain(secret);
});

it('finds a database that lacks migrations', async () => {
  const { connection } = system().container();
  const last = (await connection.collection('migrations').find().toArray()).at(-1)!;
  await connection.collection('migrations').deleteOne({ _id: last._id });
  const findings = await examined();
  await connection.collection('migrations').insertOne(last);
  expect(besidesClock(toMend(findings))).toEqual(['数据库内容']);
  expect(findings.map(lineOf).join('\n')).toContain('有 1 项升级没有执行：请运行 npm run migrate');
});

it('tells a clock that signatures would be refused for', async () => {
  const url = system().standIns.wechatPay.url;
  expect(await checkClock(url, REAL)).toMatchObject({ verdict: 'good' });
  expect(await checkClock(url, () => new Date(Date.now() + 120_000))).toMatchObject({ verdict: 'soon' });
  expect(await checkClock(url, () => new Date(Date.now() - 301_000))).toMatchObject({ verdict: 'mend' });
  expect(await checkClock('http://127.0.0.1:1', REAL)).toMatchObject({ verdict: 'mend' });
});

it('tells certificates that end soon from those that have ended', () => {
  const now = new Date('2026-11-28T00:00:00Z');
  const at = (days: number) => ({ name: `in ${days}`, notAfter: new Date(now.getTime() + days * DAY) });
  expect(checkCredentials([at(-1), at(29), at(30)], now).map(({ verdict }) => verdict)).toEqual([
    'mend',
    'soon',
    'good',
  ]);
});
