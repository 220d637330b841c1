import * as v from 'valibot';
import type { SuccessorKind } from '../order/order-kinds';
import { APPLICANT_TYPES } from './applicant-type';
import { KEY_ALGORITHMS } from './certificate';
import { longestSealPurpose } from './electronic-seal';
import { DELIVERY_WAYS, INVOICE_OFFERS, PAYMENT_WAYS } from './project';

/** Changes with the first change that an older reader would get wrong. */
export const PROJECT_FILE_FORMAT = 'acceptance-project/1';

/** How much a project may hold: characters and numbers of parts. */
export const PROJECT_LIMITS = {
  name: 40,
  summary: 100,
  papers: 10,
  label: 20,
  hint: 100,
  specialTerms: 10,
  sentence: 200,
  couriers: 12,
  renewalQuestions: 8,
  question: 120,
  months: 60,
  workingDays: 30,
} as const;

const words = (max: number) =>
  v.pipe(
    v.string('要写成文字，用双引号括起来'),
    v.trim(),
    v.minLength(1, '不能为空'),
    v.maxLength(max, `最多 ${max} 个字`),
  );
const whole = (min: number, max: number) =>
  v.pipe(
    v.number(`要写 ${min} 到 ${max} 的整数，不加引号`),
    v.integer('要写整数'),
    v.minValue(min, `最小是 ${min}`),
    v.maxValue(max, `最大是 ${max}`),
  );
const oneOf = <const Options extends readonly string[]>(options: Options) =>
  v.picklist(options, `只能是其中之一：${options.join('、')}`);

/** A list without repetitions; the problem of a repetition stands at the second one. */
const several = <Item extends v.GenericSchema<string, string>>(item: Item, min: number, max: number) =>
  v.pipe(
    v.array(item, '要写成列表，用方括号括起来'),
    v.minLength(min, `至少要有 ${min} 项`),
    v.maxLength(max, `最多 ${max} 项`),
    v.checkItems((each, index, all) => all.indexOf(each) === index, '和前面的重复'),
  );
const someOf = <const Options extends readonly string[]>(options: Options, min: number) =>
  several(oneOf(options), min, options.length);
/** Unknown names are problems, too: a name that is misspelt must not be passed over. */
const part = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.strictObject(entries, (issue) => {
    if (issue.expected === 'never') {
      return '没有这个设置，请检查拼写';
    }
    return issue.expected === 'Object' ? '要写成一组设置，用大括号括起来' : '缺少这一项';
  });

/**
 * Money as people write it. A text, since 0.1 + 0.2 of a JSON number is not 0.3, and since fen in a file are read as yuan
 * by somebody sooner or later.
 */
const yuan = v.pipe(
  v.string('要写成文字，例如 "260.00"'),
  v.regex(/^(0|[1-9]\d{0,4})\.\d{2}$/, '要写成两位小数的元，例如 "260.00"，最多 99999.99'),
  v.check((text) => text !== '0.00', '不收费的项目，把 price 写成 null'),
);

const paper = part({
  kind: v.pipe(v.string('要写成文字'), v.regex(/^[a-z][a-z0-9-]{1,39}$/, '用小写字母、数字和连字符，2 到 40 个字符')),
  label: words(PROJECT_LIMITS.label),
  hint: words(PROJECT_LIMITS.hint),
  required: v.boolean('只能是 true 或 false'),
  onlyFor: v.exactOptional(v.literal('agent', '只能是 agent（经办人），或者不写')),
});

const kindPrice = v.exactOptional(yuan);
const kindPrices = {
  renewal: kindPrice,
  'reissue-lost': kindPrice,
  'reissue-damaged': kindPrice,
  change: kindPrice,
} satisfies Record<SuccessorKind, typeof kindPrice>;

const price = part({
  yuan,
  kindsYuan: v.exactOptional(part(kindPrices)),
  paymentWays: someOf(PAYMENT_WAYS, 1),
});

const certificate = part({
  validityMonths: whole(1, PROJECT_LIMITS.months),
  algorithms: someOf(KEY_ALGORITHMS, 1),
  profiles: part({ person: words(60), unit: words(60) }),
  seal: v.exactOptional(v.nullable(part({ purpose: words(longestSealPurpose) }))),
  renewalKey: v.exactOptional(oneOf(['changes', 'may-stay'])),
  renewalQuestions: v.exactOptional(several(words(PROJECT_LIMITS.question), 0, PROJECT_LIMITS.renewalQuestions)),
});

const delivery = part({
  ways: someOf(DELIVERY_WAYS, 1),
  couriers: several(words(20), 0, PROJECT_LIMITS.couriers),
});

/** One project as a person reads, writes and hands it on. The order of the names here is that of an exported file. */
const projectFileEntries = {
  $schema: v.exactOptional(v.string('要写成文字')),
  format: v.literal(PROJECT_FILE_FORMAT, `要写 "${PROJECT_FILE_FORMAT}"`),
  id: v.pipe(
    v.string('要写成文字'),
    v.regex(/^[a-z][a-z0-9-]{1,39}$/, '用小写字母、数字和连字符，字母开头，2 到 40 个字符'),
  ),
  name: words(PROJECT_LIMITS.name),
  summary: words(PROJECT_LIMITS.summary),
  applicantTypes: someOf(APPLICANT_TYPES, 1),
  orderNumberPrefix: v.pipe(v.string('要写成文字'), v.regex(/^[A-Z]{2,6}$/, '用 2 到 6 个大写字母')),
  /** Place in lists. */
  position: whole(1, 999),
  certificate,
  /** Null: it costs nothing. */
  price: v.nullable(price),
  invoiceKinds: someOf(INVOICE_OFFERS, 0),
  delivery,
  papers: v.pipe(
    v.array(paper, '要写成列表，用方括号括起来'),
    v.maxLength(PROJECT_LIMITS.papers, `最多 ${PROJECT_LIMITS.papers} 项`),
    v.checkItems(
      ({ kind }, index, all) => all.findIndex((other) => other.kind === kind) === index,
      'kind 和前面的材料重复',
    ),
  ),
  contract: part({
    template: words(60),
    specialTerms: several(words(PROJECT_LIMITS.sentence), 0, PROJECT_LIMITS.specialTerms),
  }),
  review: part({ workingDays: whole(1, PROJECT_LIMITS.workingDays) }),
  /** What the phone calls a bad shot. */
  photos: part({ blurredBelow: whole(1, 1_000), glareAbovePercent: whole(1, 100), darkBelow: whole(1, 254) }),
};
export const projectFileShape = part(projectFileEntries);
/** Without what is for editors only. */
export type ProjectFile = Omit<v.InferOutput<typeof projectFileShape>, '$schema'>;
