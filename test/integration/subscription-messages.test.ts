import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { endpoints } from '@acceptance/shared';
import { orderOf } from '../../scripts/story/story-context';
import { meet, takeSteps } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();

describe('the WeChat message about a review', () => {
  it('opens the page of that very order', async () => {
    const { wechat } = system().standIns;
    const context = await meet(system(), 'sign-in');
    const { code, openId } = wechat.issueLoginCode();
    await context.applicant.call(endpoints.auth.bindWechat, { body: { loginCode: code } });
    wechat.grantSubscription(openId, system().environment.WECHAT_REVIEW_TEMPLATE_ID!);
    await takeSteps(
      context,
      ...(['start', 'particulars', 'identity', 'id-card', 'consent', 'signature', 'sign', 'sealed'] as const),
      ...(['form', 'attachments', 'submit', 'staff-sign-in', 'review', 'approve'] as const),
    );
    const message = wechat.subscriptionMessages().find((sent) => sent.openId === openId);
    const [path, query] = (message?.page ?? '').split('?');
    expect(query).toBe(`orderId=${orderOf(context).id}`);
    // The page and its parameter as the mini-program declares them.
    const routes = readFileSync(resolve(__dirname, '../../miniapp/src/routes.ts'), 'utf8');
    expect(routes).toContain("order: page<OrderParams>('order', 'order')");
    expect(routes).toMatch(/interface OrderParams \{\s+readonly orderId: string;/);
    expect(path).toBe('pages/order/index');
  });
});
