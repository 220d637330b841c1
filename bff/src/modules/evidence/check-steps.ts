import type { GuideFacts } from './sealed-evidence';

/** One thing that is checked. Each block of commands is run as it stands, in the folder of the files. */
export interface CheckStep {
  readonly title: string;
  readonly why: string;
  readonly commands: readonly (readonly string[])[];
  readonly shows: string;
  readonly leavesOpen: string;
}

const wholePackage: CheckStep = {
  title: '文件齐全、没有损坏',
  why: '每个文件的摘要列在 manifest.sha256 里。',
  commands: [['sha256sum -c manifest.sha256']],
  shows: '文件与打包时相同，传输中没有损坏。',
  leavesOpen: '有意改动的人也能重写 manifest.sha256，所以真假要看下面各步。',
};

/** Where the signature is in the file: the byte range, and the hexadecimal digits in the gap that it leaves. */
function signedBytes({ parts }: GuideFacts): CheckStep {
  const { before, resume, behind, cms } = parts;
  return {
    title: '取出被签名的内容',
    why: `合同的数字签名覆盖文件开头的 ${before} 个字节，和从第 ${resume + 1} 个字节起的 ${behind} 个字节（PDF 的 ByteRange）；两段之间是签名自己，用十六进制写成。`,
    commands: [
      [
        `head -c ${before} contract.pdf > signed.bin && tail -c +${resume + 1} contract.pdf | head -c ${behind} >> signed.bin`,
      ],
      [
        "od -An -v -tx1 signature.p7s | tr -d ' \\n' > signature.hex",
        `tail -c +${before + 2} contract.pdf | head -c ${cms.length * 2} | tr A-F a-f | cmp - signature.hex`,
      ],
    ],
    shows: 'signature.p7s 就是合同里的那个签名；signed.bin 是它签的全部内容。',
    leavesOpen: '还没有检查签名是否正确，这是下一步。',
  };
}

function signature({ parts, sealedAt }: GuideFacts): CheckStep {
  const trust =
    parts.rootPem === null
      ? { files: 'signer-chain.pem', options: '-CAfile trusted.pem -partial_chain' }
      : { files: 'signer-chain.pem root.pem', options: '-CAfile trusted.pem' };
  const at = Math.floor(sealedAt.getTime() / 1000);
  const fingerprint = parts.rootPem === null ? 'signer-chain.pem' : 'root.pem';
  return {
    title: '签名正确，签名之后没有改动',
    why: `-attime ${at} 表示证书按盖章时的时间检查有效期：证书以后到期，不影响当时的签名。-purpose any：证书是签署文件用的，不按邮件证书的用途检查。`,
    commands: [
      [
        // Together: openssl builds the way to the root of what is trusted and what the signature holds, of nothing else.
        `cat ${trust.files} > trusted.pem`,
        'openssl cms -verify -binary -inform DER -in signature.p7s -content signed.bin \\',
        `  ${trust.options} -purpose any -attime ${at} -out verified.bin && cmp signed.bin verified.bin`,
      ],
      ['pdfsig -nocert contract.pdf | tee pdfsig.txt && grep -F "Signature is Valid" pdfsig.txt'],
      [`openssl x509 -in ${fingerprint} -noout -subject -fingerprint -sha256`],
    ],
    shows:
      '合同内容与签名时一字不差；签名用的证书出自所列的证书链。openssl 和 poppler 是两套独立的程序，结论应当一致。pdfsig 可能另外提示“Not total document signed”：签名之后只附加了供日后核对证书用的数据，签过的内容一字未动，第二步核对的正是签过的部分。',
    leavesOpen:
      '证书链随证据包提供，只能说明它自己前后一致。请把第三条命令显示的指纹与机构公布的根证书指纹核对，这一步不能省。没有时间戳时，盖章时间是机构自己写的；证书是否在盖章前被吊销，要另查机构当时的吊销列表。',
  };
}

