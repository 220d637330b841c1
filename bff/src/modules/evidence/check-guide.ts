import { formatChinaDate } from '@acceptance/shared';
import { type CheckStep, checkSteps } from './check-steps';
import type { GuideFacts } from './sealed-evidence';

const MARK = '```';

/** A block that is meant to be copied: it ends with exit code 0 when all of it holds. */
const commandBlock = (commands: readonly string[]): string => [`${MARK}sh`, ...commands, MARK].join('\n');

function sectionOf({ title, why, commands, shows, leavesOpen }: CheckStep, index: number): string {
  return [
    `## ${index + 1}. ${title}`,
    why,
    ...commands.map((block) => commandBlock(block)),
    `**说明什么**：${shows}`,
    `**不说明什么**：${leavesOpen}`,
  ].join('\n\n');
}

/** What each file is, for who opens the folder. */
function fileList({ parts, hasDetails }: GuideFacts): string {
  const files: readonly (readonly [string, string] | false)[] = [
    ['contract.pdf', '盖章并数字签名的合同，与申请人下载的是同一个文件'],
    ['text.json', '同意签署时读到的合同正文，规范形式（键名排序、没有空白）；它的 SHA-256 就是合同里印的“正文摘要”'],
    ['text.txt', '同样的正文和约定事项，供人阅读'],
    hasDetails && [
      'details.json',
      '约定事项（当事人、项目、费用等），规范形式；它的 SHA-256 是合同里印的“约定事项摘要”',
    ],
    ['consent.json', '同意记录：谁、什么时候、同意哪个版本、是否读到末尾、各部分阅读秒数、设备和网络地址'],
    [
      'identity.json',
      '实名核验结果：姓名和证件号码（已遮盖）、渠道、时间；channel 为 provider（运营商三要素）、face（人脸核身）或 staff（人工）',
    ],
    ['photos.json', '证件照和材料的用途、SHA-256、大小；照片本身不在这里'],
    ['signature.json', '手写签名：图片和印到合同上的笔迹的 SHA-256，书写的笔画数、点数、用时和笔迹摘要'],
    ['signature.p7s', '从合同里取出的数字签名（CMS，DER 编码）'],
    ['signer-chain.pem', '签名证书和它的上级证书'],
    parts.rootPem !== null && ['root.pem', '根证书'],
    parts.timestamp !== null && ['timestamp.tst', '时间戳令牌（RFC 3161）'],
    parts.timestamp !== null && ['timestamp-chain.pem', '时间戳服务的证书'],
    parts.timestamp?.rootPem !== undefined &&
      parts.timestamp.rootPem !== null && ['timestamp-root.pem', '时间戳服务的根证书'],
    ['audit.jsonl', '审计链里与这份申请有关、由申请人本人和系统做的记录，每行一条，是计算摘要的原文'],
    ['audit.hashes', '上面各条记录在审计链里保存的 SHA-256，逐行对应'],
    [
      'audit-others.jsonl',
      '其他人（工作人员等）的操作：时间、操作、角色和结果；不写是谁，所以这些记录的摘要不能由您重算',
    ],
    ['audit-anchor.json', '审计链现在的末端，和每日存证点（锚）：合同盖章之后的第一个、最新的一个'],
    ['manifest.sha256', '以上各文件的 SHA-256'],
  ];
  return files.flatMap((file) => (file ? [`- \`${file[0]}\`：${file[1]}`] : [])).join('\n');
}

/** How a stranger checks the package on a machine of their own without the network, step by step. */
export function checkGuide(facts: GuideFacts): string {
  const { order, sealedAt, madeAt } = facts;
  const number = order.contract.contractNumber ?? '';
  return `${[
    '# 怎样核对这个证据包',
    `合同编号 ${number}，申请编号 ${order.orderNumber}，盖章时间 ${formatChinaDate(sealedAt.toISOString())}（${sealedAt.toISOString()}）。证据包于 ${madeAt.toISOString()} 生成。`,
    '任何人都可以在自己的电脑上核对，不用联网，也不用相信我们的网站。需要 openssl（3.0 或更新）、poppler 的 pdfsig 和 pdftotext、sha256sum 等常用命令；在 Debian 或 Ubuntu 上是软件包 openssl、poppler-utils 和 coreutils。把压缩包解压，在解压后的文件夹里打开终端，逐步复制下面的命令。每一步成功时命令的退出码是 0；哪一步不成功，哪一步所说明的事就不成立。',
    fileList(facts),
    ...checkSteps(facts).map(sectionOf),
    '## 总的来说',
    '第 2 至 5 步只依靠密码学：合同由所列证书签名，签名之后没有改动，所签的正文和约定事项就是 text.json 和 details.json。其余文件（同意记录、核验结果、照片摘要、签名情况）摘自机构的数据库，没有单独签名；它们与审计链记录、合同里的摘要互相印证，但其真实性最终由机构负责。里面有姓名、证件号码、电话和网络地址，请妥善保管。',
  ].join('\n\n')}\n`;
}
