import { appointmentBooking } from "./appointment-booking";
import { opinionSurvey } from "./opinion-survey";
import { phoneTree } from "./phone-tree";
import { pizzaOrder } from "./pizza-order";
import type { Template } from "./template";

export type { Template } from "./template";

/** The starting points, in the order in which they are offered. All work without any key. */
export const templates: Template[] = [appointmentBooking, phoneTree, pizzaOrder, opinionSurvey];

/** One of them as it may be stored: a copy of its own. */
export function templateById(id: string): Template | undefined {
  const found = templates.find((template) => template.id === id);
  return found && structuredClone(found);
}
