/** How the list of campaigns is ordered. */
export type CampaignSort = "updated" | "name";
