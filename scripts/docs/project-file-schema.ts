import { PROJECT_FILE_FORMAT, PROJECT_FILE_LABELS, projectFileShape } from '@acceptance/shared';
import { type Json, jsonSchema } from '../../bff/src/http/json-schema';

/** Where the published JSON Schema lies; `$schema` of a project file may name it. */
export const PROJECT_FILE_SCHEMA = 'scripts/projects/acceptance-project.schema.json';

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

const titled = (schema: unknown, path: string): unknown =>
  isJson(schema) ? { title: PROJECT_FILE_LABELS[path], ...(withTitles(schema, path) as Json) } : schema;

/** Gives every setting its name, so that an editor shows it; settings of a list's item stand under the list. */
function withTitles(schema: unknown, path: string): unknown {
  if (Array.isArray(schema)) {
    return schema.map((each) => withTitles(each, path));
  }
  if (!isJson(schema)) {
    return schema;
  }
  const { properties, items, anyOf, ...rest } = schema;
  const under = (name: string) => (path === '' ? name : `${path}.${name}`);
  return {
    ...rest,
    ...(isJson(properties) && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, member]) => [name, titled(member, under(name))]),
      ),
    }),
    ...(items !== undefined && { items: withTitles(items, path) }),
    ...(anyOf !== undefined && { anyOf: withTitles(anyOf, path) }),
  };
}

/** The JSON Schema of project files. Rules between settings are said by `npm run projects -- validate` and at import only. */
export function projectFileSchemaText(): string {
  const document = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `项目文件 ${PROJECT_FILE_FORMAT}`,
    ...(withTitles(jsonSchema(projectFileShape, 'input'), '') as Json),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
