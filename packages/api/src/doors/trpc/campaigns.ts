import {
  CampaignRef,
  CreateCampaignInput,
  ListCampaignsInput,
  RecordStatusInput,
  UpdateCampaignInput,
} from "../../verbs/campaigns/contract.ts";
import { createCampaign } from "../../verbs/campaigns/create-campaign.ts";
import { getCampaign } from "../../verbs/campaigns/get-campaign.ts";
import { listCampaigns } from "../../verbs/campaigns/list-campaigns.ts";
import { recordStatus } from "../../verbs/campaigns/record-status.ts";
import { removeCampaign } from "../../verbs/campaigns/remove-campaign.ts";
import { updateCampaign } from "../../verbs/campaigns/update-campaign.ts";
import { procedure, router } from "./init.ts";

export const campaigns = router({
  list: procedure.input(ListCampaignsInput).query(({ ctx, input }) => listCampaigns(ctx.verb, input)),
  get: procedure.input(CampaignRef).query(({ ctx, input }) => getCampaign(ctx.verb, input)),
  create: procedure.input(CreateCampaignInput).mutation(({ ctx, input }) => createCampaign(ctx.verb, input)),
  update: procedure.input(UpdateCampaignInput).mutation(({ ctx, input }) => updateCampaign(ctx.verb, input)),
  recordStatus: procedure.input(RecordStatusInput).mutation(({ ctx, input }) => recordStatus(ctx.verb, input)),
  remove: procedure.input(CampaignRef).mutation(({ ctx, input }) => removeCampaign(ctx.verb, input)),
});
