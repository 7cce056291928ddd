/** Undoes `encodeURIComponent`. Text that was never encoded comes back as it is: a `%` that starts no sequence stays. */
export function decodeText(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run;
      }
    });
  }
}

/** Undoes the encoding inside `{{…}}` only: the rest of a path is sent as it was written. */
export const decodePlaceholders = (path: string): string =>
  path.replace(/(?:\{\{|%7B%7B)[\s\S]*?(?:\}\}|%7D%7D)/gi, decodeText);
