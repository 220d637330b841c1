import * as v from 'valibot';

/** Whom a group of rows is about. */
export const CONTRACT_ROW_GROUPS = ['authority', 'applicant', 'agreement'] as const;

/** What the contract prints of its details, word for word: Chinese, in whatever language the page around it is. */
export const contractWordsSchema = v.object({
  /** Kind, term and fee in one line, printed first of the key points. */
  keyPoint: v.string(),
  /** The tables at its head, of which the articles speak as 上表. */
  groups: v.array(
    v.object({
      of: v.picklist(CONTRACT_ROW_GROUPS),
      name: v.string(),
      rows: v.array(v.object({ label: v.string(), value: v.string() })),
    }),
  ),
  /** Empty: the project has none. */
  specialTerms: v.array(v.string()),
});
export type PrintedContractWords = v.InferOutput<typeof contractWordsSchema>;
export type ContractRowGroup = PrintedContractWords['groups'][number];
