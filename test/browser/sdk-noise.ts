/**
 * What Kore.ai's chat window writes into the console by itself. Everything else fails a test.
 *
 * - `it is array`, `its Object`: left-over logging of the webhook channel.
 * - The blocked inline handler is the window's own `onerror` on pictures. Our policy forbids every inline handler, so that
 *   none in a bot's message can run; a picture that does not load stays empty instead of becoming a placeholder.
 * - The carousel's own script looks for its slides a moment after it was drawn, and finds none when the window has drawn
 *   something else by then.
 * - Its picture preview looks for a part of the window that is gone when the window is being opened anew.
 */
export const SDK_NOISE: readonly RegExp[] = [
  /^it is array$/,
  /^its Object$/,
  /^Executing inline event handler violates the following Content Security Policy directive 'script-src 'self' 'unsafe-eval''/,
  /TypeError: Cannot read properties of undefined \(reading 'classList'\)[^]*kore-web-sdk\.js/,
  /TypeError: Cannot set properties of undefined \(setting 'onclick'\)[^]*handleImagePreview[^]*kore-web-sdk\.js/,
];
