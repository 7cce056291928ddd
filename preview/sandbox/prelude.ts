/**
 * JavaScript that runs inside the sandbox before the author's script. `begin` builds the globals from one JSON text, the
 * others give what the host reads back. It keeps its own references, so that a script that overwrites a global cannot
 * mislead it. What runs before `begin` runs once for all requests and must not depend on any.
 */
export const PRELUDE = `(function () {
  'use strict';
  var stringify = JSON.stringify, parse = JSON.parse, define = Object.defineProperty, global = globalThis;
  var redefine = Reflect.defineProperty, descriptor = Object.getOwnPropertyDescriptor;
  var input, historyText, printed = [], logs = [], puts = [];
  var hidden = function (target, key, value) {
    define(target, key, { value: value, writable: true, configurable: true, enumerable: false });
  };
  var text = function (value) {
    if (typeof value === 'string') return value;
    if (value !== null && typeof value === 'object') return stringify(value);
    return String(value);
  };
  var scope = function (name, readOnly) {
    var values = input.context.session[name];
    hidden(values, 'get', function (key) {
      return Object.prototype.hasOwnProperty.call(values, key) ? values[key] : undefined;
    });
    if (!readOnly) {
      hidden(values, 'put', function (key, value, minutes) {
        define(values, key, { value: value, writable: true, configurable: true, enumerable: true });
        puts.push(minutes === undefined ? { scope: name, key: String(key) } : { scope: name, key: String(key), minutes: Number(minutes) });
      });
      hidden(values, 'delete', function (key) { delete values[key]; puts.push({ scope: name, key: String(key) }); });
    }
    global[name] = values;
    hidden(input.context, name, values);
  };
  // The history is read when a script looks at it. Until then it can be left out of what the host is told.
  var settle = function (target, value) {
    return redefine(target, 'history', { value: value, writable: true, configurable: true, enumerable: true });
  };
  var history;
  var readHistory = function () {
    if (history === undefined) { history = parse(historyText()); settle(input.context, history); }
    return history;
  };
  var leaveOutHistory = function () {
    var found = global.context === input.context && descriptor(input.context, 'history');
    return Boolean(found) && found.get === readHistory && history === undefined && settle(input.context, null);
  };
  global.print = function () { for (var i = 0; i < arguments.length; i += 1) printed.push(text(arguments[i])); };
  var log = function () {
    if (logs.length < 200) logs.push(Array.prototype.map.call(arguments, text).join(' ').slice(0, 4000));
  };
  // Tags are analytics: nothing reads them back but context.currentTags.
  var tag = function (level) {
    return function (name, value) { log(level + ' tag: ' + text(name) + (value === undefined ? '' : ' = ' + text(value))); };
  };
  global.tags = {
    addMessageLevelTag: tag('message'), addSessionLevelTag: tag('session'), addUserLevelTag: tag('user'),
    removeMessageLevelTag: tag('removed message'), removeSessionLevelTag: tag('removed session'), removeUserLevelTag: tag('removed user')
  };
  var current = function () {
    var known = input.context.currentTags;
    return known && Array.prototype.slice.call(known.tags || []) || [];
  };
  global.contextTags = {
    add: function (name) { if (current().indexOf(name) < 0) input.context.currentTags = { tags: current().concat([name]) }; },
    remove: function (name) { input.context.currentTags = { tags: current().filter(function (one) { return one !== name; }) }; },
    get: function () { return current(); }
  };
  global.koreDebugger = { log: log, info: log, warn: log, error: log, debug: log };
  // Libraries keep what they find of these when they are loaded, which is before any request: so these ask for its values.
  var Real = Date, machine = Real.now, seed = 1;
  var now = function () { return input === undefined || input.now === undefined ? machine() : input.now; };
  var Clock = new Proxy(Real, {
    apply: function () { return new Real(now()).toString(); },
    construct: function (target, args, self) { return Reflect.construct(target, args.length === 0 ? [now()] : args, self === Clock ? target : self); }
  });
  hidden(Real, 'now', now);
  hidden(Real.prototype, 'constructor', Clock);
  hidden(global, 'Date', Clock);
  // The engine's own random numbers would begin alike in every request.
  hidden(Math, 'random', function () { return (seed = seed * 16807 % 2147483647) / 2147483647; });
  return {
    listen: function (text) { historyText = text; },
    begin: function (inputText) {
      input = parse(inputText);
      if (input.lazy)
        define(input.context, 'history', { get: readHistory, set: function (value) { settle(this, value); }, configurable: true, enumerable: true });
      ['EnterpriseContext', 'BotContext', 'UserSession', 'BotUserSession'].forEach(function (name) { scope(name, false); });
      scope('UserContext', true);
      global.context = input.context;
      global.env = input.env;
      global.content = input.content;
      seed = input.seed;
    },
    take: function (value) {
      var out = stringify({ value: value === undefined ? null : value, printed: printed.join(''), logs: logs });
      printed = []; logs = [];
      return out;
    },
    // What was put, on a line of its own; whether the history was left out; the context.
    state: function () {
      var same = leaveOutHistory();
      var out = stringify(global.context);
      if (typeof out !== 'string' || out.charAt(0) !== '{') throw new Error('context is no longer an object');
      return stringify(puts) + '\\n' + (same ? '=' : ' ') + out;
    }
  };
})()`;

/** Loads a library that was written for CommonJS into a global. */
export const asGlobal = (source: string, assign: string): string =>
  `(function () { var module = { exports: {} }, exports = module.exports;\n(function () {${source}\n}).call(globalThis);\n${assign}\n})()`;
