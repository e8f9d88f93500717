/** The parts of an OpenAPI document that the page reads. Schemas are JSON Schema. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  description?: string;
  minimum?: number;
  maximum?: number;
}
interface Content {
  content?: Record<string, { schema?: Schema }>;
}
interface Operation {
  operationId: string;
  summary?: string;
  tags?: string[];
  security?: unknown[];
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
  requestBody?: Content & { required?: boolean };
  responses?: Record<string, Content & { description?: string }>;
}
export interface OpenApi {
  info: { title: string; version: string; description?: string };
  tags?: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
}

export interface Row {
  name: string;
  type: string;
  required: boolean;
  where?: string;
}
export interface Endpoint {
  id: string;
  method: string;
  path: string;
  summary: string;
  open: boolean;
  parameters: Row[];
  body: { rows: Row[]; type: string; optional: boolean } | null;
  answer: { status: string; rows: Row[]; type: string } | null;
  errors: { status: string; text: string }[];
}
export interface Group {
  tag: string;
  id: string;
  endpoints: Endpoint[];
}

/** An OpenAPI document as what the page shows: endpoints by tag, schemas as rows in plain types. */
export function apiGroups(document: OpenApi): Group[] {
  const groups = new Map<string, Group>((document.tags ?? []).map(({ name }) => [name, { tag: name, id: slug(name), endpoints: [] }]));
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags?.[0] ?? "Other";
      const group = groups.get(tag) ?? { tag, id: slug(tag), endpoints: [] };
      groups.set(tag, group);
      group.endpoints.push(endpoint(path, method, operation));
    }
  }
  return [...groups.values()].filter((group) => group.endpoints.length > 0);
}

function endpoint(path: string, method: string, operation: Operation): Endpoint {
  const success = Object.entries(operation.responses ?? {}).find(([status]) => status.startsWith("2"));
  const answer = success ? schemaIn(success[1]) : undefined;
  const body = operation.requestBody ? schemaIn(operation.requestBody) : undefined;
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    summary: operation.summary ?? "",
    open: operation.security?.length === 0,
    parameters: (operation.parameters ?? []).map((parameter) => ({ name: parameter.name, type: typeWords(parameter.schema ?? {}), required: parameter.required ?? false, where: parameter.in })),
    body: body ? { rows: rowsOf(body), type: typeWords(body), optional: !operation.requestBody?.required } : null,
    answer: success ? { status: success[0], rows: answer ? rowsOf(answer) : [], type: answer ? typeWords(answer) : "nothing" } : null,
    errors: Object.entries(operation.responses ?? {})
      .filter(([status]) => !status.startsWith("2"))
      .map(([status, response]) => ({ status, text: (response.description ?? "").replace(/ \(`[^`]*`\)/g, "") })),
  };
}

function schemaIn(holder: Content): Schema | undefined {
  return Object.values(holder.content ?? {})[0]?.schema;
}

function rowsOf(schema: Schema): Row[] {
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({ name, type: typeWords(property), required: schema.required?.includes(name) ?? false }));
}

/** A schema as a short type: "text", "number[]", `"up" | "down"`, "Agent or null". */
export function typeWords(schema: Schema, depth = 0): string {
  if (schema.$ref) return schema.$ref.split("/").at(-1) ?? "object";
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map((choice) => typeWords(choice, depth)).join(" | ");
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeWords({ ...schema, type }, depth)).join(" | ");
  switch (schema.type) {
    case "array": {
      const item = typeWords(schema.items ?? {}, depth + 1);
      return item.includes(" | ") ? `(${item})[]` : `${item}[]`;
    }
    case "object":
      return objectWords(schema, depth);
    case "string":
      return schema.format === "date-time" ? "time" : schema.format === "uri" ? "address" : "text";
    case "integer":
    case "number":
      return "number";
    case "boolean":
      return "true | false";
    case undefined:
      return "anything";
    default:
      return schema.type;
  }
}

function objectWords(schema: Schema, depth: number): string {
  const properties = Object.keys(schema.properties ?? {});
  if (properties.length === 0) return typeof schema.additionalProperties === "object" ? `{name: ${typeWords(schema.additionalProperties, depth + 1)}}` : "object";
  if (depth > 2) return "object";
  return `{${properties.map((name) => (schema.required?.includes(name) ? name : `${name}?`)).join(", ")}}`;
}

function slug(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}
