/** The people API from the page; every refusal is an Error with the server's reason. */

async function call(path, options) {
  const response = await fetch(path, options);
  const body = await response.json();
  if (!response.ok) throw new Error(body.error ?? response.status);
  return body;
}

/** Reads from the sandbox. */
export const read = (path) => call(path);

/** Sends JSON to the sandbox. */
export const write = (path, body = {}) =>
  call(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

/** Sends a form with files to the sandbox. */
export const upload = (path, form) => call(path, { method: "POST", body: form });
