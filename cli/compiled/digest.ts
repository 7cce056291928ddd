/** The SHA-256 of a text or of bytes. What makes it is loaded then: a command that needs none starts sooner. */
export const digestOf = (content: string | Uint8Array, encoding: 'base64' | 'hex'): string =>
  process.getBuiltinModule('node:crypto').createHash('sha256').update(content).digest(encoding);
