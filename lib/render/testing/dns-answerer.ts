import { createSocket } from "node:dgram";
import { once } from "node:events";
import ipaddr from "ipaddr.js";

export type DnsRecord = { type: "A" | "AAAA"; address: string } | { type: "CNAME"; target: string };

export type DnsAnswerer = {
  /** `address:port`, as a resolver takes it. */
  server: string;
  queries: string[];
  close: () => void;
};

const TYPES = { A: 1, CNAME: 5, AAAA: 28 } as const;

/**
 * A small authoritative DNS server on loopback (RFC 1035, UDP, TTL 0). `answer` gives a name's records;
 * aliases are followed here, so one reply carries the whole chain as a real server's does.
 */
export async function openDnsAnswerer(answer: (name: string) => DnsRecord[]): Promise<DnsAnswerer> {
  const socket = createSocket("udp4");
  const queries: string[] = [];
  socket.on("message", (query, from) => {
    const { name, type, end } = readQuestion(query);
    queries.push(`${name} ${type}`);
    const records = chain(name, type, answer);
    const header = Buffer.alloc(12);
    query.copy(header, 0, 0, 2);
    header.writeUInt16BE(records.length > 0 ? 0x8580 : 0x8583, 2);
    header.writeUInt16BE(1, 4);
    header.writeUInt16BE(records.length, 6);
    socket.send(Buffer.concat([header, query.subarray(12, end), ...records]), from.port, from.address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return { server: `127.0.0.1:${socket.address().port}`, queries, close: () => socket.close() };
}

function chain(name: string, type: number, answer: (name: string) => DnsRecord[]): Buffer[] {
  const out: Buffer[] = [];
  let owner = name;
  for (let step = 0; step < 8; step += 1) {
    const records = answer(owner);
    const alias = records.find((record) => record.type === "CNAME");
    if (alias?.type !== "CNAME") {
      for (const record of records) {
        if (record.type === "CNAME" || TYPES[record.type] !== type) continue;
        out.push(encodeRecord(owner, type, Buffer.from(ipaddr.parse(record.address).toByteArray())));
      }
      return out;
    }
    out.push(encodeRecord(owner, TYPES.CNAME, encodeName(alias.target)));
    owner = alias.target;
  }
  return out;
}

function readQuestion(query: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString("ascii", at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: labels.join(".").toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 };
}

function encodeRecord(owner: string, type: number, data: Buffer): Buffer {
  const fixed = Buffer.alloc(10);
  fixed.writeUInt16BE(type, 0);
  fixed.writeUInt16BE(1, 2);
  fixed.writeUInt16BE(data.length, 8);
  return Buffer.concat([encodeName(owner), fixed, data]);
}

function encodeName(name: string): Buffer {
  const labels = name.split(".").map((label) => Buffer.from([label.length, ...Buffer.from(label)]));
  return Buffer.concat([...labels, Buffer.from([0])]);
}
