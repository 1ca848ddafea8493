import { fileError, shownName } from "./file-error";
import { FILE_LIMITS } from "./file-limits";

/** One file of an archive, as its directory describes it. Nothing of it was inflated yet. */
export type ArchiveEntry = {
  name: string;
  method: "stored" | "deflated";
  crc: number;
  /** Bytes of it in the archive, and inflated as the archive says. */
  packed: number;
  inflated: number;
  /** Where its bytes begin in the archive. */
  start: number;
};

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
const LONGEST_COMMENT = 0xffff;
/** What stands in place of a figure that a ZIP64 record holds. */
const IN_ZIP64 = { short: 0xffff, long: 0xffffffff } as const;

const ENCRYPTED = 0x0001 | 0x0040 | 0x2000;
const UNIX = 3;
const FILE_KIND = 0xf000;
const ORDINARY = 0x8000;
const FOLDER = 0x4000;

/**
 * The files a ZIP archive holds, after APPNOTE.TXT 6.3.10, sections 4.3 and 4.4. The directory at its end is believed
 * only where the headers in front of the files say the same, no two files share bytes, and every figure is within the
 * limits. Folders are left out.
 * @throws AppError `invalid` with a sentence
 */
export function archiveDirectory(bytes: Uint8Array): ArchiveEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const { count, at, size } = readEnd(view, end);
  const entries: ArchiveEntry[] = [];
  const names = new Set<string>();
  let next = at;
  let inflated = 0;
  for (let index = 0; index < count; index += 1) {
    if (next + CENTRAL_SIZE > at + size || view.getUint32(next, true) !== CENTRAL) throw damaged();
    const { entry, after } = readCentral(bytes, view, next, at);
    next = after;
    if (entry === null) continue;
    const key = entry.name.toLowerCase();
    if (names.has(key)) throw fileError(`The file holds “${shownName(entry.name)}” twice.`);
    names.add(key);
    inflated += entry.inflated;
    if (inflated > FILE_LIMITS.inflated) throw tooMuch();
    entries.push(entry);
  }
  if (next !== at + size) throw damaged();
  refuseSharedBytes(entries);
  return entries;
}

export function tooMuch(): Error {
  const most = FILE_LIMITS.inflated / 1_000_000;
  return fileError(`What is packed in the file is larger than ${most} MB, the most it may hold.`);
}

const damaged = () =>
  fileError("The file is damaged or was cut off. Export the template again, or download the file once more.");

/** Where the record at the archive's end begins. A comment may follow it, and nothing else. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    if (at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  const beginsAsArchive = view.byteLength >= 4 && view.getUint32(0, true) === LOCAL;
  throw beginsAsArchive
    ? damaged()
    : fileError("This is not a template file. Choose a file that ends in .nameplate.");
}

function readEnd(view: DataView, end: number): { count: number; at: number; size: number } {
  const disk = view.getUint16(end + 4, true);
  const directoryDisk = view.getUint16(end + 6, true);
  const countHere = view.getUint16(end + 8, true);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const at = view.getUint32(end + 16, true);
  if (count === IN_ZIP64.short || size === IN_ZIP64.long || at === IN_ZIP64.long) throw zip64();
  if (disk !== 0 || directoryDisk !== 0 || countHere !== count) throw damaged();
  if (count > FILE_LIMITS.entries) {
    throw fileError(`The file holds ${count} files; a template file has at most ${FILE_LIMITS.entries}.`);
  }
  // Between the directory and its end only the records of ZIP64 could stand.
  if (at + size !== end) throw damaged();
  return { count, at, size };
}

const zip64 = () => fileError("The file is packed as ZIP64, which a template file of this size never is.");

function readCentral(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  directory: number,
): { entry: ArchiveEntry | null; after: number } {
  const flags = view.getUint16(at + 8, true);
  const packed = view.getUint32(at + 20, true);
  const inflated = view.getUint32(at + 24, true);
  const nameLength = view.getUint16(at + 28, true);
  const local = view.getUint32(at + 42, true);
  const after =
    at + CENTRAL_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (after > view.byteLength) throw damaged();
  const name = readName(bytes, at + CENTRAL_SIZE, nameLength);
  if (packed === IN_ZIP64.long || inflated === IN_ZIP64.long || local === IN_ZIP64.long) throw zip64();
  if ((flags & ENCRYPTED) !== 0) {
    throw fileError(`“${shownName(name)}” in the file is encrypted. Choose a file without a password.`);
  }
  refuseSpecial(name, view.getUint16(at + 4, true) >> 8, view.getUint32(at + 38, true) >>> 16);
  if (name.endsWith("/")) return { entry: null, after };
  const method = methodOf(view.getUint16(at + 10, true), name);
  if (method === "stored" && packed !== inflated) throw damaged();
  if (inflated > FILE_LIMITS.inflated) throw tooMuch();
  const start = startOf(bytes, view, { local, directory, name });
  if (start + packed > directory) throw damaged();
  const crc = view.getUint32(at + 16, true);
  return { entry: { name, method, crc, packed, inflated, start }, after };
}

function methodOf(method: number, name: string): ArchiveEntry["method"] {
  if (method === 0) return "stored";
  if (method === 8) return "deflated";
  throw fileError(`“${shownName(name)}” in the file is packed in a way that template files are not.`);
}

/** Links, devices and the like: what is neither an ordinary file nor a folder. */
function refuseSpecial(name: string, madeOn: number, mode: number): void {
  const kind = mode & FILE_KIND;
  if (madeOn !== UNIX || kind === 0 || kind === ORDINARY || kind === FOLDER) return;
  throw fileError(`“${shownName(name)}” in the file is a link to another file, not a file.`);
}

/** Names say what an entry is and are never paths on this machine; those that try to be are refused all the same. */
function readName(bytes: Uint8Array, at: number, length: number): string {
  if (length === 0 || length > FILE_LIMITS.nameBytes) {
    throw fileError(`A name in the file has ${length} letters; it may have 1 to ${FILE_LIMITS.nameBytes}.`);
  }
  const name = new TextDecoder("utf-8").decode(bytes.subarray(at, at + length));
  const leadsElsewhere =
    /[\p{Cc}\\:]/u.test(name) || name.startsWith("/") || name.split("/").some((part) => part === "..");
  if (leadsElsewhere) {
    throw fileError(`A file in it is called “${shownName(name)}”, which would lead outside of it.`);
  }
  return name;
}

/** Where the bytes of an entry begin, once the header in front of them has said the same as the directory. */
function startOf(
  bytes: Uint8Array,
  view: DataView,
  { local, directory, name }: { local: number; directory: number; name: string },
): number {
  if (local + LOCAL_SIZE > directory || view.getUint32(local, true) !== LOCAL) throw damaged();
  if ((view.getUint16(local + 6, true) & ENCRYPTED) !== 0) throw damaged();
  const nameLength = view.getUint16(local + 26, true);
  const nameAt = local + LOCAL_SIZE;
  if (nameLength > FILE_LIMITS.nameBytes || readName(bytes, nameAt, nameLength) !== name) {
    throw fileError(`“${shownName(name)}” has two names in the file.`);
  }
  return nameAt + nameLength + view.getUint16(local + 28, true);
}

function refuseSharedBytes(entries: readonly ArchiveEntry[]): void {
  const inOrder = entries.toSorted((one, other) => one.start - other.start);
  for (const [index, { start, packed, name }] of inOrder.entries()) {
    const next = inOrder[index + 1];
    if (next && start + packed > next.start) {
      throw fileError(`“${shownName(name)}” and “${shownName(next.name)}” share bytes in the file.`);
    }
  }
}
