export { createOfflineModel } from "./model/create-offline-model.ts";
