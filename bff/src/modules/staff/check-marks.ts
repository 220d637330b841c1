import { AppError, type FieldProblem, type ReviewMark } from '@acceptance/shared';
import type { OrderRecord } from '../orders';

/** The pictures that a field of a mark is about. */
function picturesOf({ idCard, attachments }: OrderRecord, { field, paper }: ReviewMark): string[] {
  switch (field) {
    case 'id-card-front':
      return idCard.front ? [idCard.front.id] : [];
    case 'id-card-back':
      return idCard.back ? [idCard.back.id] : [];
    case 'attachments':
      return attachments.flatMap(({ kind, file }) => (paper && kind !== paper ? [] : [file.id]));
    default:
      return [];
  }
}

/** What is wrong with a mark, or null. */
function problemOf(
  order: OrderRecord,
  mark: ReviewMark,
): (Omit<FieldProblem, 'path'> & { of: keyof ReviewMark }) | null {
  const { field, paper, fileId, spot } = mark;
  const isKnown = field === 'attachments' && order.project.attachments.some(({ kind }) => kind === paper);
  if (paper !== undefined && !isKnown) {
    return { of: 'paper', message: '这个项目不需要这种材料' };
  }
  if (fileId !== undefined && !picturesOf(order, mark).includes(fileId)) {
    return { of: 'fileId', message: '这张图片已不在申请里，请刷新后重新标记' };
  }
  return spot && fileId === undefined ? { of: 'spot', message: '请说明标记在哪张图片上' } : null;
}

/** Marks are about what stands in the order. @throws AppError request.invalid */
export function refuseStrayMarks(order: OrderRecord, marks: readonly ReviewMark[]): void {
  const fields = marks.flatMap((mark, index): FieldProblem[] => {
    const problem = problemOf(order, mark);
    return problem ? [{ path: `marks.${index}.${problem.of}`, message: problem.message }] : [];
  });
  if (fields.length > 0) {
    throw new AppError('request.invalid', { fields });
  }
}
