import { checkProjectFile } from './check-project-file';
import { PROJECT_FILE_FORMAT, type ProjectFile } from './project-file';
import { longestProjectFile, readProjectFile, writeProjectFile } from './project-file-text';

const FILE: ProjectFile = {
  format: PROJECT_FILE_FORMAT,
  id: 'city-bidding',
  name: '市级招投标',
  summary: '投标用的单位数字证书',
  applicantTypes: ['unit'],
  orderNumberPrefix: 'SZT',
  position: 1,
  certificate: {
    validityMonths: 12,
    algorithms: ['sm2', 'rsa-2048'],
    profiles: { person: 'person-signing', unit: 'unit-signing' },
  },
  price: { yuan: '260.00', kindsYuan: { renewal: '200.50' }, paymentWays: ['wechat', 'transfer'] },
  invoiceKinds: ['general', 'special'],
  delivery: { ways: ['courier', 'pick-up'], couriers: ['EMS'] },
  papers: [{ kind: 'bid-notice', label: '招标公告', hint: '拍清公告编号', required: true, onlyFor: 'agent' }],
  contract: { template: 'digital-certificate-service', specialTerms: ['乙方应当在投标截止前试用证书。'] },
  review: { workingDays: 1 },
  photos: { blurredBelow: 60, glareAbovePercent: 6, darkBelow: 50 },
};

const problemsOf = (read: unknown): Record<string, string> => {
  const check = checkProjectFile(read);
  return check.ok ? {} : Object.fromEntries(check.problems.map(({ path, message }) => [path, message]));
};
const pathsOf = (read: unknown): string[] => Object.keys(problemsOf(read)).sort();

describe('a project file', () => {
  it('is read as it was written, in the order of the schema', () => {
    const { format, ...rest } = FILE;
    const shuffled = { ...Object.fromEntries(Object.entries(rest).reverse()), format };
    const check = readProjectFile(
      `\uFEFF${JSON.stringify({ ...shuffled, $schema: './acceptance-project.schema.json' })}`,
    );
    expect(check).toEqual({ ok: true, file: FILE });
    const text = writeProjectFile(check.ok ? check.file : FILE);
    expect(text).toBe(`${JSON.stringify(FILE, null, 2)}\n`);
    expect(text).toContain('"name": "市级招投标"');
  });

  it('names every problem at its place, in Chinese', () => {
    const problems = problemsOf({
      ...FILE,
      name: '',
      summery: '拼错了',
      orderNumberPrefix: 'szt',
      applicantTypes: ['company'],
      certificate: { ...FILE.certificate, validityMonths: 1.5, algorithms: ['sm2', 'sm2'] },
      price: { yuan: 260, kindsYuan: { renewal: '0.00', lost: '1.00' }, paymentWays: [] },
      papers: [...FILE.papers, ...FILE.papers],
      delivery: undefined,
      review: { workingDays: 31 },
    });
    expect(Object.keys(problems).sort()).toEqual([
      'applicantTypes.0',
      'certificate.algorithms.1',
      'certificate.validityMonths',
      'delivery',
      'name',
      'orderNumberPrefix',
      'papers.1',
      'price.kindsYuan.lost',
      'price.kindsYuan.renewal',
      'price.paymentWays',
      'price.yuan',
      'review.workingDays',
      'summery',
    ]);
    for (const message of Object.values(problems)) {
      expect(message).toMatch(/\p{Script=Han}/u);
      expect(message).not.toMatch(/Invalid|expected/i);
    }
    expect(problems.summery).toBe('没有这个设置，请检查拼写');
    expect(problems['price.kindsYuan.renewal']).toContain('null');
  });

  it('names all that is missing', () => {
    const required = Object.keys(FILE).sort();
    expect(pathsOf({})).toEqual(required);
    expect(Object.values(problemsOf({ format: FILE.format }))).toEqual(required.slice(1).map(() => expect.any(String)));
    expect(pathsOf(null)).toEqual(['']);
  });

  it.each<[string, Partial<ProjectFile>, string]>([
    ['invoices without a price', { price: null }, 'invoiceKinds'],
    ['special invoices alone', { invoiceKinds: ['special'] }, 'invoiceKinds'],
    ['special invoices for persons', { applicantTypes: ['person'], papers: [] }, 'invoiceKinds'],
    ['couriers missing', { delivery: { ways: ['courier'], couriers: [] } }, 'delivery.couriers'],
    ['couriers for nothing', { delivery: { ways: ['pick-up'], couriers: ['EMS'] } }, 'delivery.couriers'],
    ['agents of persons', { applicantTypes: ['person'], invoiceKinds: ['general'] }, 'papers'],
    [
      'changes for persons',
      {
        applicantTypes: ['person'],
        invoiceKinds: [],
        papers: [],
        price: { yuan: '1.00', kindsYuan: { change: '1.00' }, paymentWays: ['wechat'] },
      },
      'price.kindsYuan',
    ],
  ])('refuses %s, even beside another mistake', (_, changed, path) => {
    expect(pathsOf({ ...FILE, ...changed })).toEqual([path]);
    expect(pathsOf({ ...FILE, ...changed, position: 0 })).toEqual([path, 'position'].sort());
  });

  it.each(['260', '260.0', '01.00', '-1.00', '1e3', '100000.00', ' 1.00', '１.００'])('refuses %s as money', (yuan) => {
    expect(pathsOf({ ...FILE, price: { ...FILE.price, yuan } })).toEqual(['price.yuan']);
  });

  it('costs nothing without a price', () => {
    expect(problemsOf({ ...FILE, price: null, invoiceKinds: [] })).toEqual({});
  });

  it('is not guessed at when it is of another format', () => {
    expect(pathsOf({ format: 'acceptance-project/2', price: {} })).toEqual(['format']);
    expect(readProjectFile('{"format": ')).toMatchObject({ ok: false, problems: [{ path: '' }] });
    expect(readProjectFile(' '.repeat(longestProjectFile + 1))).toMatchObject({ problems: [{ path: '' }] });
  });
});
