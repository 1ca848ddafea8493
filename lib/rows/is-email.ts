const ADDRESS =
  /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u;

/** Whether the text is an e-mail address that mail can be sent to, spaces at its ends left aside. */
export function isEmail(text: string): boolean {
  const written = text.trim();
  return written.length <= 254 && written.indexOf("@") <= 64 && ADDRESS.test(written);
}
