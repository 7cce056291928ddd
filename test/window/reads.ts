/** What a text is without what nobody sees, and with signs that look alike taken for the plain one. */
export function folded(text: string): string {
  return (
    text
      .replace(/[\u2060\p{Cc}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, '')
      .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
      .replace(/[“”‘’‹›]/g, (sign) => '""\'\'<>'.charAt('“”‘’‹›'.indexOf(sign)))
      // What joins and ends sentences is set around a text, or left out at its ends.
      .replace(/[.,;·|]/g, '')
  );
}

/** Whether a text that was drawn reads as what was meant: whole, or its beginning and an ellipsis. */
export function readsAs(drawn: string, meant: string): boolean {
  const [seen, whole] = [folded(drawn), folded(meant)];
  if (seen === whole) return true;
  return drawn.trimEnd().endsWith('…') && seen.length >= 5 && whole.startsWith(seen.slice(0, -1));
}
