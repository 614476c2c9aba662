import { createFileRoute } from "@tanstack/react-router";
import { ModelPage } from "../../../features/settings/model-page.tsx";

export const Route = createFileRoute("/_app/settings/model")({ component: ModelPage });
