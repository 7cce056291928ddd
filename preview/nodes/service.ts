import type { Component } from '../../kore/format';
import { noResponse, SERVICE_TIMEOUT_S } from '../inferred';
import { maskBody, maskHeaders, maskText, maskValue } from '../mask';
import { FOLLOW, note } from '../play';
import type { Frame, NodeHandler, PlayResult, Play, PlayedNode } from '../play';
import { setContext } from '../scripting';
import type { HttpResult } from '../transport';
import type { ServiceCall } from '../turn';
import { askTable, isDataTable } from './data-table';
import { runScript } from './script';
import { buildRequest } from './service-request';
import type { Filled } from './service-request';

/**
 * Calls an HTTP service: pre-processor, request, answer under `context.<component>.response`, post-processor. Any status is
 * an answer; no answer is a failure of the task unless the node says to go on.
 */
export const serviceNode: NodeHandler = {
  enter: async (play, frame, node, component) => {
    const { nodeId } = node;
    const before = await runScript(play, frame, nodeId, component.name, 'preProcessor', component.preProcessor);
    if (before.next !== 'follow') return before;
    if (isDataTable(component)) {
      await askTable(play, frame, nodeId, component);
      return runScript(play, frame, nodeId, component.name, 'postProcessor', component.postProcessor);
    }
    const request = await buildRequest(play, frame, nodeId, component);
    if (request === undefined) return notPlayable(play, frame, nodeId, component);
    noteAuthorization(play, frame, nodeId, component);
    const result = await call(play, node, component, request);
    if (!result.ok) return withoutAnswer(play, frame, node, component, result.message);
    const { status, headers, body } = result;
    setContext(frame, component.name, { response: { statusCode: status, body: readBody(body), headers } });
    return runScript(play, frame, nodeId, component.name, 'postProcessor', component.postProcessor);
  },
};

async function call(play: Play, node: PlayedNode, component: Component, request: Filled): Promise<HttpResult> {
  const seconds = node.nodeOptions?.serviceAPITimeout ?? component.serviceAPITimeout ?? SERVICE_TIMEOUT_S;
  const started = performance.now();
  const result = await play.transport.send({
    ...request,
    timeoutMs: Math.max(1, Math.round(seconds * 1000 * play.timeoutScale)),
  });
  play.turn.calls.push(record(play, component.name, request, result, performance.now() - started));
  return result;
}

function record(
  { secrets }: Play,
  node: string,
  { method, url, headers, body }: Filled,
  result: HttpResult,
  ms: number,
): ServiceCall {
  return {
    node,
    method,
    url: maskText(url, secrets),
    requestHeaders: maskHeaders(headers, secrets),
    ...(body !== undefined && { requestBody: maskBody(body, secrets) }),
    ...(result.ok
      ? { status: result.status, response: maskValue(readBody(result.body), secrets) }
      : { error: maskText(`${result.kind}: ${result.message}`, secrets) }),
    ms,
  };
}

function withoutAnswer(play: Play, frame: Frame, node: PlayedNode, component: Component, reason: string): PlayResult {
  const message = maskText(reason, play.secrets);
  note(play, frame, node.nodeId, 'service-failed', `${component.name}: ${message}`, { component: component.name });
  const handling = (node.nodeOptions?.['timeOutError'] ?? component.timeOutError) as
    { readonly closeConversation?: boolean } | undefined;
  if (handling?.closeConversation !== false) return { next: 'fail', why: `${component.name} had no answer` };
  setContext(frame, component.name, { response: noResponse(message) });
  return FOLLOW;
}

function notPlayable(play: Play, frame: Frame, nodeId: string, component: Component): PlayResult {
  const kind = String(component['serviceNodeType']);
  note(
    play,
    frame,
    nodeId,
    'not-simulated',
    `${component.name} is a service of type ${kind} without an endpoint; the task ends here`,
  );
  return { next: 'end-task', why: `a service of type ${kind} cannot be played` };
}

/** Credentials that live on the platform are not in an export, so a request that relies on them goes out without. */
function noteAuthorization(play: Play, frame: Frame, nodeId: string, component: Component): void {
  const profile = component.idp !== undefined && component.idp !== 'none' ? component.idp : component['integrationId'];
  if (typeof profile !== 'string') return;
  note(
    play,
    frame,
    nodeId,
    'not-simulated',
    `${component.name}: the platform adds the credentials of "${profile}"; the player sends none`,
  );
}

function readBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
