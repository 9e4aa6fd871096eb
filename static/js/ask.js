// Talks JSON with our own server. A lost sign-in is announced as "nianbao:signed-out".

const OUTLIVES = 60000; // bytes; of all such requests together browsers take 64 KiB
const FIELD = 'input[name="csrfmiddlewaretoken"]';

// Whose page this is: another person may sign in beside it, and must not be taken for him.
const session = document.querySelector("[data-session]");
const owner = session ? encodeURIComponent(session.dataset.user) : "";

export function token() {
  const field = document.querySelector(FIELD);
  return field ? field.value : "";
}

// After a new sign-in every form in the page needs the new token.
export function replaceToken(fresh) {
  for (const field of document.querySelectorAll(FIELD)) field.value = fresh;
}

// Sends and resolves to {status, data}; data is null where the answer is no JSON. A network
// failure rejects. body: FormData, or anything JSON can say. background: no person's doing.
// quiet: others will announce that the sign-in is lost. keepalive: outlives the page, unless it is more
// than browsers take for that. patience: ms until an unanswered request counts as failed; 0 for ever.
export async function ask(url, { method = "GET", body, background = false, quiet = false, keepalive = false, patience = 0 } = {}) {
  const headers = { Accept: "application/json" };
  if (background) headers["X-Background"] = "1";
  if (owner) headers["X-Page-Of"] = owner;
  if (method !== "GET") headers["X-CSRFToken"] = token();
  const raw = body === undefined || body instanceof FormData;
  if (!raw) headers["Content-Type"] = "application/json";
  const sent = raw ? body : JSON.stringify(body);
  const patient = new AbortController();
  const timer = patience ? setTimeout(() => patient.abort(), patience) : 0;
  const answer = await fetch(url, {
    method,
    headers,
    body: sent,
    credentials: "same-origin",
    cache: "no-store",
    keepalive: keepalive && (raw || new Blob([sent]).size < OUTLIVES),
    signal: patient.signal,
  });
  const data = await answer.json().catch(() => null);
  clearTimeout(timer);
  if (answer.status === 401 && !quiet) document.dispatchEvent(new CustomEvent("nianbao:signed-out"));
  return { status: answer.status, data };
}
