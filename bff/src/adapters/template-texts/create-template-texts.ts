import type { ContractText } from '@acceptance/shared';
import {
  type ContractAuthority,
  type ContractTemplate,
  defaultContract,
  fillTemplate,
  templatePlaceholders,
} from '../../contract-pdf';
import type { TemplateTexts } from '../../ports/template-texts';
import { drawSampleInk } from './sample-ink';

const textOf = ({ id: templateId, ...text }: ContractTemplate): ContractText => ({ templateId, ...text });

/** `{authority.name}` → `authority.name` with its value; what the settings leave open is nothing to name. */
function placeholdersOf(authority: ContractAuthority): Record<string, string> {
  const values = new Map(Object.entries(authority).map(([name, value]) => [`authority.${name}`, value]));
  return Object.fromEntries(
    templatePlaceholders.flatMap((place): [string, string][] => {
      const name = place.slice(1, -1);
      const value = values.get(name);
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    }),
  );
}

/** The port over our own contract-pdf, for the authority of the settings. */
export const createTemplateTexts = (authority: ContractAuthority): TemplateTexts => ({
  // A copy that may be stored: the program's own is never changed.
  builtIn: structuredClone(defaultContract) as TemplateTexts['builtIn'],
  placeholders: placeholdersOf(authority),
  fill: (template) => textOf(fillTemplate(template, authority)),
  fillSample: (template) => textOf(fillTemplate(template, { ...authority, trial: true })),
  sampleInk: drawSampleInk(),
});
