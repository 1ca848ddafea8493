/** Something the editor has to say: repairs made while opening, a command that could not be done. */
export type Notice = {
  readonly id: number;
  readonly kind: "repair" | "error" | "info";
  readonly message: string;
};

/** Notices kept on screen; the oldest give way. */
const NOTICE_LIMIT = 20;

/** Adds a notice at the end. The same message again replaces the one that stands there. */
export function addNotice(notices: readonly Notice[], notice: Omit<Notice, "id">): readonly Notice[] {
  const id = 1 + Math.max(0, ...notices.map((each) => each.id));
  const others = notices.filter(({ kind, message }) => kind !== notice.kind || message !== notice.message);
  return [...others, { id, ...notice }].slice(-NOTICE_LIMIT);
}
