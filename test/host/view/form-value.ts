import type { Bag } from '../bag';
import { attributeText, isOn, type ViewNode, walk } from './view-node';

const isChecked = (node: ViewNode): boolean => node.state.checked ?? isOn(node, 'checked');

/** Values of the checked boxes of a group (one for radios, `''` when none). */
export function groupValue(group: ViewNode): unknown {
  const wanted = group.tag === 'radio-group' ? 'radio' : 'checkbox';
  const values = [...walk(group)]
    .filter((node) => node.tag === wanted && isChecked(node))
    .map((node) => attributeText(node, 'value'));
  return group.tag === 'radio-group' ? (values[0] ?? '') : values;
}

/** What a named form control contributes to `submit`. */
export function controlValue(node: ViewNode): unknown {
  switch (node.tag) {
    case 'switch':
      return isChecked(node);
    case 'checkbox-group':
    case 'radio-group':
      return groupValue(node);
    default:
      return node.state.value ?? node.attributes.get('value') ?? '';
  }
}

const CONTROLS = new Set(['input', 'textarea', 'switch', 'slider', 'picker', 'checkbox-group', 'radio-group']);

/** `detail.value` of a form's `submit`: named controls only. */
export function formValue(form: ViewNode): Bag {
  const value: Bag = {};
  for (const node of walk(form)) {
    const name = attributeText(node, 'name');
    if (name && CONTROLS.has(node.tag)) {
      value[name] = controlValue(node);
    }
  }
  return value;
}

export { isChecked };
