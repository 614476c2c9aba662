export function SessionPage(_props: { campaignId: string; nodeId: string; place: object; onPlace: (change: object) => void }) {
  return null;
}
