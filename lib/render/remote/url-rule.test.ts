import { describe, expect, it } from "vitest";
import { judgeUrl } from "./url-rule";

describe("judgeUrl", () => {
  it("passes ordinary picture addresses", () => {
    const urls = [
      "http://example.com",
      "https://cdn.example.com:443/Ng%E1%BB%85n.png?v=2#top",
      "https://example.com:80/a.png",
      "http://xn--bcher-kva.example/a.jpg",
      "https://notlocalhost.com/a.png",
      "https://local.example.com/internal/a.png",
    ];
    for (const url of urls) expect(judgeUrl(url).refused, url).toBeUndefined();
  });

  it("answers with the host as DNS wants it", () => {
    expect(judgeUrl("http://BÜCHER.example./Łódź.png")).toMatchObject({ hostname: "xn--bcher-kva.example" });
    expect(judgeUrl("http://[2606:4700::1]/")).toMatchObject({ hostname: "2606:4700::1" });
  });

  it("takes the trailing dot off the URL too, for the certificate's sake", () => {
    const verdict = judgeUrl("https://example.com./a.png");
    expect(verdict.refused === undefined && verdict.url.href).toBe("https://example.com/a.png");
  });

  it("refuses in the order length and syntax, scheme, credentials, port, name", () => {
    expect(judgeUrl(`https://example.com/${"a".repeat(2048)}`).refused).toBe("bad_url");
    for (const url of [
      "",
      "picture.png",
      "/etc/passwd",
      "//example.com/a.png",
      "https://",
      "http://[::1",
      "{{url}}",
    ]) {
      expect(judgeUrl(url).refused, url).toBe("bad_url");
    }
    expect(judgeUrl("ftp://user@localhost:22/").refused).toBe("bad_url");
    expect(judgeUrl("https://ann:secret@localhost:22/").refused).toBe("bad_url");
    expect(judgeUrl("https://localhost:22/").refused).toBe("refused_port");
    for (const name of [
      "localhost",
      "a.b.localhost",
      "printer.local",
      "db.internal",
      "nas.home.arpa",
      "metadata",
    ]) {
      expect(judgeUrl(`https://${name}/`).refused, name).toBe("refused_host");
      expect(judgeUrl(`https://${name.toUpperCase()}./`).refused, name).toBe("refused_host");
    }
  });

  it("lets an operator open local names, but never metadata names", () => {
    expect(judgeUrl("http://minio.local/a.png", true).refused).toBeUndefined();
    expect(judgeUrl("http://minio.local:9000/a.png", true).refused).toBe("refused_port");
    expect(judgeUrl("http://metadata.google.internal/", true).refused).toBe("refused_host");
  });
});
