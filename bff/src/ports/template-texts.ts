import type { ContractTemplateSource, ContractText } from '@acceptance/shared';

/** Makes the texts of contracts out of templates, which are data. */
export interface TemplateTexts {
  /** The template that comes with the program: the first version where none was published yet. */
  readonly builtIn: ContractTemplateSource;
  /** What templates may name in braces (`authority.name`), with what it stands for by today's settings. */
  readonly placeholders: Readonly<Record<string, string>>;
  /** The text to be read before signing, under its hash. @throws Error for a placeholder that stands for nothing */
  fill(template: ContractTemplateSource): ContractText;
  /** The same, marked as a sample on every page wherever it is printed. @throws Error as `fill` */
  fillSample(template: ContractTemplateSource): ContractText;
  /** A signature that is nobody's, as `ContractMaker.make` takes it. */
  readonly sampleInk: Buffer;
}
