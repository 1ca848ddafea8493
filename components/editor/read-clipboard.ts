import type { Clipped } from "@/lib/editor/actions/action";

const PICTURE = /^image\/(png|jpeg|webp|gif|svg\+xml)$/;

/** What is on the system clipboard now. The browser may ask the person first, and rejects where they say no. */
export async function readClipboard(): Promise<Clipped> {
  // Firefox reads whole items only where it is told to; text is always to be had.
  if (!("read" in navigator.clipboard)) return { text: await readText(), pictures: [] };
  const pictures: File[] = [];
  let text = "";
  for (const item of await navigator.clipboard.read()) {
    if (item.types.includes("text/plain")) text += await (await item.getType("text/plain")).text();
    const type = item.types.find((each) => PICTURE.test(each));
    if (type === undefined) continue;
    pictures.push(new File([await item.getType(type)], fileName(type), { type }));
  }
  return { text, pictures };
}

async function readText(): Promise<string> {
  return navigator.clipboard.readText();
}

function fileName(type: string): string {
  return `pasted-picture.${type.replace("image/", "").replace("+xml", "")}`;
}
