import { expect, test } from "vitest";
import { API_SCOPE_NAMES } from "@/lib/accounts/keys/api-scopes";
import { ERROR_STATUS } from "@/lib/errors";
import { DOCUMENTED_WORLD } from "../example-world";
import { OPERATIONS } from "../operations";
import { apiReference } from "./api-reference";

const ORIGIN = "https://img.example.com";
const reference = apiReference(DOCUMENTED_WORLD, ORIGIN);
const entries = reference.groups.flatMap(({ operations }) => operations);

test("every operation is told of once, with a scope, an answer and samples", () => {
  expect(entries.map(({ id }) => id).sort()).toEqual(OPERATIONS.map(({ id }) => id).sort());
  for (const { scope, samples, path } of entries) {
    expect(API_SCOPE_NAMES).toContain(scope);
    const [, part] = path.split("/");
    for (const sample of Object.values(samples)) expect(sample).toContain(`${ORIGIN}/api/v1/${part}`);
  }
});

test("every problem that an operation names, and every object that a field is, is explained", () => {
  const codes = reference.problems.map(({ code }) => code);
  for (const { id, problems } of entries) {
    expect([id, problems.length]).not.toEqual([id, 0]);
    for (const { code } of problems) expect(codes).toContain(code);
  }
  for (const { status, advice } of reference.problems) {
    expect([500, ...Object.values(ERROR_STATUS)]).toContain(status);
    expect(advice).not.toBe("");
  }
  const objects = reference.objects.map(({ name }) => name);
  const referred = [
    ...entries.flatMap(({ answer }) => answer.fields),
    ...reference.objects.flatMap(({ fields }) => fields),
  ].flatMap(({ refersTo }) => refersTo ?? []);
  expect(new Set(referred).size).toBeGreaterThan(6);
  for (const name of referred) expect(objects).toContain(name);
});

test("samples name the reader's own things where there are some", () => {
  const own = { ...DOCUMENTED_WORLD, templateId: "tpl_own" };
  const samples = JSON.stringify(apiReference(own, ORIGIN).groups);
  expect(samples).toContain("tpl_own");
  expect(samples).not.toContain(DOCUMENTED_WORLD.templateId);
});

test("what the texts name is there: operations by their ids", () => {
  const ids = OPERATIONS.map(({ id }) => id);
  const named = entries
    .flatMap(({ description }) => [...description.matchAll(/`([a-z]+[A-Z][A-Za-z]+)`/g)])
    .flatMap(([, name]) => name ?? [])
    .filter((name) => /^(get|put|list|create|update|delete|restore|publish)/.test(name));
  expect(named.length).toBeGreaterThan(2);
  for (const name of named) expect(ids).toContain(name);
});
