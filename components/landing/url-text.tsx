/** An image address on one line, with what a merge tag would fill in standing out. */
export function UrlText({ url }: { url: string }) {
  const [base = "", query] = url.split("?");
  const parameters = query?.split("&") ?? [];
  return (
    <code className="min-w-0 flex-1 py-1 max-sm:h-14 max-sm:overflow-y-auto max-sm:break-all sm:overflow-x-auto sm:whitespace-nowrap font-mono text-muted text-xs [scrollbar-width:none]">
      {base}
      {parameters.map((parameter, index) => {
        const at = parameter.indexOf("=") + 1;
        return (
          <span key={parameter.slice(0, at)}>
            {index === 0 ? "?" : "&"}
            {parameter.slice(0, at)}
            <span className="rounded-sm bg-accent-soft px-0.5 text-accent-text">{parameter.slice(at)}</span>
          </span>
        );
      })}
    </code>
  );
}
