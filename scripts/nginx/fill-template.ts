/** Fills `${NAME}` as envsubst does with a list of names: what is no name of ours, nginx's own variables too, stays. @throws Error naming what is missing */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\$\{([A-Z][A-Z0-9_]*)\}/g, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${name} is missing`);
    return value;
  });
}
