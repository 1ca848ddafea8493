import { expect, test } from "vitest";
import { findWorkspaces } from "./find-workspaces";

const ALL = [
  { slug: "acme", name: "Acme" },
  { slug: "lodz-studio", name: "Łódź Studio" },
  { slug: "studio-acme", name: "Studio of Acme" },
  { slug: "workspace-1", name: "Щёголева" },
];

test.each([
  ["", ["acme", "lodz-studio", "studio-acme", "workspace-1"]],
  ["lodz", ["lodz-studio"]],
  ["ŁÓDŹ ", ["lodz-studio"]],
  ["acme", ["acme", "studio-acme"]],
  ["studio", ["studio-acme", "lodz-studio"]],
  ["щёг", ["workspace-1"]],
  ["nothing", []],
])("%j finds %j", (text, slugs) => {
  expect(findWorkspaces(ALL, text).map(({ slug }) => slug)).toEqual(slugs);
});
