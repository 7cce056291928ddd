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

/** Whether a text that was drawn reads as what was meant: whole, or cut, with an ellipsis wherever something is left out. */
export function readsAs(drawn: string, meant: string): boolean {
  const [seen, whole] = [folded(drawn), folded(meant)];
  if (seen === whole) return true;
  const pieces = seen.split('…');
  const last = pieces.pop() ?? '';
  if (pieces.length === 0 || seen.length < 5) return false;
  let at = 0;
  for (const [i, piece] of pieces.entries()) {
    const found = whole.indexOf(piece, at);
    if (found < 0 || (i === 0 && found > 0)) return false;
    at = found + piece.length;
  }
  return whole.slice(at).endsWith(last);
}
