import { type LiteralStyle, literal } from "./literal";
import { KEY_VARIABLE, SAMPLE_FILE, type SampleRequest } from "./sample-request";

const STYLE: LiteralStyle = {
  indent: 4,
  null: "None",
  true: "True",
  false: "False",
  key: (name) => `${JSON.stringify(name)}: `,
};

/** The parts of a form with one file, which the standard library has no word for. */
const FORM = [
  "boundary = uuid.uuid4().hex",
  `with open("${SAMPLE_FILE}", "rb") as file:`,
  "    form = (",
  '        f"--{boundary}\\r\\n"',
  `        'Content-Disposition: form-data; name="file"; filename="${SAMPLE_FILE}"\\r\\n\\r\\n'`,
  '    ).encode() + file.read() + f"\\r\\n--{boundary}--\\r\\n".encode()',
  "",
];

/** The request as a program for Python 3 with nothing but its standard library. */
export function pythonSample({ method, url, headers, sends, gives, keeps }: SampleRequest): string {
  const imports = [
    ...(sends.kind === "json" || gives === "json" ? ["json"] : []),
    "os",
    "urllib.request",
    ...(sends.kind === "file" ? ["uuid"] : []),
  ];
  return [
    ...imports.map((name) => `import ${name}`),
    "",
    ...(sends.kind === "file" ? FORM : []),
    "request = urllib.request.Request(",
    `    ${JSON.stringify(url)},`,
    ...(method === "GET" ? [] : [`    method=${JSON.stringify(method)},`]),
    "    headers={",
    `        "Authorization": "Bearer " + os.environ["${KEY_VARIABLE}"],`,
    ...headers.map(([name, value]) => `        ${JSON.stringify(name)}: ${JSON.stringify(value)},`),
    ...(sends.kind === "json" ? ['        "Content-Type": "application/json",'] : []),
    ...(sends.kind === "file"
      ? ['        "Content-Type": f"multipart/form-data; boundary={boundary}",']
      : []),
    "    },",
    ...(sends.kind === "json" ? [`    data=json.dumps(${literal(sends.value, STYLE, 1)}).encode(),`] : []),
    ...(sends.kind === "file" ? ["    data=form,"] : []),
    ")",
    "with urllib.request.urlopen(request) as response:",
    ...(gives === "json" ? ["    print(json.load(response))"] : []),
    ...(gives === "bytes"
      ? [`    with open("${keeps}", "wb") as file:`, "        file.write(response.read())"]
      : []),
    ...(gives === "nothing" ? ["    print(response.status)"] : []),
  ].join("\n");
}
