import { createHash } from "node:crypto";
import type { OpenApi } from "./openapi.ts";

/** A page, and the policy under which it shows. */
export interface DocsPage {
  readonly html: string;
  readonly policy: string;
}

type Operation = NonNullable<NonNullable<OpenApi["paths"]>[string]["get"]>;

interface Entry {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

const methods = ["get", "post", "put", "patch", "delete"] as const;

/** A page that shows an OpenAPI document. It needs no script and nothing from elsewhere. */
export function createDocsPage(document: OpenApi): DocsPage {
  const entries = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method): Entry[] =>
      item[method] === undefined ? [] : [{ method, path, operation: item[method] }],
    ),
  );
  const tags = (document.tags ?? []).map((tag) => ({
    ...tag,
    entries: entries.filter(({ operation }) => operation.tags?.includes(tag.name)),
  }));
  const schemas = Object.entries(document.components?.schemas ?? {}).toSorted(([a], [b]) => a.localeCompare(b));
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(document.info.title)} API</title>
<style>${css}</style>
</head>
<body>
<nav aria-label="Reference">
<p class="name"><a href="#top">${text(document.info.title)} API</a></p>
${tags.map((tag) => `<h2>${text(tag.name)}</h2><ul>${tag.entries.map(toLink).join("")}</ul>`).join("\n")}
<h2>Shapes</h2><ul>${schemas.map(([name]) => `<li><a href="#shape-${text(name)}">${text(name)}</a></li>`).join("")}</ul>
</nav>
<main id="top">
<h1>${text(document.info.title)} API</h1>
${paragraphs(document.info.description)}
<p><a href="/api/openapi.json">OpenAPI document</a></p>
${tags.map((tag) => `<section><h2>${text(tag.name)}</h2>${paragraphs(tag.description)}${tag.entries.map(toArticle).join("\n")}</section>`).join("\n")}
<section><h2>Shapes</h2>
${schemas.map(([name, schema]) => `<article id="shape-${text(name)}"><h3>${text(name)}</h3>${toShape(schema)}</article>`).join("\n")}
</section>
</main>
</body>
</html>
`;
  const hash = createHash("sha256").update(css).digest("base64");
  return {
    html,
    policy: `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  };
}

function toLink({ method, operation }: Entry): string {
  return `<li><a href="#${text(operation.operationId ?? "")}"><span class="verb ${method}">${method}</span> ${text(operation.summary ?? "")}</a></li>`;
}

function toArticle({ method, path, operation }: Entry): string {
  const body =
    operation.requestBody !== undefined && "content" in operation.requestBody
      ? operation.requestBody.content["application/json"]
      : undefined;
  const bodyShape = body !== undefined && "schema" in body ? body : undefined;
  return `<article id="${text(operation.operationId ?? "")}">
<h3>${text(operation.summary ?? "")}</h3>
<p class="path"><span class="verb ${method}">${method}</span> <code>${text(path)}</code></p>
${paragraphs(operation.description)}
${toParameters(operation)}
${bodyShape === undefined ? "" : `<h4>Body</h4>${bodyShape.schema === undefined ? "" : toShape(bodyShape.schema)}${toExample(bodyShape.example)}`}
<h4>Answers</h4>
${Object.entries(operation.responses ?? {})
  .map(([status, answer]) => toAnswer(status, answer))
  .join("\n")}
</article>`;
}

