/** Our own page: scripts and styles from itself alone, no inline code of either kind. Only the chat window is framed. */
export const pagePolicy = (chatOrigin: string): string =>
  policy({
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'connect-src': "'self'",
    'frame-src': chatOrigin,
    'frame-ancestors': "'none'",
  });

/**
 * The frame with Kore.ai's chat window. Its bundle compiles its own templates with `new Function`, hence `unsafe-eval`, and
 * puts `<style>` elements and `style` attributes into the page, hence inline styles. Inline scripts and handlers stay
 * forbidden, so that markup in a bot's message cannot run; and the frame's origin is not the page's.
 * Pictures may come from the services on this machine and from data.
 */
export const chatPolicy = (pageOrigins: readonly string[], pictureOrigins: readonly string[]): string =>
  policy({
    'script-src': "'self' 'unsafe-eval'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': `'self' data: ${pictureOrigins.join(' ')}`,
    'font-src': "'self' data:",
    'connect-src': "'self'",
    'frame-ancestors': pageOrigins.join(' '),
  });

const policy = (directives: Readonly<Record<string, string>>): string =>
  Object.entries({ 'default-src': "'none'", 'base-uri': "'none'", 'form-action': "'none'", ...directives })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