function text({ hasDetails }: GuideFacts): CheckStep {
  const files = ['text.json', ...(hasDetails ? ['details.json'] : [])];
  // Of a file that is missing there is no hash, and nothing is looked for.
  const isNamed = (file: string) =>
    `hash=$(sha256sum < ${file}) && grep -F "\${hash%% *}" contract.txt && grep -F "\${hash%% *}" consent.json`;
  return {
    title: '正文和约定事项就是同意签署的那一份',
    why: '合同最后印有两个摘要，签名覆盖它们；同意记录里也有同样的摘要。',
    commands: [['pdftotext -layout contract.pdf contract.txt'], ...files.map((file) => [isNamed(file)])],
    shows: '合同签的正文和约定事项与 text.json、details.json 一致，与同意记录所指的是同一份。',
    leavesOpen: '同意记录本身（时间、设备、地址、阅读时长）没有签名，由机构的数据库和审计链作证。',
  };
}

function timestamp({ parts }: GuideFacts): CheckStep {
  const stamp = parts.timestamp;
  if (!stamp) {
    return {
      title: '时间戳',
      why: '这份合同没有第三方时间戳，没有可以执行的命令。',
      commands: [],
      shows: '没有。',
      leavesOpen: '盖章时间只有机构自己的说法，以及审计链的每日存证点（见下一步）。',
    };
  }
  const { from, length } = stamp.over;
  const cut = `tail -c +${from + 1} signature.p7s | head -c ${length} > signature-value.bin`;
  const show = 'openssl ts -reply -in timestamp.tst -token_in -text';
  const verify =
    'openssl ts -verify -data signature-value.bin -in timestamp.tst -token_in -untrusted timestamp-chain.pem -CAfile timestamp-root.pem';
  return {
    title: '时间戳：签名在那个时间之前就有了',
    why: stamp.rootPem
      ? `时间戳盖在签名值上，签名值是 signature.p7s 从第 ${from + 1} 个字节起的 ${length} 个字节。`
      : '时间戳服务的根证书没有随令牌提供：请从时间戳服务取得根证书，存为 timestamp-root.pem，再执行 ' +
        `\`${verify}\`。`,
    commands: [[cut], [show], ...(stamp.rootPem ? [[verify]] : [])],
    shows: '第三方时间戳服务在令牌所写的时间见过这个签名：合同不晚于那时签成。',
    leavesOpen: '它不说明合同更早什么时候签成；时间戳服务的根证书指纹同样要与该服务公布的核对。',
  };
}

const audit: CheckStep = {
  title: '审计记录没有改动',
  why: '每次操作都记入一条审计链：每条记录的摘要包含上一条的摘要。audit.jsonl 每行是一条记录计算摘要的原文：序号、时间、操作者、操作、对象、地址的加密摘要、结果……末尾是上一条的摘要。',
  commands: [
    [
      'while IFS= read -r line; do printf %s "$line" | sha256sum | cut -d\' \' -f1; done < audit.jsonl > recomputed.hashes',
      'cmp recomputed.hashes audit.hashes',
    ],
  ],
  shows: '列出的每条记录与审计链为它保存的摘要相符。',
  leavesOpen:
    '审计链里还有别人的记录，不能交给您，所以您不能自己从这些记录一直算到存证点。audit-anchor.json 里的存证点每天另存到数据库管理员改不了的地方（另一块磁盘，或发到工作人员手机；试用环境只写日志）；机构可以在法庭或鉴定人面前用 npm run audit:verify 从第一条算到末端，并与当天留存的存证点核对。合同盖章后还没有存证点（firstAfterSealing 为 null）时，最早要到第二天。',
};

function photos({ isWritingKnown }: GuideFacts): CheckStep {
  return {
    title: '照片和手写签名',
    why: '照片不在这个包里。申请人的个人信息导出里有照片和签名图片，对它们执行 sha256sum，与 photos.json、signature.json 里的 sha256 比较。',
    commands: [],
    shows: '拿出来的照片、签名图片就是申请时上传的那些。',
    leavesOpen: isWritingKnown
      ? '笔画数、点数、用时和笔迹摘要由手机测得，机构照记；笔迹的各点没有保存，摘要只能与另外留有各点的人对照。它们不能单独证明是谁写的。'
      : '这个签名没有书写情况（writing 为 null）：当时的程序还不测量。',
  };
}

/** What a stranger checks, in this order. */
export const checkSteps = (facts: GuideFacts): readonly CheckStep[] => [
  wholePackage,
  signedBytes(facts),
  signature(facts),
  text(facts),
  timestamp(facts),
  audit,
  photos(facts),
];
