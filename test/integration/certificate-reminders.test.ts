import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { endpoints } from '@acceptance/shared';
import { goTo, type Holder, handIn, newHolder, revokeAs, startSuccessor } from '../support/life-cycle-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

// Short enough that no clock goes on so far that what the contracts are sealed with ends.
beforeAll(() =>
  system()
    .container()
    .projects.updateOne({ _id: 'personal-signing' }, { $set: { validityMonths: 4 } }),
);

const reminders = ({ context }: Holder) =>
  system()
    .standIns.tencentCloud.sms(context.person.phone)
    .filter(({ templateId }) => templateId === 'demo-certificate-ending');

/** So many days before the end, with what is due then done, also by a second process that looks at the same. */
async function at(holder: Holder, daysBefore: number): Promise<number> {
  const end = Date.parse(holder.certificate.notAfter ?? '');
  system().clock.advance(end - daysBefore * DAY_MS - system().clock.now().getTime());
  await system().settle();
  system().clock.advance(HOUR_MS);
  await system().settle();
  return reminders(holder).length;
}

describe('a holder', () => {
  it('who has subscribed is told by WeChat too, and lands on the certificate with one tap', async () => {
    const { wechat } = system().standIns;
    const holder = await newHolder(system());
    const { code, openId } = wechat.issueLoginCode();
    await holder.context.applicant.call(endpoints.auth.bindWechat, { body: { loginCode: code } });
    const settings = await holder.context.applicant.call(endpoints.public.readSettings, {});
    wechat.grantSubscription(openId, settings.endingTemplateId);
    expect(await at(holder, 90)).toBe(1);
    expect(await at(holder, 30)).toBe(2);
    // One acceptance is good for one message; the SMS comes in any case.
    const messages = wechat.subscriptionMessages().filter((sent) => sent.openId === openId);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ title: '证书到期提醒' });
    expect(messages[0]?.fields[0]?.value).toBe(holder.certificate.orderNumber);
    expect(JSON.stringify(messages)).not.toContain(holder.context.person.name);
    const [path, query] = (messages[0]?.page ?? '').split('?');
    expect(query).toBe(`certificateId=${holder.certificate.id}`);
    const pages = readFileSync(resolve(__dirname, '../../miniapp/src/routes.ts'), 'utf8');
    expect(pages).toContain("certificate: pageOf<{ readonly certificateId: string }>('certificate', 'detail'");
    expect(path).toBe('subpackages/certificate/pages/detail/index');
  });

  it('is reminded 90, 30 and 7 days before the end, once each, by a message that names nobody', async () => {
    const holder = await newHolder(system());
    expect(await at(holder, 91)).toBe(0);
    expect(await at(holder, 90)).toBe(1);
    expect(await at(holder, 60)).toBe(1);
    expect(await at(holder, 30)).toBe(2);
    expect(await at(holder, 8)).toBe(2);
    expect(await at(holder, 7)).toBe(3);
    expect(await at(holder, 1)).toBe(3);
    const [message] = reminders(holder);
    expect(message?.text).toContain(holder.certificate.orderNumber);
    expect(message?.text).not.toContain(holder.context.person.name);
    expect(await at(holder, -1)).toBe(3);
  });

  it('who comes to it late gets one message, and not at night', async () => {
    const holder = await newHolder(system());
    const end = Date.parse(holder.certificate.notAfter ?? '');
    // The certificate ends shortly after ten in the morning: eleven hours later it is night.
    system().clock.advance(end - 20 * DAY_MS + 11 * HOUR_MS - system().clock.now().getTime());
    await system().settle();
    expect(reminders(holder)).toHaveLength(0);
    system().clock.advance(13 * HOUR_MS);
    await system().settle();
    expect(reminders(holder)).toHaveLength(1);
  });

  it('whose certificate is being renewed, or is revoked, is left alone', async () => {
    const renewing = await newHolder(system());
    const revoked = await newHolder(system());
    await goTo(system(), renewing, 60);
    const before = reminders(renewing).length;
    await startSuccessor(renewing.context, renewing.certificate.id, 'renewal');
    await handIn(renewing.context);
    await goTo(system(), { ...revoked, certificate: renewing.certificate }, 59);
    await revokeAs(system(), revoked.context, revoked.certificate.id, 'unspecified');
    const beforeRevoked = reminders(revoked).length;
    expect(await at(renewing, 30)).toBe(before);
    expect(reminders(revoked)).toHaveLength(beforeRevoked);
  });
});
