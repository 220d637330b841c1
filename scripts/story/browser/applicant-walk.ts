import { NAME_ON_CANVAS } from '../name-strokes';
import type { StoryPerson } from '../people';
import { drawOn } from './draw-on';
import type { PageHands } from './page-hands';

export interface ApplicantWalk {
  readonly hands: PageHands;
  readonly origin: string;
  readonly person: StoryPerson;
  /** The newest code that arrived on the person's phone. */
  readonly readSmsCode: (phone: string) => Promise<string>;
  readonly photos: { readonly front: Buffer; readonly back: Buffer };
  /** Called at each station, e.g. for a picture. */
  readonly station: (name: string) => Promise<void>;
}

const jpeg = (name: string, buffer: Buffer) => ({ name: `${name}.jpg`, mimeType: 'image/jpeg', buffer });

export async function signInByPhone(walk: Omit<ApplicantWalk, 'photos'>): Promise<void> {
  const { hands, origin, person, readSmsCode, station } = walk;
  await hands.page.goto(`${origin}/#/pages/sign-in/index`);
  await hands.see('用手机号登录');
  await station('sign-in');
  await hands.type('手机号', person.phone);
  await hands.tap('获取验证码');
  await hands.see(/验证码已发送到/);
  await hands.type('短信验证码', await readSmsCode(person.phone));
  await hands.tick('我已阅读并同意服务协议与隐私政策');
  await hands.tap('登录');
  await hands.see('办理');
}

const startWith =
  (project: RegExp) =>
  async ({ hands, origin, station }: ApplicantWalk): Promise<void> => {
    await hands.page.goto(`${origin}/#/pages/home/index`);
    await hands.see(/您好/);
    await station('home');
    await hands.page.goto(`${origin}/#/subpackages/apply/pages/start/index`);
    await hands.choose(project);
    await station('start');
    await hands.tap('开始申请');
  };

export const startApplication = startWith(/政府采购云平台/);
/** For oneself: no unit, no papers. */
export const startPersonalApplication = startWith(/个人电子签名/);

export async function tellHowToReach({ hands }: ApplicantWalk): Promise<void> {
  await hands.see('联系方式');
  await hands.type('邮箱', 'applicant@example.com');
  await hands.type('联系地址', '示例省示例市演示区测试路 2 号');
  await hands.tap('下一步');
}

export async function tellParticulars({ hands, person, photos, station }: ApplicantWalk): Promise<void> {
  await hands.see('单位信息');
  await hands.type('单位名称', person.unitName);
  await hands.type('统一社会信用代码', person.unifiedSocialCreditCode);
  await hands.type('法定代表人', person.legalRepresentative);
  await hands.choose(person.legalRepresentative === person.name ? /法定代表人（负责人）本人/ : /经办人/);
  await hands.give('从相册选，营业执照', jpeg('licence', photos.front));
  await hands.page.getByRole('button', { name: '删除营业执照第 1 张' }).locator('visible=true').waitFor();
  await hands.type('邮箱', 'applicant@example.com');
  await hands.type('联系地址', '示例省示例市演示区测试路 2 号');
  await station('particulars');
  await hands.tap('下一步');
}

export async function proveIdentity({ hands, person, station }: ApplicantWalk): Promise<void> {
  await hands.see('填写您本人的身份信息');
  await hands.type('姓名', person.name);
  await hands.type('身份证号码', person.idNumber);
  await hands.tick('我单独同意为上述目的处理我的身份证号码');
  await station('identity');
  await hands.tap('开始认证');
}

/** Scrolls whatever scrolls (the page or a container) to its end, as a reading finger does. */
async function readToTheEnd({ page, see }: PageHands): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) {
    await page.mouse.move(180, 400);
    await page.mouse.wheel(0, 700);
    const done = await page.getByText('已读完').locator('visible=true').count();
    if (done > 0) {
      return;
    }
    await page.waitForTimeout(60);
  }
  await see('已读完');
}

export async function readContract({ hands, station }: ApplicantWalk): Promise<void> {
  await hands.see('先看要点');
  await station('contract');
  await readToTheEnd(hands);
  await hands.tick('我已阅读合同全文，同意签署');
  // Whoever scrolls so fast says that they have read all the same.
  await hands.tickIfThere(/^我确认已阅读并理解合同全文/);
  await hands.tap('同意并继续');
}

export async function photographCards({ hands, photos, station }: ApplicantWalk): Promise<void> {
  await hands.see('身份证照片');
  await hands.give('从相册选身份证人像面', jpeg('front', photos.front));
  await hands.see('重拍');
  await hands.give('从相册选身份证国徽面', jpeg('back', photos.back));
  await hands.page.getByText('重拍', { exact: true }).locator('visible=true').nth(1).waitFor();
  await station('papers');
  await hands.tap('下一步');
}

export async function signContract({ hands, station }: ApplicantWalk): Promise<void> {
  await hands.see('确认签名');
  await drawOn(hands.page, 'canvas#signature-canvas', NAME_ON_CANVAS);
  await station('signature');
  await hands.tap('确认签名');
  await hands.see('已确认');
  await station('sign');
  await hands.tap('确认签署');
}

/** Opens the sealed contract; answers its bytes as the browser got them. */
export async function readSealedContract({ hands, station }: ApplicantWalk): Promise<void> {
  await hands.see('合同编号');
  await station('sealed');
  const { page } = hands;
  const [popup] = await Promise.all([page.waitForEvent('popup'), hands.tap('打开合同')]);
  await popup.close();
  await hands.tick('我已阅读生成的合同');
  await hands.tap('确认合同');
}

export async function fillForm({ hands, person, station }: ApplicantWalk): Promise<void> {
  await hands.choose(/不开发票/);
  await hands.choose(/邮寄领取/);
  await hands.choose(/EMS/);
  await hands.type('收件人', person.name);
  await hands.type('收件人手机号', person.phone);
  await hands.pick('省（自治区、直辖市）', '内蒙古自治区');
  await hands.pick('市（盟）', '呼和浩特市');
  await hands.pick('区县（旗）', '新城区');
  await hands.type('详细地址', '测试路 2 号');
  await station('form');
  await hands.tap('下一步');
}

export async function attachPapers({ hands, station }: ApplicantWalk): Promise<void> {
  await hands.page.getByRole('button', { name: '删除营业执照第 1 张' }).locator('visible=true').waitFor();
  await station('attachments');
  await hands.tap('下一步');
}

export async function submitApplication({ hands, station }: ApplicantWalk): Promise<void> {
  await hands.see('提交后 1 个工作日内');
  await station('confirm');
  await hands.tap('提交申请');
  await hands.see('申请已提交');
  await station('submitted');
  await hands.tap('查看申请进度');
  await hands.see('待审核');
  await station('order');
}
