import type { CDPSession, Page } from '@playwright/test';
import { z } from 'zod';

const value = z.object({ value: z.unknown().optional() }).optional();
const nodeSchema = z.object({
  nodeId: z.string(),
  ignored: z.boolean(),
  role: value,
  name: value,
  description: value,
  properties: z
    .array(z.object({ name: z.string(), value: z.object({ value: z.unknown().optional() }) }))
    .optional(),
  childIds: z.array(z.string()).optional(),
  parentId: z.string().optional(),
});
const treeSchema = z.object({ nodes: z.array(nodeSchema) });
type Node = z.infer<typeof nodeSchema>;

const words = (part: Node['name']) => (typeof part?.value === 'string' ? part.value.trim() : '');
/** States that a screen reader says with a name. */
const spokenStates = new Set([
  'disabled',
  'selected',
  'checked',
  'expanded',
  'invalid',
  'modal',
  'focused',
]);
/** Boxes without a meaning: what is in them is read, they are not. */
const silent = new Set([
  'none',
  'generic',
  'RootWebArea',
  'InlineTextBox',
  'LineBreak',
  // Chromium's names of a footer that is no landmark, before and since 130.
  'FooterAsNonLandmark',
  'sectionfooter',
  'paragraph',
]);

/** Their name has said what is in them. */
const nameFromContent = new Set(['option', 'button', 'radio', 'heading', 'img']);

function lineOf(node: Node): string {
  if (words(node.role) === 'StaticText') return `\u201c${words(node.name)}\u201d`;
  const states = (node.properties ?? []).flatMap(({ name, value: state }) => {
    if (!spokenStates.has(name)) return [];
    return state.value === true || state.value === 'true' ? [name] : [];
  });
  const description = words(node.description);
  return [
    words(node.role),
    ...(words(node.name) === '' ? [] : [`\u201c${words(node.name)}\u201d`]),
    ...states,
    ...(description === '' ? [] : [`(${description})`]),
  ].join(' ');
}

/**
 * The page as a screen reader walks it: every node of the accessibility tree that has a meaning, in
 * order, with role, name, states and description.
 */
export async function readAloud(page: Page): Promise<string[]> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const { nodes } = treeSchema.parse(await session.send('Accessibility.getFullAXTree'));
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines: string[] = [];
  const walk = (node: Node): void => {
    const role = words(node.role);
    if (!node.ignored && !silent.has(role)) lines.push(lineOf(node));
    if (nameFromContent.has(role)) return;
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child !== undefined) walk(child);
    }
  };
  const root = nodes.find(({ parentId }) => parentId === undefined);
  if (root !== undefined) walk(root);
  return lines;
}
