import * as v from 'valibot';
import type { FieldProblem } from '../errors/api-error';
import { fieldProblemsOf } from '../errors/field-problems';
import { PROJECT_FILE_FORMAT, type ProjectFile, projectFileShape } from './project-file';

/** Rules between settings: each is asked as soon as the settings that it names are right, whatever else is wrong. */
const projectFileSchema = v.pipe(
  projectFileShape,
  v.forward(
    v.partialCheck(
      [['price'], ['invoiceKinds']],
      ({ price, invoiceKinds }) => price !== null || invoiceKinds.length === 0,
      '不收费的项目不开发票，要写成 []',
    ),
    ['invoiceKinds'],
  ),
  v.forward(
    v.partialCheck(
      [['invoiceKinds']],
      ({ invoiceKinds }) => !invoiceKinds.includes('special') || invoiceKinds.includes('general'),
      '开专用发票（special）的项目也要开普通发票（general）：不是每个申请人都能收专用发票',
    ),
    ['invoiceKinds'],
  ),
  v.forward(
    v.partialCheck(
      [['applicantTypes'], ['invoiceKinds']],
      ({ applicantTypes, invoiceKinds }) => !invoiceKinds.includes('special') || applicantTypes.includes('unit'),
      '专用发票（special）只开给单位，这个项目没有单位申请人',
    ),
    ['invoiceKinds'],
  ),
  v.forward(
    v.partialCheck(
      [['delivery']],
      ({ delivery }) => !delivery.ways.includes('courier') || delivery.couriers.length > 0,
      '有邮寄领取（courier）的项目，至少要写一家快递公司',
    ),
    ['delivery', 'couriers'],
  ),
  v.forward(
    v.partialCheck(
      [['delivery']],
      ({ delivery }) => delivery.ways.includes('courier') || delivery.couriers.length === 0,
      '没有邮寄领取（courier）的项目不写快递公司，要写成 []',
    ),
    ['delivery', 'couriers'],
  ),
  v.forward(
    v.partialCheck(
      [['applicantTypes'], ['papers']],
      ({ applicantTypes, papers }) =>
        applicantTypes.includes('unit') || papers.every(({ onlyFor }) => onlyFor === undefined),
      '经办人（onlyFor）只有单位才有，这个项目没有单位申请人',
    ),
    ['papers'],
  ),
  v.forward(
    v.partialCheck(
      [['applicantTypes'], ['price']],
      ({ applicantTypes, price }) => applicantTypes.includes('unit') || price?.kindsYuan?.change === undefined,
      '信息变更（change）只办单位证书，这个项目没有单位申请人',
    ),
    ['price', 'kindsYuan'],
  ),
);

export type ProjectFileCheck =
  | { readonly ok: true; readonly file: ProjectFile }
  | { readonly ok: false; readonly problems: FieldProblem[] };

const isOfAnotherFormat = (read: unknown): read is { format: string } =>
  typeof read === 'object' &&
  read !== null &&
  'format' in read &&
  typeof read.format === 'string' &&
  read.format !== PROJECT_FILE_FORMAT;

/** All that is wrong with a project file, each problem at its place, without what the deployment alone knows. */
export function checkProjectFile(read: unknown): ProjectFileCheck {
  // Of another format every setting may mean something else: nothing more can be said of it.
  if (isOfAnotherFormat(read)) {
    return { ok: false, problems: [{ path: 'format', message: `要写 "${PROJECT_FILE_FORMAT}"，这里读不了其他格式` }] };
  }
  const parsed = v.safeParse(projectFileSchema, read);
  if (!parsed.success) {
    return { ok: false, problems: fieldProblemsOf(parsed.issues) };
  }
  const { $schema: _forEditors, ...file } = parsed.output;
  return { ok: true, file };
}
