import { customKey, customPrefix, leadNames, senderNames } from "./names.ts";
import type { Lead } from "./lead.ts";

/** The variable names a campaign knows. */
export interface Catalogue {
  /** Built-in and custom names, in the order to offer them. */
  readonly names: readonly string[];
  readonly known: ReadonlySet<string>;
  /** False while no lead has been seen: a custom name can then neither be confirmed nor refused. */
  readonly complete: boolean;
}

/** What a catalogue is made from: the campaign's leads, names that a caller declares (`availableVarNames`), or both. */
export interface CatalogueSource {
  readonly leads?: readonly Lead[] | undefined;
  readonly names?: readonly string[] | undefined;
}

/** Collect the names of a campaign: the built-in ones, declared ones, and every custom key some lead has. */
export function createCatalogue({ leads = [], names = [] }: CatalogueSource = {}): Catalogue {
  const known = new Set<string>([...leadNames, ...senderNames]);
  for (const name of names) if (customKey(name) !== undefined) known.add(name);
  for (const lead of leads) for (const key in lead.custom_fields ?? {}) known.add(customPrefix + key);
  return { names: [...known], known, complete: leads.length > 0 || names.length > 0 };
}
