/** Words of a document as one plain sentence: without markup, addresses, braces and what stands in brackets of any kind. */
export function plainSentence(written: string, most = 160): string {
  const text = written
    .replace(/```[\s\S]*?```/g, ' ')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\bhttps?:\/\/\S+/g, ' ')
    .replace(/&(?:[a-z]+|#\d+);/gi, ' ')
    .replace(/[`*_#|{}<>$\\~[\]^"]+/g, ' ')
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[\p{C}\s]+/gu, ' ')
    .replace(/\s+([.,;:!?])/g, '$1')
    .trim();
  const first = /^.*?[.!?](?=\s+[A-Z]|$)/.exec(text)?.[0] ?? text;
  return cut(first.replace(/^[-–—:;,.\s]+/, ''), most);
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(' ', most);
  return text.slice(0, end > 20 ? end : most).replace(/[\s,;:–-]+$/, '');
}