function toParameters(operation: Operation): string {
  const rows = (operation.parameters ?? []).flatMap((parameter) =>
    "name" in parameter
      ? [
          `<tr><td><code>${text(parameter.name)}</code></td><td>${parameter.in}</td><td>${parameter.required === true ? "required" : ""}</td><td>${words(parameter.description ?? "")}</td></tr>`,
        ]
      : [],
  );
  if (rows.length === 0) return "";
  return `<h4>Parameters</h4><table><thead><tr><th>Name</th><th>In</th><th></th><th>Meaning</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

interface Answer {
  readonly description?: string;
  readonly content?: Readonly<
    Record<
      string,
      { readonly schema?: unknown; readonly example?: unknown; readonly examples?: Readonly<Record<string, unknown>> }
    >
  >;
}

function toAnswer(status: string, answer: Answer): string {
  const [media] = Object.values(answer.content ?? {});
  const examples = media?.examples === undefined ? [media?.example] : Object.values(media.examples).map(valueOf);
  const shape = media?.schema === undefined ? "" : toShape(media.schema);
  return `<details><summary><b>${status}</b> ${words(answer.description ?? "")}</summary>${shape}${examples.map(toExample).join("")}</details>`;
}

function valueOf(example: unknown): unknown {
  return typeof example === "object" && example !== null && "value" in example ? example.value : undefined;
}

function toExample(example: unknown): string {
  if (example === undefined) return "";
  return `<pre tabindex="0">${text(typeof example === "string" ? example : JSON.stringify(example, null, 2))}</pre>`;
}

function toShape(schema: unknown): string {
  const { properties, required, description } = fieldsOf(schema);
  const about = typeof description === "string" ? paragraphs(description) : "";
  const fields = Object.entries(fieldsOf(properties));
  if (fields.length === 0) return `${about}<p>${toType(schema)}</p>`;
  const rows = fields.map(([name, property]) => {
    const { description: meaning } = fieldsOf(property);
    const needed = Array.isArray(required) && required.includes(name) ? "required" : "";
    return `<tr><td><code>${text(name)}</code></td><td>${toType(property)}</td><td>${needed}</td><td>${typeof meaning === "string" ? words(meaning) : ""}</td></tr>`;
  });
  return `${about}<table><thead><tr><th>Field</th><th>Type</th><th></th><th>Meaning</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

/** A type in a few words, with a link where it has a name. */
function toType(schema: unknown): string {
  const { $ref, type, anyOf, oneOf, enum: values, const: only, items, properties, format } = fieldsOf(schema);
  if (typeof $ref === "string") {
    const name = text($ref.split("/").at(-1) ?? "");
    return `<a href="#shape-${name}">${name}</a>`;
  }
  const choices = Array.isArray(anyOf) ? anyOf : oneOf;
  if (Array.isArray(choices)) return choices.map(toType).join(" or ");
  const literals = Array.isArray(values) ? values : only === undefined ? undefined : [only];
  if (literals !== undefined)
    return literals.map((value) => `<code>${text(JSON.stringify(value) ?? "")}</code>`).join(" or ");
  if (type === "array") return `list of ${toType(items)}`;
  if (type === "object" && properties !== undefined)
    return `{ ${Object.keys(fieldsOf(properties)).map(text).join(", ")} }`;
  const name = Array.isArray(type) ? type.join(" or ") : typeof type === "string" ? type : "anything";
  return text(typeof format === "string" ? `${name} (${format})` : name);
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function paragraphs(raw: string | undefined): string {
  return (raw ?? "")
    .split("\n\n")
    .filter((part) => part !== "")
    .map((part) => `<p>${words(part)}</p>`)
    .join("");
}

/** Text in which backquotes mark code. */
function words(raw: string): string {
  return text(raw).replaceAll(/`([^`]+)`/g, "<code>$1</code>");
}

function text(raw: string): string {
  return raw.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

const css = `
:root{color-scheme:light dark;--ink:#1c1b19;--soft:#5d5a54;--line:#dedad2;--paper:#fbfaf7;--code:#f1eee7;--link:#14508c}
@media (prefers-color-scheme:dark){:root{--ink:#ece9e2;--soft:#aaa59b;--line:#3a3833;--paper:#191816;--code:#24221f;--link:#8fbdf0}}
*{box-sizing:border-box}
body{margin:0;display:grid;grid-template-columns:18rem minmax(0,1fr);font:15px/1.55 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
nav{position:sticky;top:0;height:100vh;overflow:auto;padding:1.25rem;border-right:1px solid var(--line);font-size:.875rem}
nav h2{margin:1.25rem 0 .25rem;font-size:.8rem;color:var(--soft)}
nav ul{margin:0;padding:0;list-style:none}
nav li a{display:flex;gap:.25rem;padding:.15rem 0;color:inherit;text-decoration:none}
nav li a:hover{text-decoration:underline}
.name{margin:0;font-weight:600}.name a{color:inherit;text-decoration:none}
main{max-width:56rem;padding:2rem 2.5rem 6rem}
h1{font-size:1.75rem;margin:0 0 1rem}section>h2{margin:3rem 0 .5rem;padding-top:1rem;border-top:1px solid var(--line)}
article{margin:2rem 0}article h3{margin:0;font-size:1.1rem}h4{margin:1.25rem 0 .35rem;font-size:.875rem}
.path{margin:.25rem 0}.verb{display:inline-block;flex:none;width:3.4rem;font:600 .75rem/1.75 ui-monospace,monospace;text-transform:uppercase;color:var(--soft)}
a{color:var(--link)}a:focus-visible,summary:focus-visible,pre:focus-visible{outline:2px solid var(--link);outline-offset:2px}
code,pre{font-family:ui-monospace,monospace;font-size:.85em}code{background:var(--code);padding:.1em .3em;border-radius:3px}
pre{background:var(--code);padding:.75rem 1rem;border-radius:6px;overflow:auto;max-height:24rem}
table{border-collapse:collapse;width:100%;font-size:.875rem;overflow-wrap:anywhere}th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line)}
th{color:var(--soft);font-weight:500}details{border-bottom:1px solid var(--line);padding:.35rem 0}summary{cursor:pointer}
@media (max-width:56rem){body{display:block}nav{position:static;height:40vh;border-right:0;border-bottom:1px solid var(--line)}main{padding:1.5rem}}
`;
