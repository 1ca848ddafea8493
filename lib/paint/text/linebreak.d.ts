declare module "linebreak" {
  /** Walks the break opportunities of UAX 14 in a text; the last one is its end. */
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { position: number; required: boolean } | null;
  }
}
