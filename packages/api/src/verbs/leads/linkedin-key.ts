/**
 * What makes two profile addresses the same: host and path in lower case, without scheme, `www.` or country
 * subdomain, query, fragment and trailing slash. Undefined for a text that is no web address.
 */
export function linkedinKey(address: string): string | undefined {
  const text = address.trim();
  const url = parseUrl(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (url === undefined || !/^https?:$/.test(url.protocol) || !/^[^.]+(\.[^.]+)+$/.test(url.hostname)) return undefined;
  const host = url.hostname
    .toLowerCase()
    .replace(/^(?:www|m|[a-z]{2})\.(?=linkedin\.com$)/, "")
    .replace(/^www\./, "");
  const path = decodePath(url.pathname)
    .toLowerCase()
    .replaceAll(/\/{2,}/g, "/")
    .replace(/\/$/, "");
  return `${host}${path}`;
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function decodePath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
