/** The sandbox's control routes of a platform. */
export function api(platform) {
  const base = `/_sandbox/${platform}`;

  async function call(method, path, body, signal) {
    const response = await fetch(base + path, {
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

  return {
    phones: (after, customer, waitMs, signal) =>
      call("GET", `/phones?after=${after}&waitMs=${waitMs}&customer=${encodeURIComponent(customer ?? "")}`, null, signal),
    channels: () => call("GET", "/channels"),
    addCustomer: (customer) => call("POST", "/customers", customer),
    say: (id, message) => call("POST", `/customers/${id}/messages`, message),
    doTo: (id, what, body) => call("POST", `/customers/${id}/${what}`, body),
    contentUrl: (id) => `${base}/contents/${id}`,

    /** The latest webhooks and calls together, newest first. */
    async wire(last) {
      const [hooks, calls] = await Promise.all([
        call("GET", `/deliveries?last=${last}`),
        call("GET", `/calls?last=${last}`),
      ]);
      return [
        ...hooks.items.map((item) => ({ ...item, kind: "webhook" })),
        ...calls.items.map((item) => ({ ...item, kind: "call" })),
      ].sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, last);
    },
  };
}
