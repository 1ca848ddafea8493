import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { createDocument } from "@/lib/template/create-document";
import { storageFolder } from "../storage";
import { withTestDatabase } from "../testing/database";
import { newPerson, type Person } from "../testing/people";
import { FILE_LIMITS } from "./file-limits";
import { importTemplate } from "./import-template";
import type { Meter } from "./inflate-entry";
import { type BuiltArchive, type BuiltEntry, buildArchive } from "./testing/build-archive";
import {
  BLANK,
  contentOf,
  design,
  json,
  manifest,
  picture,
  plain,
  shows,
  somePicture,
  zeros,
} from "./testing/file-rig";

withTestDatabase();

let reader: Person;
beforeAll(async () => {
  reader = await newPerson("Reader");
});

const nested = (depth: number) => `{"layers":${"[".repeat(depth)}${"]".repeat(depth)}}`;
const built = (entries: BuiltEntry[], lies?: BuiltArchive) => () => buildArchive(entries, lies);

/** Files that are refused as a whole, and a word of the sentence that says why. */
const REFUSED: [string, () => Buffer, RegExp][] = [
  ["a bomb that says how large it is", built([...plain, picture(zeros(70_000_000))]), /larger than 60 MB/],
  ["a bomb in the document", built([manifest(), { ...design(), bytes: zeros(30_000_000) }]), /bytes; it may/],
  [
    "a bomb that lies about its size",
    built([manifest(), { ...design(), bytes: zeros(30_000_000), says: 900 }]),
    /not as long as the file says/,
  ],
  [
    "a bomb by count",
    built([...plain, ...Array.from({ length: 300 }, (_, i) => ({ name: `x/${i}`, bytes: zeros(1) }))]),
    /300|302/,
  ],
  [
    "many pictures that are a bomb together",
    built([
      ...plain,
      ...Array.from({ length: 9 }, (_, i) => ({ ...picture(zeros(8_000_000)), name: `a/${i}` })),
    ]),
    /larger than 60 MB/,
  ],
  ["a name that climbs", built([...plain, { name: "assets/../../etc/passwd", bytes: zeros(1) }]), /outside/],
  ["a name that climbs on Windows", built([...plain, { name: "..\\..\\x.png", bytes: zeros(1) }]), /outside/],
  ["an absolute name", built([...plain, { name: "/etc/cron.d/x", bytes: zeros(1) }]), /outside/],
  ["a drive", built([...plain, { name: "C:/x.png", bytes: zeros(1) }]), /outside/],
  [
    "a symbolic link",
    built([...plain, { ...picture(json("/etc/passwd")), mode: 0o120777 }]),
    /link to another/,
  ],
  ["an entry twice", built([...plain, { ...design(), bytes: json({}) }]), /twice/],
  [
    "a picture twice by its ending",
    built([manifest(), shows(), picture(zeros(9)), picture(zeros(9), "jpg")]),
    /two pictures/,
  ],
  ["an entry twice, in capitals", built([...plain, { ...design(), name: "DOCUMENT.json" }]), /twice/],
  ["a file that was cut off", () => buildArchive(plain).subarray(0, 400), /damaged|cut off/],
  ["a wrong checksum", built([manifest(), { ...design(), crc: 1 }]), /checksum/],
  [
    "a wrong checksum of a picture",
    built([manifest(), shows(), { ...picture(somePicture()), crc: 1 }]),
    /checksum/,
  ],
  ["an encrypted entry", built([manifest(), { ...design(), flags: 1 }]), /encrypted/],
  ["ZIP64 in the end record", built(plain, { directoryAt: 0xffffffff }), /ZIP64/],
  ["ZIP64 in an entry", built([manifest(), { ...design(), says: 0xffffffff }]), /ZIP64/],
  ["ZIP64 records that claim more", built(plain, { between: zeros(76) }), /damaged/],
  ["fewer entries than it says", built(plain, { count: 3 }), /damaged/],
  ["a directory outside of the file", built(plain, { directoryAt: 0x7fffffff }), /damaged/],
  [
    "entries that share bytes",
    built([...plain, { ...design(), name: "document.json2", offset: 0 }]),
    /two names/,
  ],
  ["a method nobody knows", built([manifest(), { ...design(), method: 14 }]), /packed in a way/],
  [
    "bytes that are no deflate",
    built([manifest(), { ...design(), packed: Buffer.from([255, 255, 255]) }]),
    /unpacked/,
  ],
  [
    "something behind the deflated bytes",
    () => {
      const { bytes } = design();
      const honest = buildArchive([manifest(), { name: "document.json", bytes }]);
      expect(honest.byteLength).toBeGreaterThan(0);
      return buildArchive([manifest(), { ...design(), packed: Buffer.concat([deflated(bytes), zeros(40)]) }]);
    },
    /unpacked/,
  ],
  ["not a ZIP", () => Buffer.from("<html>Log in to download</html>"), /not a template file/],
  ["nothing", () => Buffer.alloc(0), /not a template file/],
  ["another archive", built([{ name: "word/document.xml", bytes: zeros(3) }]), /no manifest.json/],
  ["a manifest without a document", built([manifest()]), /no document.json/],
  ["a manifest of something else", built([manifest({ format: "sketch" }), design()]), /says something else/],
  ["a file of the future", built([manifest({ version: 2 }), design()]), /newer release/],
  [
    "a document of the future",
    built([manifest(), design({ ...createDocument(BLANK), schemaVersion: 99 })]),
    /newer release/,
  ],
  ["huge JSON", built([manifest(), design(`{"a":"${"x".repeat(3_000_000)}"}`)]), /bytes; it may/],
  ["deep JSON", built([manifest(), design(nested(100_000))]), /too deep/],
  [
    "a prototype",
    built([manifest(), design('{"schemaVersion":3,"__proto__":{"layers":[]}}')]),
    /not allowed/,
  ],
  ["JSON that is no document", built([manifest(), design("[1,2,3]")]), /cannot be read/],
  [
    "a name of 10,000 letters in the archive",
    built([...plain, { name: "n".repeat(10_000), bytes: zeros(1) }]),
    /letters/,
  ],
];

function deflated(bytes: Uint8Array): Buffer {
  const whole = buildArchive([{ name: "x", bytes }]);
  return whole.subarray(31, 31 + whole.readUInt32LE(18));
}

/** Every file below the storage, half-written ones too. */
const filesInStorage = () =>
  readdirSync(join(storageFolder(), ".."), { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  ).length;

test.each(REFUSED)("refused with a sentence: %s", async (_name, build, sentence) => {
  const before = { ...(await contentOf(reader)), files: filesInStorage() };
  const meter: Meter = { inflated: 0 };
  const upload = { name: "x.nameplate", bytes: build() };
  const refusal = importTemplate(reader.scope, upload, undefined, meter);
  await expect(refusal).rejects.toMatchObject({ code: "invalid", message: expect.stringMatching(sentence) });
  await expect(refusal).rejects.toMatchObject({ message: expect.stringMatching(/ Nothing was imported\.$/) });
  expect(meter.inflated).toBeLessThan(FILE_LIMITS.documentBytes);
  expect({ ...(await contentOf(reader)), files: filesInStorage() }).toEqual(before);
});
