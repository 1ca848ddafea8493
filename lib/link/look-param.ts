/** A parameter of addresses behind which somebody only looks at a picture: no recipient's time begins with that. */
const LOOK_PARAM = "_look";

/** The address of a picture as one that is only looked at. */
export function asLook(url: string): string {
  return `${url}${url.includes("?") ? "&" : "?"}${LOOK_PARAM}=1`;
}

/** Whether a raw query says that its picture is only looked at. */
export function isLook(rawQuery: string): boolean {
  return rawQuery.split("&").includes(`${LOOK_PARAM}=1`);
}
