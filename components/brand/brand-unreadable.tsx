/** Stands in place of a kit that another release of this service saved and this one cannot read. */
export function BrandUnreadable() {
  return (
    <main className="mx-auto max-w-3xl px-4 py-4 md:px-8 md:py-6">
      <h1 className="mb-2 flex min-h-8 items-center font-semibold text-lg tracking-tight">Brand</h1>
      <p className="max-w-prose text-muted text-sm" role="status">
        The brand kit was saved by another release of Nameplate, and this one cannot read it. Nothing of it is
        lost: designs keep what they show and go on following it. Reload this page once the update is done.
      </p>
    </main>
  );
}
