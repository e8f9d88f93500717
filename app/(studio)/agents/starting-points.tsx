import { FlowPicture } from "@/components/agents/flow-picture";
import { NewAgent } from "@/components/agents/new-agent";
import { flowOutline } from "@/lib/agents/flow-outline";
import { nodeTypes } from "@/lib/flow/nodes/registry";
import { templates } from "@/lib/templates";

const BLANK = { parley: 1, name: "New agent", start: "welcome", nodes: [nodeTypes.talk.create("welcome", { x: 0, y: 0 })] };

/** Templates with their pictures, drawn here so that the browser needs no code for it. */
export function StartingPoints() {
  const pictures = Object.fromEntries(templates.map(({ id, document }) => [id, <FlowPicture key={id} outline={flowOutline(document)} />]));
  return <NewAgent points={templates.map(({ id, name, description, document }) => ({ id, name, description, document }))} pictures={pictures} blank={BLANK} />;
}
