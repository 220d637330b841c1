import { NAME_ON_CANVAS } from '../../../scripts/story/name-strokes';
import type { StoryPerson } from '../../../scripts/story/people';
import type { PhoneHands } from './phone-hands';

export interface ApplicationWalk {
  readonly hands: PhoneHands;
  readonly person: StoryPerson;
  readonly smsCode: (phone: string) => string;
}

export interface WalkStep {
  /** What happens, as a line of the story. */
  readonly name: string;
  run(walk: ApplicationWalk): Promise<void>;
}

export async function signIn({ hands, person, smsCode }: ApplicationWalk): Promise<void> {
  await hands.tap('登录后开始申请');
  await hands.see('用手机号登录');
  await hands.type('手机号', person.phone);
  await hands.tap('获取验证码');
  await hands.see('验证码已发送到');
  await hands.type('短信验证码', smsCode(person.phone));
  await hands.tick('我已阅读并同意服务协议与隐私政策');
  await hands.tap('登录');
  await hands.waitFor('the sign-in to be over', async () => !(await hands.page()).path.endsWith('sign-in/index'));
}

const startWith =
  (project: RegExp) =>
  async ({ hands }: ApplicationWalk): Promise<void> => {
    await hands.tap('开始申请');
    await hands.see('您要办理哪个项目的证书');
    await hands.choose(project);
    await hands.tap('开始申请');
  };

async function tellHowToReach({ hands }: ApplicationWalk): Promise<void> {
  await hands.see('联系方式');
  await hands.type('邮箱', 'applicant@example.com');
  await hands.type('联系地址', '示例省示例市演示区测试路 2 号');
  await hands.tap('下一步');
}

async function tellParticulars({ hands, person }: ApplicationWalk): Promise<void> {
  await hands.see('单位信息');
  await hands.type('单位名称', person.unitName);
  await hands.type('统一社会信用代码', person.unifiedSocialCreditCode);
  await hands.type('法定代表人', person.legalRepresentative);
  await hands.choose(person.legalRepresentative === person.name ? /法定代表人（负责人）本人/ : /经办人/);
  await hands.tap(/从相册选，?营业执照/);
  await hands.tapIfAsked('同意并继续', /^删除营业执照第 1 张$/);
  await hands.find('button', '删除营业执照第 1 张');
  await hands.type('邮箱', 'applicant@example.com');
  await hands.type('联系地址', '示例省示例市演示区测试路 2 号');
  await hands.tap('下一步');
}

async function proveIdentity({ hands, person }: ApplicationWalk): Promise<void> {
  await hands.see('填写您本人的身份信息');
  await hands.type('姓名', person.name);
  await hands.type('身份证号码', person.idNumber);
  await hands.tick('我单独同意为上述目的处理我的身份证号码');
  await hands.tap('开始认证');
}

export async function readContract({ hands }: ApplicationWalk): Promise<void> {
  await hands.see('先看要点');
  await hands.readToTheEnd('已读完');
  await hands.tick('我已阅读合同全文，同意签署');
  // Whoever scrolls so fast says that they have read all the same.
  await hands.tickIfThere(/^我确认已阅读并理解合同全文/);
  await hands.tap('同意并继续');
}

async function photographCards({ hands }: ApplicationWalk): Promise<void> {
  await hands.see('身份证照片');
  await hands.tap('从相册选身份证人像面');
  await hands.tapIfAsked('同意并继续', /^重拍身份证人像面$/);
  await hands.find('button', '重拍身份证人像面');
  await hands.tap('从相册选身份证国徽面');
  await hands.find('button', '重拍身份证国徽面');
  await hands.tap('下一步');
}

async function sign({ hands }: ApplicationWalk): Promise<void> {
  await hands.find('button', '确认签名');
  await hands.draw('#signature-canvas', NAME_ON_CANVAS);
  await hands.tap('确认签名');
  await hands.see('已确认');
  await hands.see('请核对');
  await hands.tap('确认签署');
}

async function readSealedContract({ hands }: ApplicationWalk): Promise<void> {
  await hands.see('合同编号');
  await hands.tap('打开合同');
  await hands.tick('我已阅读生成的合同');
  await hands.tap('确认合同');
}

export async function chooseDelivery({ hands, person }: ApplicationWalk): Promise<void> {
  await hands.choose(/邮寄领取/);
  await hands.choose(/EMS/);
  await hands.type('收件人', person.name);
  await hands.type('收件人手机号', person.phone);
  await hands.see('列表里没有？手动填写');
  const picker = await (await hands.page()).$('picker');
  await picker?.trigger('change', { value: [4, 0, 0] });
  await hands.type('详细地址', '测试路 2 号');
  await hands.tap('下一步');
}

async function fillForm(walk: ApplicationWalk): Promise<void> {
  await walk.hands.choose(/不开发票/);
  await chooseDelivery(walk);
}

/** The licence is there already; an agent brings the authority letter. */
export async function attachPapers({ hands, person }: ApplicationWalk): Promise<void> {
  await hands.find('button', '删除营业执照第 1 张');
  if (person.legalRepresentative !== person.name) {
    await hands.tap(/从相册选，?经办人授权书/);
    await hands.find('button', '删除经办人授权书第 1 张');
  }
  await hands.tap('下一步');
}

/** Nothing is asked for: the form has led to the summary at once. */
async function passPapers({ hands }: ApplicationWalk): Promise<void> {
  await hands.see('提交后 1 个工作日内');
}

export async function submit({ hands }: ApplicationWalk): Promise<void> {
  await hands.see('提交后 1 个工作日内');
  await hands.tap('提交申请');
  await hands.see('申请已提交');
}

/** The main job of an applicant, step by step. */
export const APPLICATION_STEPS: readonly WalkStep[] = [
  { name: 'signs in by a code sent to the phone', run: signIn },
  { name: 'starts an application', run: startWith(/政府采购云平台/) },
  { name: 'says which unit the certificate is for', run: tellParticulars },
  { name: 'proves the identity', run: proveIdentity },
  { name: 'photographs both sides of the ID card', run: photographCards },
  { name: 'reads the contract to its end and agrees', run: readContract },
  { name: 'signs by hand, checks and signs the contract', run: sign },
  { name: 'opens the sealed contract and acknowledges it', run: readSealedContract },
  { name: 'chooses invoice and delivery', run: fillForm },
  { name: 'attaches the papers', run: attachPapers },
  { name: 'submits the application', run: submit },
];

const PERSONAL: Readonly<Record<string, WalkStep['run']>> = {
  'starts an application': startWith(/个人电子签名/),
  'says which unit the certificate is for': tellHowToReach,
  'attaches the papers': passPapers,
};

/** The same of somebody who applies for themselves: no unit, no papers. */
export const PERSONAL_STEPS: readonly WalkStep[] = APPLICATION_STEPS.map(({ name, run }) => ({
  name,
  run: PERSONAL[name] ?? run,
}));

const AGAIN: readonly WalkStep['run'][] = [photographCards, readContract, sign, readSealedContract, submit];

/** What is done again where a certificate is followed by another: all else is filled in as it was. */
export const AGAIN_STEPS: readonly WalkStep[] = APPLICATION_STEPS.filter(({ run }) => AGAIN.includes(run));
