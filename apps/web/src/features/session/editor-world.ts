import type { Campaign, CampaignNode, Lead } from "../../lib/wire.ts";
import type { EditorStores } from "./editor-stores.ts";
import type { Place } from "./place.ts";

/** What the editor was opened with and what its columns share. */
export interface EditorWorld {
  readonly stores: EditorStores;
  readonly campaign: Campaign;
  readonly nodes: readonly CampaignNode[];
  readonly node: CampaignNode;
  readonly leads: readonly Lead[];
  readonly leadTotal: number;
  readonly userId: string;
  readonly model: { readonly name: string; readonly offline: boolean };
  readonly place: Place;
  readonly onPlace: (change: Place) => void;
}
