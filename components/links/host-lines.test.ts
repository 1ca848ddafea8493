import { expect, test } from "vitest";
import { hostLines, hostProblem } from "./host-lines";

test("hosts stand one a line, and blank lines are none", () => {
  expect(hostLines("\n images.example.com \n\n*.cdn.example, b.example\n")).toEqual([
    { host: "images.example.com", line: 2 },
    { host: "*.cdn.example", line: 4 },
    { host: "b.example", line: 4 },
  ]);
});

test("what is wrong with a host is said of the line it stands on", () => {
  const text = "a.example\n\n*.com";
  expect(hostProblem(text, { "/hosts/1": "Too wide." }, "/hosts")).toEqual({ line: 3, message: "Too wide." });
  expect(hostProblem(text, { "/hosts": "Too many." }, "/hosts")).toBeUndefined();
});
