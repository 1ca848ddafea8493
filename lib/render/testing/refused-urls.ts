import { isIP } from "node:net";

/**
 * Addresses that must never be fetched, by what their text alone shows. Those that need a name server, a
 * redirect or a changed environment are in the tests of fetch-remote.
 */
export const REFUSED_URLS: Readonly<Record<string, readonly string[]>> = {
  V1: ["http://127.0.0.1/"],
  V2: ["http://127.1/"],
  V3: ["http://127.0.1/"],
  V4: ["http://0/"],
  V5: ["http://0.0.0.0/"],
  V6: ["http://2130706433/"],
  V7: ["http://0x7f000001/"],
  V8: ["http://0x7f.0.0.1/"],
  V9: ["http://0x7f.1/"],
  V10: ["http://017700000001/"],
  V11: ["http://0177.0.0.1/"],
  V12: ["http://127.000.000.001/"],
  V13: ["http://127.0.0.1./"],
  V14: ["http://localhost/"],
  V15: ["http://localhost./"],
  V16: ["http://LOCALHOST/"],
  V17: ["http://x.localhost/"],
  V18: ["http://[::1]/"],
  V19: ["http://[::]/"],
  V20: ["http://[0:0:0:0:0:0:0:1]/"],
  V21: ["http://[::ffff:127.0.0.1]/"],
  V22: ["http://[::ffff:7f00:1]/"],
  V23: ["http://[::127.0.0.1]/"],
  V24: ["http://[::10.0.0.1]/"],
  V25: ["http://[::ffff:0:127.0.0.1]/"],
  V26: ["http://[64:ff9b::a9fe:a9fe]/"],
  V27: ["http://[64:ff9b:1::a00:1]/"],
  V28: ["http://[2002:7f00:1::]/"],
  V29: ["http://[2002:a9fe:a9fe::]/"],
  V30: ["http://[2001::80ff:fffe]/"],
  V31: ["http://[2001:470:1::5efe:7f00:1]/"],
  V32: ["http://[2600::200:5efe:a00:1]/"],
  V33: ["http://[fc00::1]/"],
  V34: ["http://[fd00:ec2::254]/"],
  V35: ["http://[fe80::1]/"],
  V36: ["http://[fec0::1]/"],
  V37: ["http://[ff02::1]/"],
  V38: ["http://[100::1]/"],
  V39: ["http://10.0.0.1/"],
  V40: ["http://172.16.0.1/", "http://172.31.255.255/"],
  V41: ["http://192.168.0.1/"],
  V42: ["http://169.254.169.254/latest/meta-data/"],
  V43: ["http://169.254.170.2/"],
  V44: ["http://100.64.0.1/", "http://100.127.255.255/"],
  V45: ["http://100.100.100.200/"],
  V46: ["http://192.0.0.192/"],
  V47: ["http://168.63.129.16/"],
  V48: ["http://198.18.0.1/"],
  V49: ["http://224.0.0.1/", "http://240.0.0.1/", "http://255.255.255.255/"],
  V50: ["http://metadata.google.internal/", "http://metadata.google.internal./", "http://metadata/"],
  V51: ["http://example.com@127.0.0.1/", "http://8.8.8.8:80@127.0.0.1/"],
  V52: ["http://127.0.0.1#@example.com/", "http://127.0.0.1\\@example.com/"],
  V53: ["http:/127.0.0.1/", "http:127.0.0.1/", "http:\\127.0.0.1/", "ht\ttp://127.0.0.1/"],
  V54: ["http://127。0。0。1/"],
  V55: ["http://①②⑦.⓪.⓪.①/", "http://１２７.0.0.1/"],
  V56: ["http://ⓛocalhost/"],
  V57: ["http://%31%32%37.0.0.1/"],
  V58: [
    "//127.0.0.1/",
    " http://127.0.0.1",
    "http://127.0.0.1 ",
    "\r\nhttp://127.0.0.1/\r\n",
    "http://127.0\r\n.0.1/",
    "\0http://127.0.0.1/",
    "http://127.0.0.1\0/",
    "http://127.0.0.1 /",
  ],
  V59: [
    "file:///etc/passwd",
    "ftp://example.com/a.png",
    "gopher://example.com/1",
    "data:image/png;base64,iVBORw0KGgo=",
    "jar:http://example.com/a.jar!/a.png",
    "blob:http://example.com/5a5b",
    "dict://example.com/d:a",
    "ws://example.com/",
    "javascript:alert(1)",
  ],
  V60: [22, 25, 3306, 5432, 6379, 9200, 2375, 11_211].map((port) => `http://pictures.example:${port}/`),
};

/**
 * The names in them, which a test's name server answers with a public address: what keeps these out must be our rule,
 * not that nobody knows them.
 */
export const REFUSED_NAMES: readonly string[] = Object.values(REFUSED_URLS)
  .flat()
  .filter((url) => URL.canParse(url))
  .map((url) => new URL(url).hostname.replace(/^\[|\]$|\.+$/g, ""))
  .filter((host) => host !== "" && isIP(host) === 0);
