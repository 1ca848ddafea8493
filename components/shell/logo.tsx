/** The mark: a plate with a name on it. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={className}>
      <rect x="1" y="4.5" width="22" height="15" rx="4" className="fill-accent" />
      <circle cx="4.6" cy="12" r="1.1" className="fill-on-accent/70" />
      <circle cx="19.4" cy="12" r="1.1" className="fill-on-accent/70" />
      <path
        d="M8.4 15.6V8.4l7.2 7.2V8.4"
        fill="none"
        strokeWidth="1.9"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-on-accent"
      />
    </svg>
  );
}
