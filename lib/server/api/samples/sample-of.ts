import type { ExampleWorld } from "../example-world";
import type { AnyOperation } from "../operation";
import { curlSample } from "./curl-sample";
import { pythonSample } from "./python-sample";
import { sampleRequest } from "./sample-request";
import { typescriptSample } from "./typescript-sample";

/** Languages of the samples, as the documentation offers them. */
export const SAMPLE_LANGUAGES = ["curl", "typescript", "python"] as const;
export type SampleLanguage = (typeof SAMPLE_LANGUAGES)[number];

const WRITERS = { curl: curlSample, typescript: typescriptSample, python: pythonSample };

/**
 * A program that asks for an operation, complete as it stands: it takes the key from the environment variable
 * NAMEPLATE_KEY. `origin` is where the server is reached.
 */
export function sampleOf(
  operation: AnyOperation,
  language: SampleLanguage,
  world: ExampleWorld,
  origin: string,
): string {
  return WRITERS[language](sampleRequest(operation, world, origin));
}
