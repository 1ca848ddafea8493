import { expect, test } from "vitest";
import { pageLanguage } from "./page-language";

test.each([
  [["Certificate of Completion"], "en-US", "en-US"],
  [["Certificat de réussite"], "fr-FR", "fr-FR"],
  [["Certificate"], "ar-EG", "en"],
  [["شهادة إتمام", "ACME"], "en-US", "ar"],
  [["شهادة إتمام"], "fa-IR", "fa-IR"],
  [["修了証明書", "おめでとうございます"], "en-US", "ja"],
  [["修了証明書 お"], "en-US", "ja"],
  [["结业证书"], "en-US", "zh"],
  [["結業證書"], "zh-TW", "zh-TW"],
  [["수료증"], "en-US", "ko"],
  [["123", "€"], "de-DE", "de-DE"],
  [[], null, null],
  [["Zertifikat"], "not a tag", "en"],
])("%j with %j is %j", (texts, locale, language) => {
  expect(pageLanguage(texts, locale)).toBe(language);
});
