import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { transform } from "esbuild";
import { SAMPLE_LANGUAGES, type SampleLanguage } from "../api/samples/sample-of";
import { SAMPLE_FILE } from "../api/samples/sample-request";
import { systemVariables } from "../env";

/** Programs that run samples, beside Node, which is there. */
const PROGRAMS = { curl: "curl", python: "python3" } as const;

const isThere = (program: string) => spawnSync(program, ["--version"]).status === 0;

export type Runner = {
  language: SampleLanguage;
  /** For the names of tests: the language, and what this machine lacks to run it. */
  name: string;
  isThere: boolean;
};

export const RUNNERS: readonly Runner[] = SAMPLE_LANGUAGES.map((language) => {
  const program = language === "typescript" ? null : PROGRAMS[language];
  if (program === null || isThere(program)) return { language, name: language, isThere: true };
  return { language, name: `${language} (skipped: this machine has no ${program})`, isThere: false };
});

export type SampleRun = { exitCode: number; output: string; folder: string };

/** Runs a sample as somebody would who has pasted it into a file, beside a picture, and gives what it said. */
export async function runSample(
  language: SampleLanguage,
  sample: string,
  { key, picture, variables = {} }: { key: string; picture: Uint8Array; variables?: Record<string, string> },
  look: (run: SampleRun) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "nameplate-sample-"));
  try {
    await writeFile(join(folder, SAMPLE_FILE), picture);
    const [program, file, text] = await programOf(language, sample);
    await writeFile(join(folder, file), text);
    const env = { ...systemVariables(), NAMEPLATE_KEY: key, ...variables };
    const run = await new Promise<SampleRun>((done) => {
      execFile(program, [file], { cwd: folder, env, timeout: 60_000 }, (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
        done({ exitCode: code, output: `${stdout}${stderr}`, folder });
      });
    });
    await look(run);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function programOf(language: SampleLanguage, sample: string): Promise<[string, string, string]> {
  if (language === "curl") return ["sh", "sample.sh", `${sample}\n`];
  if (language === "python") return [PROGRAMS.python, "sample.py", `${sample}\n`];
  const { code } = await transform(sample, { loader: "ts", format: "esm", target: "node20" });
  return [process.execPath, "sample.mjs", code];
}
