import type { Field } from "@/lib/template/field";
import { FIELD_KEY } from "@/lib/template/primitives";

/**
 * A small script for web pages: takes the template's fields from the page's own query and adds them to the
 * address of each picture of this link on the page. It sets nothing but `src`, to an address that keeps its
 * origin, path and what it says of the picture itself (size, scale, weight), so that a page's visitor can choose words but no other picture. Running twice changes nothing.
 */
export function websiteScript(linkKey: string, fields: readonly Pick<Field, "key">[]): string {
  const keys = fields.map(({ key }) => key).filter((key) => FIELD_KEY.test(key));
  return `<script>
(function (keys, page) {
  var query = keys
    .filter(function (key) { return page.get(key); })
    .map(function (key) { return key + "=" + encodeURIComponent(page.get(key)); })
    .join("&");
  if (!query) return;
  document.querySelectorAll('img[data-nameplate="${linkKey}"]').forEach(function (img) {
    var parts = img.getAttribute("src").split("?");
    var kept = (parts[1] || "").split("&").filter(function (each) { return each.charAt(0) === "_"; });
    img.src = parts[0] + "?" + kept.concat(query).join("&");
  });
})(${JSON.stringify(keys)}, new URLSearchParams(location.search));
</script>`;
}
