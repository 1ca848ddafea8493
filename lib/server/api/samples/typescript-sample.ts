import { type LiteralStyle, literal } from "./literal";
import { KEY_VARIABLE, SAMPLE_FILE, type SampleRequest } from "./sample-request";

const STYLE: LiteralStyle = { indent: 2, null: "null", true: "true", false: "false", key: property };

/** The request as a TypeScript program with the platform's own `fetch`; files are read and written as Node does. */
export function typescriptSample({ method, url, headers, sends, gives, keeps }: SampleRequest): string {
  const imports = [
    ...(sends.kind === "file" ? ["readFile"] : []),
    ...(gives === "bytes" ? ["writeFile"] : []),
  ];
  const options = [
    ...(method === "GET" ? [] : [`  method: ${JSON.stringify(method)},`]),
    "  headers: {",
    `    Authorization: \`Bearer \${process.env.${KEY_VARIABLE}}\`,`,
    ...headers.map(([name, value]) => `    ${property(name)}${JSON.stringify(value)},`),
    ...(sends.kind === "json" ? ['    "Content-Type": "application/json",'] : []),
    "  },",
    ...(sends.kind === "json" ? [`  body: JSON.stringify(${literal(sends.value, STYLE, 1)}),`] : []),
    ...(sends.kind === "file" ? ["  body: form,"] : []),
  ];
  return [
    ...(imports.length > 0 ? [`import { ${imports.join(", ")} } from "node:fs/promises";`, ""] : []),
    ...(sends.kind === "file"
      ? [
          "const form = new FormData();",
          `form.set("file", new File([await readFile("${SAMPLE_FILE}")], "${SAMPLE_FILE}"));`,
        ]
      : []),
    `const response = await fetch(${JSON.stringify(url)}, {`,
    ...options,
    "});",
    "if (!response.ok) throw new Error(await response.text());",
    ...(gives === "json" ? ["console.log(await response.json());"] : []),
    ...(gives === "bytes"
      ? [`await writeFile("${keeps}", new Uint8Array(await response.arrayBuffer()));`]
      : []),
  ].join("\n");
}

/** `__proto__` as a plain name would be no property but what stands behind the object. */
function property(name: string): string {
  if (name === "__proto__") return '["__proto__"]: ';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `${name}: ` : `${JSON.stringify(name)}: `;
}
