import { type Collector, endpoints, type StaffDelivery, type VoucherView, voucherCodeSchema } from '@acceptance/shared';
import { useRef, useState } from 'react';
import * as v from 'valibot';
import { call } from '../../../../api/client';
import { uploadFile } from '../../../../api/upload';
import { checkField } from '../../../../features/check-field';
import { useInk } from '../../../../features/ink/use-ink';
import { useAction } from '../../../../features/use-action';
import type { StrokeSurface } from '../../../../platform/stroke-canvas-props';
import { enterTextField } from '../../platform/keyboard';
import { STAFF_DELIVERY_TEXT as TEXT } from '../../texts-deliveries';
import { whatIsMissing } from './what-is-missing';

const { deliveryDesk } = endpoints;

/** Who has come, as far as it is said. */
export interface Visitor {
  readonly collector: Collector;
  readonly agentName: string;
  readonly isChecked: boolean;
}
const NOBODY: Visitor = { collector: 'holder', agentName: '', isChecked: false };

/** The desk where UKeys are handed over: a code, who may have it, their signature. */
export function usePickUp() {
  const [code, setCode] = useState('');
  const [codeError, setCodeError] = useState<string | null>(null);
  const [voucher, setVoucher] = useState<VoucherView | null>(null);
  const [visitor, setVisitor] = useState(NOBODY);
  const [isAsked, setAsked] = useState(false);
  const [handed, setHanded] = useState<StaffDelivery | null>(null);
  const sheet = useRef<StrokeSurface | null>(null);
  // A scanner presses Enter before the page has drawn its last letter.
  const typed = useRef('');
  const [complaint, setComplaint] = useState<string | null>(null);
  const ink = useInk({ owner: null, onWrite: () => setComplaint(null) });

  const type = (next: string) => {
    typed.current = next;
    setCode(next);
    setCodeError(null);
  };
  const find = useAction(async () => {
    const wrong = checkField(voucherCodeSchema, typed.current);
    setCodeError(wrong);
    if (wrong === null) {
      const found = await call(deliveryDesk.findVoucher, {
        params: { code: v.parse(voucherCodeSchema, typed.current) },
      });
      setVisitor(NOBODY);
      setAsked(false);
      setComplaint(null);
      ink.clear();
      setVoucher(found);
    }
  });

  const handOver = useAction(async () => {
    const verdict = ink.judge();
    setAsked(true);
    setComplaint(verdict === 'ok' ? null : TEXT.signature[verdict]);
    const missing = whatIsMissing(visitor);
    if (!voucher || verdict !== 'ok' || missing.agentName || missing.document) {
      return;
    }
    const png = await ink.writeOn(sheet.current);
    const { collector, agentName } = visitor;
    const body = {
      code: v.parse(voucherCodeSchema, typed.current),
      collector,
      documentChecked: 'true' as const,
      ...(collector === 'agent' && { agentName: agentName.trim() }),
    };
    setHanded(await uploadFile(deliveryDesk.handOver, { params: { orderId: voucher.orderId }, body }, png));
  });

  const startAgain = () => {
    type('');
    setVoucher(null);
    setHanded(null);
    handOver.clearProblem();
    ink.clear();
    // The field is drawn by then.
    setTimeout(() => enterTextField(TEXT.code), 0);
  };
  return {
    code,
    codeError,
    type,
    find,
    voucher,
    visitor,
    change: (part: Partial<Visitor>) => setVisitor((before) => ({ ...before, ...part })),
    missing: isAsked ? whatIsMissing(visitor) : { agentName: false, document: false },
    ink,
    complaint,
    onSheetReady: (ready: StrokeSurface) => {
      sheet.current = ready;
    },
    handOver,
    handed,
    startAgain,
  };
}
export type PickUp = ReturnType<typeof usePickUp>;
