/** Address of a starter's picture: with the name of who looks at it, and with one of its sample rows. */
export function starterPictureAddress(id: string, { name, row }: { name: string; row?: string }): string {
  const query = new URLSearchParams({ ...(row ? { row } : {}), ...(name ? { name } : {}) });
  return `/api/starters/${id}/picture.png${query.size > 0 ? `?${query}` : ""}`;
}
