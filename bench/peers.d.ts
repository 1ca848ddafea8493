/**
 * What is used of the packages that only the benchmark installs, so that types can be checked without them.
 */

declare module "@resvg/resvg-js" {
  export class Resvg {
    constructor(svg: string, options?: { font?: { loadSystemFonts?: boolean } });
    render(): { asPng(): Buffer; readonly pixels: Buffer; readonly width: number; readonly height: number };
  }
}

declare module "@takumi-rs/core" {
  export type Style = Readonly<Record<string, string | number>>;
  export type Node =
    | { type: "container"; style: Style; children: readonly Node[] }
    | { type: "text"; text: string; style: Style }
    | { type: "image"; src: string; width: number; height: number; style: Style };
  export class Renderer {
    registerFont(font: { name: string; data: Uint8Array; weight: number }): Promise<unknown>;
    render(
      node: Node,
      options: {
        width: number;
        height: number;
        format: "png" | "jpeg";
        quality?: number;
        images?: readonly { src: string; data: Uint8Array }[];
      },
    ): Promise<Buffer>;
  }
}

declare module "@napi-rs/canvas" {
  export const GlobalFonts: { register(data: Buffer, name: string): unknown };
  export class Image {
    readonly width: number;
    readonly height: number;
  }
  export function loadImage(bytes: Uint8Array): Promise<Image>;
  export type Context = {
    fillStyle: string;
    strokeStyle: string;
    lineWidth: number;
    font: string;
    textAlign: "left" | "center" | "right";
    textBaseline: "alphabetic";
    direction: "ltr" | "rtl";
    fillRect(x: number, y: number, width: number, height: number): void;
    strokeRect(x: number, y: number, width: number, height: number): void;
    fillText(text: string, x: number, y: number): void;
    measureText(text: string): {
      width: number;
      fontBoundingBoxAscent: number;
      fontBoundingBoxDescent: number;
    };
    drawImage(image: Image, x: number, y: number, width: number, height: number): void;
    beginPath(): void;
    roundRect(x: number, y: number, width: number, height: number, radius: number): void;
    ellipse(x: number, y: number, rx: number, ry: number, turn: number, from: number, to: number): void;
    fill(): void;
    clip(): void;
    save(): void;
    restore(): void;
  };
  export function createCanvas(
    width: number,
    height: number,
  ): {
    getContext(kind: "2d"): Context;
    encode(format: "png"): Promise<Buffer>;
    encode(format: "jpeg", quality: number): Promise<Buffer>;
  };
}

declare module "autocannon" {
  export type Ask = { method?: string; path?: string };
  export type Result = {
    errors: number;
    timeouts: number;
    non2xx: number;
    duration: number;
    requests: { total: number; average: number };
    latency: { p50: number; p99: number };
  };
  export default function autocannon(options: {
    url: string;
    connections: number;
    duration: number;
    timeout?: number;
    requests?: readonly {
      setupRequest?: (request: Ask) => Ask;
      onResponse?: (status: number, body: string, context: object, headers: Record<string, string>) => void;
    }[];
  }): Promise<Result>;
}

declare module "fast-png" {
  export function decode(png: Uint8Array): {
    width: number;
    height: number;
    channels: number;
    data: ArrayLike<number>;
  };
}
