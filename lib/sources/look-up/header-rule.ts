/** Names that headers of data APIs have; what steers connections, caches or proxies is none of them. */
const NAMES =
  /^(?:accept|accept-language|authorization|api-?key|x-[a-z0-9-]{1,60}|[a-z][a-z0-9-]{0,50}-(?:key|token|version|id))$/;
const REFUSED =
  /^(?:x-(?:forwarded-.*|real-ip|client-ip|render-depth|http-method.*|method-override|original-.*|rewrite-.*|accel-.*|sendfile.*|amz-.*|aws-.*|google-.*|ms-.*)|(?:sec|proxy)-.*)$/;

/** Whether a header of this name may be sent to a source. */
export function isSendableHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return NAMES.test(lower) && !REFUSED.test(lower);
}

/** Visible characters and spaces: nothing that ends a header. */
export function isHeaderValue(value: string): boolean {
  return /^[\x20-\x7e]*$/.test(value);
}
