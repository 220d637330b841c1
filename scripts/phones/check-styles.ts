import doiuse from 'doiuse';
import postcss, { type ChildNode, type Root } from 'postcss';
import type { BuiltFile, PhoneProblem } from './built-file';
import { MINIMUM_ENGINES } from './minimum';

/** What the table of caniuse calls partial, and why it does no harm here. */
const HARMLESS = [
  'css-overflow', // only the values clip and two at once are newer
  'css-sticky', // known since iOS 6, by its prefix
  'css-focus-visible', // draws a frame for keyboards, which phones have not; without it the engine draws its own
  'intrinsic-width', // min-content is known, stretch is not
  'css3-cursors-newer', // a mouse's
  'css-resize', // a mouse's
  'multicolumn', // column-gap of a grid
];

const isFalseAlarm = (feature: string, usage: ChildNode): boolean => {
  if (HARMLESS.includes(feature)) return true;
  // min() and max() came two years before clamp(), with iOS 11.3.
  return feature === 'css-math-functions' && usage.type === 'decl' && !usage.value.includes('clamp(');
};

/** Newer than the minimum, and unknown to doiuse. */
const UNKNOWN_TO_DOIUSE = /^(aspect-ratio|translate|rotate|scale|accent-color|overflow-clip-margin|inset(-.+)?)$/;

/** Within `@supports` a rule says itself what it needs. */
const asksFirst = (node: ChildNode): boolean => {
  for (let around = node.parent; around; around = around.parent as typeof around) {
    if (around.type === 'atrule' && (around as postcss.AtRule).name === 'supports') return true;
  }
  return false;
};

/** Selectors whose children have margins where a flex box has no gap. */
function gapFallbacks(root: Root): ReadonlySet<string> {
  const selectors = new Set<string>();
  root.walkAtRules('supports', (rule) => {
    if (/-webkit-touch-callout/.test(rule.params)) {
      rule.walkRules(({ selectors: of }) => {
        for (const selector of of) selectors.add(selector.replace(/\s*>\s*:not\(:(first-child|empty)\)$/, ''));
      });
    }
  });
  return selectors;
}

/** Rules that the web views of the minimum do not know: there the page looks as if they were not written. */
export async function checkStyles({ path, text }: BuiltFile): Promise<PhoneProblem[]> {
  const problems: PhoneProblem[] = [];
  const found = (what: string, usage: ChildNode): void => {
    const rule = usage.toString().replace(/\s+/g, ' ').slice(0, 90);
    problems.push({
      file: path,
      problem: `${what} is unknown to the oldest phones: ${rule}`,
      instead: 'write it the older way, or add a fallback in miniapp/config/older-styles.cjs',
    });
  };
  const root = postcss.parse(text, { from: path });
  const fallbacks = gapFallbacks(root);
  const hasFallback = (feature: string, usage: ChildNode): boolean =>
    feature === 'flexbox-gap' && usage.type === 'rule' && usage.selectors.every((selector) => fallbacks.has(selector));
  const plugin = doiuse({
    browsers: [...MINIMUM_ENGINES],
    onFeatureUsage: ({ feature, usage }: { readonly feature: string; readonly usage: ChildNode }) => {
      if (!isFalseAlarm(feature, usage) && !hasFallback(feature, usage) && !asksFirst(usage)) found(feature, usage);
    },
  });
  await postcss([plugin]).process(root.clone(), { from: path });
  root.walkDecls(UNKNOWN_TO_DOIUSE, (declaration) => {
    if (!asksFirst(declaration)) found(declaration.prop, declaration);
  });
  return problems;
}
