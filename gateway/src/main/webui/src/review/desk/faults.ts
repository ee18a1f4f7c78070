// Faults of a draft, each at a pointer, as something that a person can go to.

import type { ProblemDocument } from '../../api/refused';
import type { PlanContent } from '../../api/plans';

export interface DraftFault {
  detail: string;
  /** The target, or else the work item's key, that it is about; neither if it is the plan itself. */
  target?: string;
  item?: string;
  title?: string;
}

export function faultsOf(problem: ProblemDocument | null, draft: PlanContent | undefined): DraftFault[] {
  return (problem?.errors ?? []).map(({ pointer, detail }) => ({ detail, ...placeOf(pointer, draft) }));
}

/** What lies at /sections/0/items/1/targets/2/unit. */
function placeOf(pointer: string, draft: PlanContent | undefined): Omit<DraftFault, 'detail'> {
  const found = /^\/sections\/(\d+)\/items\/(\d+)(?:\/targets\/(\d+))?/.exec(pointer);
  const item = found && draft?.sections[Number(found[1])]?.items[Number(found[2])];
  if (!item) return {};
  const target = found[3] === undefined ? undefined : item.targets[Number(found[3])];
  return target
    ? { item: item.key, target: target.id, title: target.title }
    : { item: item.key, title: item.title };
}
