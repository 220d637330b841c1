import {
  buildMarks,
  EMPTY_DRAFT,
  missingForReject,
  moveActive,
  setNote,
  setReason,
  setReasonByNumber,
  setRejectReason,
  setSpot,
  spotOn,
  startRejecting,
  startReturning,
  stopDeciding,
  toggleMark,
} from './decision-draft';
import { markTargets, targetOfFile } from './mark-target';

const file = (id: string) => ({ id, mediaType: 'image/jpeg', byteLength: 200_000 }) as never;
const order = {
  form: { unit: {} },
  idCard: { front: file('front'), back: file('back') },
  attachments: [{ kind: 'licence', file: file('licence') }],
  project: {
    invoiceOffered: true,
    attachments: [
      { kind: 'licence', label: '营业执照' },
      { kind: 'authority', label: '授权书' },
    ],
  },
} as unknown as Parameters<typeof markTargets>[0];
const targets = markTargets(order);
const returning = startReturning(EMPTY_DRAFT, targets);
const spot = { x: 0.1, y: 0.2, width: 0.3, height: 0.1 };

describe('what can be marked', () => {
  it('is each side of the card, each part of the form and each paper of the project', () => {
    expect(targets.map(({ key, label }) => [key, label])).toEqual([
      ['id-card-front', '身份证人像面'],
      ['id-card-back', '身份证国徽面'],
      ['unit', '单位信息'],
      ['email', '邮箱'],
      ['address', '联系地址'],
      ['invoice', '发票信息'],
      ['delivery', '领取信息'],
      ['attachments:licence', '营业执照'],
      ['attachments:authority', '授权书'],
    ]);
  });

  it('is not what the application has no place for', () => {
    const bare = { ...order, form: null, project: { invoiceOffered: false, attachments: [] } };
    expect(markTargets(bare).map(({ key }) => key)).toEqual([
      'id-card-front',
      'id-card-back',
      'email',
      'address',
      'delivery',
    ]);
  });
});

describe('a spot drawn on a picture', () => {
  it('ticks what the picture is about, and goes with the mark', () => {
    const target = targetOfFile(targets, 'licence')!;
    const drawn = setSpot(EMPTY_DRAFT, target.key, { fileId: 'licence', spot });
    expect(drawn).toMatchObject({ mode: 'returning', activeKey: 'attachments:licence' });
    expect(spotOn(drawn, 'licence')).toEqual(spot);
    expect(spotOn(drawn, 'front')).toBeNull();
    expect(buildMarks(drawn, targets).missing).toBe('还有勾选的内容没有选原因');
    expect(buildMarks(setReasonByNumber(drawn, 1), targets).marks).toEqual([
      { field: 'attachments', paper: 'licence', reason: 'unclear', fileId: 'licence', spot },
    ]);
  });

  it('is not sent of a picture that was replaced meanwhile', () => {
    const drawn = setReason(setSpot(returning, 'id-card-front', { fileId: 'gone', spot }), 'id-card-front', 'glare');
    expect(buildMarks(drawn, targets).marks).toEqual([{ field: 'id-card-front', reason: 'glare' }]);
  });

  it('is nothing that can be asked for on the signature', () => {
    expect(targetOfFile(targets, 'signature')).toBeNull();
  });
});

describe('the draft of a return', () => {
  it('starts at the first field with nothing ticked', () => {
    expect(returning).toMatchObject({ mode: 'returning', activeKey: 'id-card-front', marks: {} });
    expect(buildMarks(returning, targets)).toEqual({ marks: null, missing: '请先勾选需要补充的内容' });
  });

  it('ticks the active field by giving a reason with a number key', () => {
    const draft = setReasonByNumber(moveActive(returning, targets, 1), 2);
    expect(buildMarks(draft, targets).marks).toEqual([{ field: 'id-card-back', reason: 'glare' }]);
  });

  it('ignores a number without a reason', () => {
    expect(setReasonByNumber(returning, 9)).toBe(returning);
  });

  it('asks for the reason of every ticked field', () => {
    const draft = toggleMark(setReason(returning, 'email', 'mismatch'), 'unit');
    expect(buildMarks(draft, targets).missing).toBe('还有勾选的内容没有选原因');
  });

  it('asks for words when the reason is “other”', () => {
    const other = setReason(returning, 'attachments:licence', 'other');
    expect(buildMarks(other, targets).missing).toContain('其他');
    expect(buildMarks(setNote(other, 'attachments:licence', ' 缺少授权书 '), targets).marks).toEqual([
      { field: 'attachments', paper: 'licence', reason: 'other', note: '缺少授权书' },
    ]);
  });

  it('lists marks in the order of the fields, not of ticking', () => {
    const draft = setReason(setReason(returning, 'delivery', 'incomplete'), 'id-card-front', 'glare');
    expect(buildMarks(draft, targets).marks?.map((mark) => mark.field)).toEqual(['id-card-front', 'delivery']);
  });

  it('takes a tick away together with its reason', () => {
    const draft = toggleMark(setReason(returning, 'email', 'mismatch'), 'email');
    expect(draft.marks).toEqual({});
    expect(draft.activeKey).toBe('email');
  });

  it('keeps the marks when the form is closed and opened again', () => {
    const again = startReturning(stopDeciding(setReason(returning, 'email', 'mismatch')), targets);
    expect(buildMarks(again, targets).marks).toEqual([{ field: 'email', reason: 'mismatch' }]);
  });

  it('cuts a note at the length that the API takes', () => {
    expect(setNote(returning, 'email', '长'.repeat(120)).marks.email?.note).toHaveLength(100);
  });

  it('stops at both ends', () => {
    expect(moveActive(returning, targets, -1).activeKey).toBe('id-card-front');
    expect(moveActive({ ...returning, activeKey: 'attachments:authority' }, targets, 1).activeKey).toBe(
      'attachments:authority',
    );
    expect(moveActive(returning, [], 1).activeKey).toBeNull();
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
