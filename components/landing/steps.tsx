const STEPS = [
  {
    title: "Design",
    text: "Text, photos, shapes and QR codes on a canvas. Write {{first_name}} wherever a name belongs, and see it with real rows of data while you work.",
  },
  {
    title: "Publish",
    text: "Publishing freezes what you see. The link shows exactly that, letter for letter, until you publish again.",
  },
  {
    title: "Paste",
    text: "Choose the tool you send with and copy one URL or ready HTML. Its merge tags are in the right places already.",
  },
] as const;

export function Steps() {
  return (
    <section aria-label="How it works" className="grid gap-8 py-14 md:grid-cols-3 md:py-20">
      {STEPS.map((step, index) => (
        <div key={step.title}>
          <p className="figures mb-2 text-faint text-xs">{index + 1}</p>
          <h2 className="font-semibold text-lg tracking-tight">{step.title}</h2>
          <p className="mt-1.5 text-pretty text-base text-muted">{step.text}</p>
        </div>
      ))}
    </section>
  );
}
