import type { Bag, Callable } from '../bag';
import { textOf } from '../bag';
import type { AppRealm } from '../realm/app-realm';

/** Variables in sight of an expression, innermost first. Unknown names are undefined, as in WXML. */
export interface Scope {
  readonly variables: Bag;
  readonly outer: Scope | null;
}

export interface Expressions {
  /** An attribute's or text's value: the value itself for exactly one `{{…}}`, else text. */
  evaluate(source: string, scope: Scope): unknown;
  /** The object that `data="{{a: b, ...c}}"` of a template means. */
  evaluateData(source: string, scope: Scope): Bag;
}

function lookup(scope: Scope, name: string): unknown {
  for (let at: Scope | null = scope; at; at = at.outer) {
    if (Object.hasOwn(at.variables, name)) {
      return at.variables[name];
    }
  }
  return undefined;
}

const asNames = (scope: Scope): object =>
  new Proxy(scope, {
    has: (_scope, name) => typeof name === 'string',
    get: (at, name) => (typeof name === 'string' ? lookup(at, name) : undefined),
  });

const PIECE = /\{\{([\s\S]*?)\}\}(?!\})/g;

/** Compiles each distinct expression once, inside the realm. */
export function createExpressions(realm: AppRealm): Expressions {
  const compiled = new Map<string, Callable>();
  const run = (body: string, scope: Scope): unknown => {
    let expression = compiled.get(body);
    if (!expression) {
      expression = realm.compile(`with (names) { return (${body}); }`, ['names']);
      compiled.set(body, expression);
    }
    try {
      return expression(asNames(scope));
    } catch (error) {
      // A field of something undefined is undefined in WXML.
      if ((error as Error).name === 'TypeError') {
        return undefined;
      }
      throw error;
    }
  };
  return {
    evaluate(source, scope) {
      if (!source.includes('{{')) {
        return source;
      }
      const whole = /^\s*\{\{([\s\S]*)\}\}\s*$/.exec(source);
      const body = whole?.[1];
      if (body !== undefined && !/\{\{/.test(body)) {
        return run(body.trim() || 'undefined', scope);
      }
      return source.replace(PIECE, (_all, piece: string) => textOf(run(piece.trim() || "''", scope)));
    },
    evaluateData(source, scope) {
      const body = /^\s*\{\{([\s\S]*)\}\}\s*$/.exec(source)?.[1] ?? '';
      return run(`{${body}}`, scope) as Bag;
    },
  };
}
