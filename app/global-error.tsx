"use client";

/** Stands in for the whole page when even its frame failed; it can rely on nothing, styles included. */
export default function GlobalError({ retry }: { error: Error; retry: () => void }) {
  return (
    <html lang="en">
      <body
        style={{
          fontFamily: "system-ui, sans-serif",
          display: "grid",
          placeItems: "center",
          minHeight: "90vh",
        }}
      >
        <main style={{ textAlign: "center" }}>
          <h1 style={{ fontSize: 18 }}>Nameplate did not load</h1>
          <p>Something went wrong on our side; nothing of yours was changed.</p>
          <button type="button" onClick={retry}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
