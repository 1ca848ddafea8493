"use client";

import { useState } from "react";
import { toast } from "sonner";
import { ApiError, sentenceOf } from "../../api/call-api";
import {
  changeLive,
  type LiveConfig,
  type LiveSource,
  type LiveTest,
  testLive,
} from "../../api/live-sources";
import { nameFor } from "./name-for";
import { paramsIn, secretsIn } from "./placeholders";

/** Everything that can be changed about a live source, until it is saved, and what a test of it told. */
export function useLiveForm(workspace: string, loaded: LiveSource) {
  const [source, setSource] = useState(loaded);
  const [config, setConfig] = useState<LiveConfig>(loaded.config);
  const [secrets, setSecrets] = useState<Readonly<Record<string, string>>>({});
  const [sample, setSample] = useState<Readonly<Record<string, string>>>({});
  const [test, setTest] = useState<LiveTest | null>(null);
  const [error, setError] = useState<ApiError | string>();
  const [busy, setBusy] = useState<"save" | "test" | null>(null);

  const needed = secretsIn(config);
  const params = paramsIn(config);
  const entered: Record<string, string> = {};
  for (const name of needed) {
    const secret = secrets[name];
    if (secret) entered[name] = secret;
  }
  const isChanged =
    Object.keys(entered).length > 0 || JSON.stringify(config) !== JSON.stringify(source.config);

  async function run(what: "save" | "test", task: () => Promise<void>): Promise<void> {
    setBusy(what);
    setError(undefined);
    try {
      await task();
    } catch (failure) {
      setError(failure instanceof ApiError ? failure : sentenceOf(failure));
    }
    setBusy(null);
  }

  return {
    source,
    setSource,
    config,
    change: (part: Partial<LiveConfig>) => setConfig((before) => ({ ...before, ...part })),
    secrets,
    setSecret: (name: string, secret: string) => setSecrets((before) => ({ ...before, [name]: secret })),
    needed,
    params,
    sample,
    setSample: (name: string, value: string) => setSample((before) => ({ ...before, [name]: value })),
    test,
    error,
    busy,
    isChanged,
    /** What is wrong with a part of the configuration, by its JSON pointer. */
    faultAt: (path: string) => (error instanceof ApiError ? error.fields[path] : undefined),
    addValue: (pointer: string) =>
      setConfig((before) => ({
        ...before,
        values: { ...before.values, [nameFor(pointer, Object.keys(before.values))]: pointer },
      })),
    save: () =>
      run("save", async () => {
        const saved = await changeLive(workspace, source.id, { config, secrets: entered });
        setSource({ ...saved, name: source.name });
        setConfig(saved.config);
        setSecrets({});
        toast("Saved. Pictures show it within seconds.");
      }),
    ask: () =>
      run("test", async () => {
        const given = Object.fromEntries(params.map((name) => [name, sample[name] ?? ""]));
        setTest(await testLive(workspace, { id: source.id, config, secrets: entered, sample: given }));
      }),
  };
}

export type LiveForm = ReturnType<typeof useLiveForm>;
