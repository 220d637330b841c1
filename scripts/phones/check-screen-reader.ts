import type { AccessibleAttributes } from '../../miniapp/config/accessible-attributes';
import type { PhoneProblem } from './built-file';

/** WeChat's names where they are not the web's. */
const IN_WXML: Readonly<Record<string, string>> = { role: 'aria-role' };
const tagOf = (component: string): string => component.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase();

/** Attributes of the screen reader that the source uses and the built templates do not have: Taro drops them silently. */
export function checkScreenReader(baseWxml: string, used: AccessibleAttributes): PhoneProblem[] {
  return Object.entries(used).flatMap(([component, attributes]) => {
    const tags = baseWxml.match(new RegExp(`<${tagOf(component)} [^>]*>`, 'g')) ?? [];
    // What no page of WeChat's draws has no template; a view without attributes has one of its own.
    const full = tags.filter((tag) => tag.includes(' aria-'));
    return Object.keys(attributes)
      .filter(
        (name) =>
          tags.length > 0 && (full.length === 0 || full.some((tag) => !tag.includes(` ${IN_WXML[name] ?? name}="`))),
      )
      .map((name) => ({
        file: 'base.wxml',
        problem: `${name} of <${component}> does not reach the screen reader`,
        instead: 'see miniapp/config/accessible-attributes.ts, which tells Taro of the attributes it must keep',
      }));
  });
}
