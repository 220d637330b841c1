/**
 * Holds for iOS before 14.5 only, the one engine of the minimum that has no `gap` in flex boxes: the first property is of
 * iOS alone, and `inset` came with the same version.
 */
const WITHOUT_GAP = '(-webkit-touch-callout:none) and (not (inset:0))';

const SIDES = ['top', 'right', 'bottom', 'left'];

/** `inset: 1px 2px` as the four properties that it stands for. */
function spellOutInset(declaration) {
  const [top, right = top, bottom = top, left = right] = declaration.value.split(/\s+/);
  const values = { top, right, bottom, left };
  for (const side of SIDES) {
    declaration.cloneBefore({ prop: side, value: values[side] });
  }
  declaration.remove();
}

const declared = (rule, prop) => rule.nodes.findLast((node) => node.type === 'decl' && node.prop === prop)?.value;

/** Which children keep what distance. Where lines wrap it is all of them, to their right and below. */
function margins(rule) {
  const gap = declared(rule, 'gap')?.split(/\s+/) ?? [];
  const row = declared(rule, 'row-gap') ?? gap[0];
  const column = declared(rule, 'column-gap') ?? gap[1] ?? gap[0];
  if (declared(rule, 'flex-wrap')?.startsWith('wrap')) {
    return { children: '>:not(:empty)', sides: { 'margin-right': column, 'margin-bottom': row } };
  }
  const isColumn = /^column/.test(declared(rule, 'flex-direction') ?? '');
  return { children: '>:not(:first-child)', sides: isColumn ? { 'margin-top': row } : { 'margin-left': column } };
}

/** Styles that phones of the minimum do not know, in words that they do. */
const olderStyles = () => ({
  postcssPlugin: 'older-styles',
  Once(root, { AtRule, Rule }) {
    root.walkDecls('inset', spellOutInset);
    root.walkRules((rule) => {
      const isFlex = /^(inline-)?flex$/.test(declared(rule, 'display') ?? '');
      if (!isFlex || !['gap', 'row-gap', 'column-gap'].some((prop) => declared(rule, prop))) {
        return;
      }
      const { children, sides } = margins(rule);
      const fallback = new Rule({ selectors: rule.selectors.map((selector) => `${selector}${children}`) });
      for (const [prop, value] of Object.entries(sides)) {
        if (value && value !== '0') fallback.append({ prop, value });
      }
      rule.after(new AtRule({ name: 'supports', params: WITHOUT_GAP, nodes: [fallback] }));
    });
  },
});

module.exports = Object.assign(olderStyles, { postcss: true, WITHOUT_GAP });
