import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/**
 * Who may import whom: the first rule whose `from` matches decides. Paths are relative to the checkout.
 * @typedef {{ from: RegExp, may: RegExp, why: string }} Rule
 * @type {Rule[]}
 */
export const RULES = [
  { from: /^lib\/flow\//, may: /^lib\/flow\//, why: "lib/flow is the pure heart and imports nothing of ours" },
  { from: /^lib\/turns\//, may: /^lib\/(turns|flow|speech|calls)\//, why: "lib/turns is pure" },
  { from: /^lib\//, may: /^(lib|package\.json|public|NOTICE|prisma\/schema)/, why: "arrows point one way: lib imports neither app, components nor workers" },
  { from: /^components\//, may: /^(components|lib)\//, why: "components import components and lib" },
  { from: /^app\//, may: /^(app|components|lib)\/|^package\.json$/, why: "app imports components and lib" },
  { from: /^workers\/([^/]+)\//, may: /^(workers|lib)\/|^package\.json$/, why: "workers import lib" },
];

/**
 * Files that must not reach a module, not even through others, because they run elsewhere (a browser, another machine).
 * @type {{ from: RegExp, never: RegExp, why: string }[]}
 */
export const REACH = [
  { from: /^workers\/agent\//, never: /^lib\/(db|auth|teams|credentials)\//, why: "an agent worker never opens the database or the installation's secrets" },
  { from: /^components\//, never: /^lib\/db\//, why: "components run in browsers" },
  { from: /^lib\/(flow|turns|speech|editor)\//, never: /^lib\/db\//, why: "what editor, worker and linter share has no database" },
];

/** Packages that only some folders may import. */
export const PACKAGES = [
  { name: /^(@prisma\/|pg$|pg-boss$)/, only: /^(lib\/db|lib\/calls|lib\/jobs|workers\/jobs|scripts|tests|bench|prisma)/, why: "the database is opened in lib/db only" },
  { name: /^(react|react-dom|next|@xyflow\/)/, never: /^(lib\/(flow|turns|speech)|workers)\//, why: "these run without a page" },
  { name: /^(@livekit\/(agents|rtc-node)|livekit-client)/, never: /^lib\/flow\//, why: "lib/flow does no I/O" },
];

/** Names of modules that a file imports at run time (types only do not count). @param {string} file @param {string} text @returns {string[]} */
export function importsOf(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  /** @type {string[]} */
  const found = [];
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const clause = ts.isImportDeclaration(node) ? node.importClause : node;
      const typesOnly = clause?.isTypeOnly || onlyTypeNames(node);
      if (!typesOnly && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) found.push(node.moduleSpecifier.text);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [name] = node.arguments;
      if (name && ts.isStringLiteral(name)) found.push(name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** `import { type A, type B }` @param {ts.ImportDeclaration | ts.ExportDeclaration} node */
function onlyTypeNames(node) {
  const names = ts.isImportDeclaration(node) ? (!node.importClause?.name && node.importClause?.namedBindings) || undefined : node.exportClause;
  return Boolean(names && (ts.isNamedImports(names) || ts.isNamedExports(names)) && names.elements.length > 0 && names.elements.every((e) => e.isTypeOnly));
}

/** @param {string} root @returns {Map<string, string[]>} for each file, what it imports: "lib/…" for ours, "npm:name" for packages */
export function readGraph(root) {
  const graph = new Map();
  const visit = (/** @type {string} */ relative) => {
    const full = path.join(root, relative);
    if (!existsSync(full) || relative === "lib/db/client") return;
    if (statSync(full).isDirectory()) return readdirSync(full).forEach((name) => visit(`${relative}/${name}`));
    if (!/\.tsx?$/.test(relative) || /\.d\.ts$/.test(relative)) return;
    graph.set(relative, importsOf(relative, readFileSync(full, "utf8")).map((name) => resolve(root, relative, name)));
  };
  ["app", "components", "lib", "workers"].forEach(visit);
  return graph;
}

/** @param {string} root @param {string} from @param {string} name */
function resolve(root, from, name) {
  const bare = name.startsWith("@/") ? name.slice(2) : name.startsWith(".") ? path.posix.join(path.posix.dirname(from), name) : undefined;
  if (bare === undefined) return `npm:${name}`;
  for (const end of ["", ".ts", ".tsx", "/index.ts", "/index.tsx"]) {
    const full = path.join(root, bare + end);
    if (existsSync(full) && statSync(full).isFile()) return bare + end;
  }
  return bare;
}

/**
 * Every import that points the wrong way, as one sentence each.
 * @param {Map<string, string[]>} graph @returns {string[]}
 */
export function layerProblems(graph) {
  /** @type {string[]} */
  const problems = [];
  for (const [file, imports] of graph) {
    const isTest = /\.test\.tsx?$/.test(file);
    for (const target of imports) {
      if (target.startsWith("npm:")) {
        const name = target.slice(4);
        const broken = PACKAGES.find((rule) => rule.name.test(name) && ((rule.only && !rule.only.test(file)) || (rule.never && rule.never.test(file))));
        if (broken && !isTest) problems.push(`${file} imports the package ${name}: ${broken.why}`);
        continue;
      }
      const rule = RULES.find((candidate) => candidate.from.test(file));
      if (rule && !rule.may.test(target)) problems.push(`${file} imports ${target}: ${rule.why}`);
      if (/^lib\/db\/client/.test(target) && !/^lib\/db\//.test(file)) problems.push(`${file} imports ${target}: the database is opened in lib/db only`);
    }
    if (isTest) continue;
    for (const rule of REACH.filter((candidate) => candidate.from.test(file))) {
      const way = wayTo(graph, file, rule.never);
      if (way) problems.push(`${file} reaches ${way.at(-1)} (${way.join(" → ")}): ${rule.why}`);
    }
  }
  return problems;
}

/** The shortest chain of imports from a file to a module that matches. @param {Map<string, string[]>} graph @param {string} from @param {RegExp} goal @returns {string[] | undefined} */
function wayTo(graph, from, goal) {
  const queue = [[from]];
  const seen = new Set([from]);
  for (let way = queue.shift(); way; way = queue.shift()) {
    for (const next of graph.get(/** @type {string} */ (way.at(-1))) ?? []) {
      if (goal.test(next)) return [...way, next];
      if (next.startsWith("npm:") || seen.has(next)) continue;
      seen.add(next);
      queue.push([...way, next]);
    }
  }
  return undefined;
}
