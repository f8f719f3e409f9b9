/** The sandbox's control routes for LINE. */
const BASE = "/_sandbox/line";

async function call(method, path, body, signal) {
  const response = await fetch(BASE + path, {
    method,
    headers: body ? { "content-type": "application/json" } : {},
    body: body ? JSON.stringify(body) : undefined,
    signal,
  });
  const answer = response.status === 204 ? {} : await response.json();
  if (!response.ok) {
    throw new Error(answer.message ?? `the sandbox answered ${response.status}`);
  }
  return answer;
}

export const phones = (after, customer, waitMs, signal) =>
  call("GET", `/phones?after=${after}&waitMs=${waitMs}&customer=${customer ?? ""}`, null, signal);
export const channels = () => call("GET", "/channels");
export const addCustomer = (customer) => call("POST", "/customers", customer);
export const say = (id, message) => call("POST", `/customers/${id}/messages`, message);
export const doTo = (id, what, body) => call("POST", `/customers/${id}/${what}`, body);
export const contentUrl = (messageId) => `${BASE}/contents/${messageId}`;

/** The latest webhooks and calls together, newest first. */
export async function wire(last) {
  const [hooks, calls] = await Promise.all([
    call("GET", `/deliveries?last=${last}`),
    call("GET", `/calls?last=${last}`),
  ]);
  return [
    ...hooks.items.map((item) => ({ ...item, kind: "webhook" })),
    ...calls.items.map((item) => ({ ...item, kind: "call" })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, last);
}
