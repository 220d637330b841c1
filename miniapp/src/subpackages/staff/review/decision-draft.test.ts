import { REVIEW_FIELDS } from '@acceptance/shared';
import {
  buildMarks,
  EMPTY_DRAFT,
  missingForReject,
  moveActive,
  setNote,
  setReason,
  setReasonByNumber,
  setRejectReason,
  startRejecting,
  startReturning,
  stopDeciding,
  toggleField,
} from './decision-draft';

const fields = REVIEW_FIELDS;
const returning = startReturning(EMPTY_DRAFT, fields);

describe('the draft of a return', () => {
  it('starts at the first field with nothing ticked', () => {
    expect(returning).toMatchObject({ mode: 'returning', activeField: 'id-card-front', marks: {} });
    expect(buildMarks(returning, fields)).toEqual({ marks: null, missing: '请先勾选需要补充的内容' });
  });

  it('ticks the active field by giving a reason with a number key', () => {
    const draft = setReasonByNumber(moveActive(returning, fields, 1), 2);
    expect(buildMarks(draft, fields).marks).toEqual([{ field: 'id-card-back', reason: 'glare' }]);
  });

  it('ignores a number without a reason', () => {
    expect(setReasonByNumber(returning, 9)).toBe(returning);
  });

  it('asks for the reason of every ticked field', () => {
    const draft = toggleField(setReason(returning, 'email', 'mismatch'), 'unit');
    expect(buildMarks(draft, fields).missing).toBe('还有勾选的内容没有选原因');
  });

  it('asks for words when the reason is “other”', () => {
    const other = setReason(returning, 'attachments', 'other');
    expect(buildMarks(other, fields).missing).toContain('其他');
    expect(buildMarks(setNote(other, 'attachments', ' 缺少授权书 '), fields).marks).toEqual([
      { field: 'attachments', reason: 'other', note: '缺少授权书' },
    ]);
  });

  it('lists marks in the order of the fields, not of ticking', () => {
    const draft = setReason(setReason(returning, 'delivery', 'incomplete'), 'id-card-front', 'glare');
    expect(buildMarks(draft, fields).marks?.map((mark) => mark.field)).toEqual(['id-card-front', 'delivery']);
  });

  it('takes a tick away together with its reason', () => {
    const draft = toggleField(setReason(returning, 'email', 'mismatch'), 'email');
    expect(draft.marks).toEqual({});
    expect(draft.activeField).toBe('email');
  });

  it('keeps the marks when the form is closed and opened again', () => {
    const again = startReturning(stopDeciding(setReason(returning, 'email', 'mismatch')), fields);
    expect(buildMarks(again, fields).marks).toEqual([{ field: 'email', reason: 'mismatch' }]);
  });

  it('cuts a note at the length that the API takes', () => {
    expect(setNote(returning, 'email', '长'.repeat(120)).marks.email?.note).toHaveLength(100);
  });

  it('stops at both ends of the fields', () => {
    expect(moveActive(returning, fields, -1).activeField).toBe('id-card-front');
    expect(moveActive({ ...returning, activeField: 'attachments' }, fields, 1).activeField).toBe('attachments');
    expect(moveActive(returning, [], 1).activeField).toBeNull();
  });
});

describe('the draft of a refusal', () => {
  it('needs a reason in words', () => {
    const draft = startRejecting(EMPTY_DRAFT);
    expect(missingForReject(draft)).toBe('请写明不予通过的原因');
    expect(missingForReject(setRejectReason(draft, '  '))).not.toBeNull();
    expect(missingForReject(setRejectReason(draft, '单位已注销'))).toBeNull();
  });
});
