import { decodedText } from '../open-bot';
import { FOLLOW } from '../play';
import type { Frame, NodeHandler, PlayResult, Play } from '../play';
import { noteScriptError, runJobs } from '../scripting';

export const scriptNode: NodeHandler = {
  enter: (play, frame, node, component) =>
    runScript(play, frame, node.nodeId, component.name, 'script', component.script),
};

/** Runs one of a component's scripts. An error in it fails the task (documented); what it prints is not shown. */
export async function runScript(
  play: Play,
  frame: Frame,
  nodeId: string,
  name: string,
  part: string,
  encoded: string | undefined,
): Promise<PlayResult> {
  if (encoded === undefined || encoded === '') return FOLLOW;
  const [result] = await runJobs(play, frame, nodeId, [{ as: 'script', code: decodedText(play.bot, encoded) }]);
  if (result === undefined || result.ok) return FOLLOW;
  noteScriptError(play, frame, nodeId, name, part, result);
  return { next: 'fail', why: `${name}: ${part} failed` };
}
