// A built site as browsers meet it: its pages by kind, a server for its folder, and Debian's Chromium.
import { createServer } from "node:http";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, resolve, sep } from "node:path";
import { gzipSync } from "node:zlib";

/** What `tests/run` installed. */
export const require = createRequire(resolve(process.env.BENING_REFEREES ?? "target/referees", "package.json"));

export const CHROMIUM = process.env.CHROME_PATH ?? "/usr/bin/chromium";
export const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
  "--no-first-run", "--hide-scrollbars",
];

/** Folders of many pages that are alike: what follows in an address is the name of a record. */
const COLLECTIONS = [
  "berita", "fasilitas", "keadaan", "komponen", "layanan", "lembaga", "pemantauan", "pengumuman", "program", "skm", "tahun", "topik",
];

/** All pages below a folder, as paths with slashes, sorted. */
export function pages(folder) {
  const all = readdirSync(folder, { recursive: true }).map((path) => path.split(sep).join("/"));
  return all.filter((path) => path.endsWith(".html")).sort();
}

/** The kind of a page: its path with `_` for the name of each record, whatever its language. */
export function kind(path) {
  const parts = path.replace(/^en\//, "").replace(/(^|\/)index\.html$/, "").split("/");
  const named = parts.map((part, n) => (n > 0 && COLLECTIONS.includes(parts[n - 1]) ? "_" : part));
  return named.join("/") || "beranda";
}

/** One page of each kind, the one with the most to show: [{kind, path}]. */
export function onePerKind(folder) {
  const best = new Map();
  for (const path of pages(folder)) {
    const size = statSync(join(folder, path)).size;
    const known = best.get(kind(path));
    if (!known || size > known.size) best.set(kind(path), { kind: kind(path), path, size });
  }
  return [...best.values()];
}

const TYPES = {
  html: "text/html; charset=utf-8", css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml", png: "image/png", webp: "image/webp", jpg: "image/jpeg", woff2: "font/woff2",
  xml: "application/xml; charset=utf-8", txt: "text/plain; charset=utf-8", json: "application/json", csv: "text/csv; charset=utf-8",
};
const TEXT = /^text|xml|json/;

/** Serves a folder below `prefix` (such as "/a/b") on a port that the system chooses: {origin, close}. */
export async function serve(folder, prefix = "", more = {}) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    const inside = path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : null;
    const file = inside === null ? null : join(folder, inside.replace(/(^|\/)$/, "$1index.html"));
    if (!file || relative(folder, file).startsWith("..") || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404, { "content-type": "text/plain" }).end("404");
      return;
    }
    const type = TYPES[file.split(".").pop()] ?? "application/octet-stream";
    const headers = { "content-type": type, "cache-control": "max-age=31536000, immutable", ...more };
    const bytes = readFileSync(file);
    if (!TEXT.test(type)) response.writeHead(200, headers).end(bytes);
    else response.writeHead(200, { ...headers, "content-encoding": "gzip", vary: "accept-encoding" }).end(gzipSync(bytes));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${server.address().port}${prefix}`, close: stop };
}

/** The one browser of a run. */
export function browser() {
  const { chromium } = require("playwright-core");
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/** Does `work` with each thing, so many at once. */
export async function pool(things, width, work) {
  const queue = [...things];
  const lane = async () => {
    for (let thing = queue.shift(); thing !== undefined; thing = queue.shift()) await work(thing);
  };
  await Promise.all(Array.from({ length: width }, lane));
}
