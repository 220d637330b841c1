import { CERTIFICATE_KIND_LABELS } from '../schemas/applicant-type';
import { INVOICE_KIND_LABELS } from '../schemas/application-form';
import { KEY_ALGORITHM_LABELS } from '../schemas/certificate';
import { DELIVERY_WAY_LABELS, type PaymentWay } from '../schemas/project';
import type { ProjectFile } from '../schemas/project-file';
import { PROJECT_FILE_LABELS } from './project-file-labels';

const PAYMENT_WAY_WORDS: Record<PaymentWay, string> = {
  wechat: '微信支付',
  'pay-link': '请别人代付',
  transfer: '对公转账',
};
const RENEWAL_KEY_WORDS: Record<NonNullable<ProjectFile['certificate']['renewalKey']>, string> = {
  changes: '换新密钥',
  'may-stay': '可以沿用',
};

/** Codes that have words, by where they stand. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  applicantTypes: CERTIFICATE_KIND_LABELS,
  'certificate.algorithms': KEY_ALGORITHM_LABELS,
  'certificate.renewalKey': RENEWAL_KEY_WORDS,
  'price.paymentWays': PAYMENT_WAY_WORDS,
  invoiceKinds: INVOICE_KIND_LABELS,
  'delivery.ways': DELIVERY_WAY_LABELS,
};
/** Lists of sentences, which a comma would run into each other. */
const SENTENCES: readonly string[] = ['certificate.renewalQuestions', 'contract.specialTerms'];

export interface ProjectSetting {
  /** As in the file. */
  readonly path: string;
  readonly label: string;
  readonly words: string;
}
export interface ProjectDifference {
  readonly path: string;
  readonly label: string;
  /** Null: it was not there. */
  readonly before: string | null;
  /** Null: it is not there any more. */
  readonly after: string | null;
}

const inWords = (path: string, value: unknown): string => WORDS[path]?.[String(value)] ?? String(value);
const listInWords = (path: string, values: readonly unknown[]): string =>
  values.map((value) => inWords(path, value)).join(SENTENCES.includes(path) ? '\n' : '、') || '无';

const paperInWords = ({ label, hint, required, onlyFor }: ProjectFile['papers'][number]): string =>
  `${label}（${required ? '必传' : '选传'}${onlyFor ? '，只向经办人要' : ''}）：${hint}`;

/** A setting's place: that of a paper goes on with its code, which is how one paper is told from another. */
function settingsIn(value: unknown, path: string): ProjectSetting[] {
  const label = PROJECT_FILE_LABELS[path] ?? path;
  if (value === undefined) {
    return [];
  }
  if (Array.isArray(value)) {
    return [{ path, label, words: listInWords(path, value) }];
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, member]) =>
      settingsIn(member, path === '' ? name : `${path}.${name}`),
    );
  }
  return [{ path, label, words: value === null ? '无' : inWords(path, value) }];
}

/** Every setting of a project in words, in the order of the file. */
export function projectSettings({ papers, ...file }: ProjectFile): ProjectSetting[] {
  const own = settingsIn(file, '').filter(({ path }) => path !== 'format');
  return [
    ...own,
    ...papers.map((paper) => ({
      path: `papers.${paper.kind}`,
      label: `${PROJECT_FILE_LABELS.papers}“${paper.kind}”`,
      words: paperInWords(paper),
    })),
  ];
}

/** What differs between two versions of a project, in the order of the file; without an earlier one: everything. */
export function projectDifferences(before: ProjectFile | null, after: ProjectFile): ProjectDifference[] {
  const earlier = new Map((before ? projectSettings(before) : []).map((setting) => [setting.path, setting]));
  const later = new Map(projectSettings(after).map((setting) => [setting.path, setting]));
  const paths = [...later.keys(), ...[...earlier.keys()].filter((path) => !later.has(path))];
  return paths
    .map((path) => ({
      path,
      label: (later.get(path) ?? earlier.get(path))?.label ?? path,
      before: earlier.get(path)?.words ?? null,
      after: later.get(path)?.words ?? null,
    }))
    .filter((difference) => difference.before !== difference.after);
}
