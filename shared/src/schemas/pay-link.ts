import * as v from 'valibot';
import { timestampSchema } from './identifiers';
import { moneyFenSchema } from './money-fen';

/** How long somebody else may pay by a link. */
export const PAY_LINK_DAYS = 3;

/** What a link says of the order: the order's id and a secret. Whoever has it can pay, and see what is said to payers. */
export const payLinkTokenSchema = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{24}\.[\w-]{24}$/, '代付链接不完整，请让对方重新发'),
);

export const payLinkSchema = v.object({ token: v.string(), expiresAt: timestampSchema });
export type PayLinkView = v.InferOutput<typeof payLinkSchema>;

/** `waiting`: money is being checked, nobody should pay now. `over`: it is not to be paid any more. */
export const PAY_LINK_STATES = ['payable', 'waiting', 'paid', 'over'] as const;

/** What a payer is told, who may be a stranger: for what, how much, and enough to know for whom. */
export const payLinkBillSchema = v.object({
  state: v.picklist(PAY_LINK_STATES),
  orderNumber: v.string(),
  projectName: v.string(),
  amountFen: moneyFenSchema,
  /** 王*兰 */
  applicantMasked: v.string(),
  expiresAt: timestampSchema,
});
export type PayLinkBill = v.InferOutput<typeof payLinkBillSchema>;
