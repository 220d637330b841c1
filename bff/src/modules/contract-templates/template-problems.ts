import {
  type ContractTemplateContent,
  type ContractTemplateProblem,
  CONTRACT_TEMPLATE_LIMITS as LIMITS,
} from '@acceptance/shared';

type Kind = ContractTemplateProblem['kind'];

/** A text that will be printed, and where it stands. */
export interface PrintedText {
  readonly path: string;
  /** Of a project: its name. */
  readonly of?: string;
  readonly text: string;
}

export interface TemplateSurroundings {
  /** Names that may stand in braces. */
  readonly placeholders: readonly string[];
  /** Versions that were published. */
  readonly usedVersions: readonly string[];
  /** What is printed besides the template: of the authority, and of all projects. */
  readonly printed: readonly PrintedText[];
  readonly missingCharacters: (text: string) => readonly string[];
}

const VERSION = /^[0-9A-Za-z][0-9A-Za-z.-]*$/;
/** What stands in braces; also a brace that is alone. */
const BRACES = /\{([^{}]*)\}|[{}]/g;
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;

const problem = (
  kind: Kind,
  { path, of = null }: Omit<PrintedText, 'text' | 'of'> & { of?: string | null },
  found = '',
) => ({ kind, path, of, found }) satisfies ContractTemplateProblem;
const distinct = (found: Iterable<string>): string => [...new Set(found)].join(' ');
const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** A text as it is printed: what stands in braces is printed otherwise, and checked where it comes from. */
const withoutBraces = (text: string): string => text.replaceAll(BRACES, '');

function textProblems(place: PrintedText, { placeholders, missingCharacters }: TemplateSurroundings) {
  const { text } = place;
  const unknown = [...text.matchAll(BRACES)]
    .filter(([, name]) => name === undefined || !placeholders.includes(name))
    .map(([whole]) => whole);
  const invisible = [...text.matchAll(INVISIBLE)].map(([character]) => codePoint(character));
  const missing = missingCharacters(withoutBraces(text).replaceAll(INVISIBLE, ''));
  return [
    ...(unknown.length > 0 ? [problem('placeholder', place, distinct(unknown))] : []),
    ...(invisible.length > 0 ? [problem('invisible', place, distinct(invisible))] : []),
    ...(missing.length > 0 ? [problem('unprintable', place, distinct(missing))] : []),
  ];
}

function lengthProblems({ path, text }: PrintedText, max: number) {
  if (text.trim() === '') {
    return [problem('missing', { path })];
  }
  return [...text].length > max ? [problem('too-long', { path }, String(max))] : [];
}

function numberProblems(path: string, count: number, max: number) {
  if (count === 0) {
    return [problem('missing', { path })];
  }
  return count > max ? [problem('too-many', { path }, String(max))] : [];
}

/** Every text of a template, with the length it may have. */
function textsOf({ title, keyPoints, articles }: ContractTemplateContent): (PrintedText & { max: number })[] {
  return [
    { path: 'title', text: title, max: LIMITS.title },
    ...keyPoints.map((text, index) => ({ path: `keyPoints.${index}`, text, max: LIMITS.keyPoint })),
    ...articles.flatMap(({ heading, paragraphs }, index) => [
      { path: `articles.${index}.heading`, text: heading, max: LIMITS.heading },
      ...paragraphs.map((text, line) => ({
        path: `articles.${index}.paragraphs.${line}`,
        text,
        max: LIMITS.paragraph,
      })),
    ]),
  ];
}

function versionProblems(version: string, usedVersions: readonly string[]) {
  const place = { path: 'version', text: version };
  const wrong = lengthProblems(place, LIMITS.version);
  if (wrong.length > 0) {
    return wrong;
  }
  if (!VERSION.test(version)) {
    return [problem('version-form', place)];
  }
  return usedVersions.includes(version) ? [problem('version-used', place)] : [];
}

/** All that keeps a draft from being published, in the order of reading. */
export function templateProblems(
  content: ContractTemplateContent,
  surroundings: TemplateSurroundings,
): ContractTemplateProblem[] {
  const { version, keyPoints, articles } = content;
  return [
    ...versionProblems(version, surroundings.usedVersions),
    ...numberProblems('keyPoints', keyPoints.length, LIMITS.keyPoints),
    ...numberProblems('articles', articles.length, LIMITS.articles),
    ...articles.flatMap(({ paragraphs }, index) =>
      numberProblems(`articles.${index}.paragraphs`, paragraphs.length, LIMITS.paragraphs),
    ),
    ...textsOf(content).flatMap(({ max, ...place }) => [
      ...lengthProblems(place, max),
      ...textProblems(place, surroundings),
    ]),
    ...surroundings.printed.flatMap((place) => {
      const missing = surroundings.missingCharacters(place.text);
      return missing.length > 0 ? [problem('unprintable', place, distinct(missing))] : [];
    }),
  ];
}
