import { SaxesParser } from "saxes";

/** An element of an SVG document; `source` is the stretch of the document it was read from. */
export type SvgNode = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: SvgNode[];
  source: string;
};

/** Reads an SVG document of our own painter. Throws on what is not well-formed XML with one root. */
export function parseSvg(svg: string): SvgNode {
  const parser = new SaxesParser();
  const open: { node: SvgNode; start: number }[] = [];
  let root: SvgNode | null = null;
  let start = 0;
  parser.on("opentagstart", () => {
    start = svg.lastIndexOf("<", parser.position - 1);
  });
  parser.on("opentag", ({ name, attributes }) => {
    const node: SvgNode = { name, attributes, children: [], source: "" };
    open.at(-1)?.node.children.push(node);
    root ??= node;
    open.push({ node, start });
  });
  parser.on("closetag", () => {
    const closed = open.pop();
    if (closed) closed.node.source = svg.slice(closed.start, parser.position);
  });
  parser.write(svg).close();
  if (root === null) throw new Error("Expected an SVG document, got no element.");
  return root;
}

/** Every element with an id, by its id. */
export function elementsById(root: SvgNode): Map<string, SvgNode> {
  const found = new Map<string, SvgNode>();
  const visit = (node: SvgNode) => {
    if (node.attributes.id !== undefined) found.set(node.attributes.id, node);
    node.children.forEach(visit);
  };
  visit(root);
  return found;
}

/** The id that `url(#id)` names; null for anything else. */
export function referenceOf(value: string | undefined): string | null {
  return /^url\(#([^)]+)\)$/.exec(value ?? "")?.[1] ?? null;
}
