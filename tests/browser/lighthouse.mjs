// Lighthouse's marks of five kinds of pages, on its slow phone.
import { CHROMIUM, FLAGS, require, serve } from "./site.mjs";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** The five that most visitors open. */
const KINDS = ["beranda", "fasilitas/_", "fasilitas/_/layanan/_", "fasilitas/_/pengaduan", "berita/_"];
const LEAST = { performance: 99, accessibility: 100, "best-practices": 100, seo: 100 };

export async function lighthouse(folder, kinds, note) {
  const load = (name) => import(pathToFileURL(require.resolve(name)).href);
  const { default: measure } = await load("lighthouse");
  const { launch } = await load("chrome-launcher");
  const server = await serve(folder);
  const chrome = await launch({ chromePath: CHROMIUM, chromeFlags: [...FLAGS, "--headless=new"] });
  const judged = kinds.filter(({ kind }) => KINDS.includes(kind) || kinds.length === 1);
  if (judged.length !== Math.min(KINDS.length, kinds.length)) note("lighthouse", `${judged.length} kinds of pages are there`);
  for (const { path } of judged) {
    // What is made up asks search engines not to list it, and is not blamed for that.
    const isUnlisted = /<meta content=noindex|content="?noindex/.test(readFileSync(join(folder, path), "utf8"));
    const skipAudits = isUnlisted ? ["is-crawlable"] : [];
    const settings = { skipAudits, port: chrome.port, output: "json", logLevel: "error", onlyCategories: Object.keys(LEAST) };
    const look = async () => (await measure(`${server.origin}/${path.replace(/index\.html$/, "")}`, settings)).lhr;
    let lhr = await look();
    // What else the machine does is measured as well; a slow page is slow each time.
    for (let more = 0; more < 2 && lhr.categories.performance.score * 100 < LEAST.performance; more += 1) lhr = await look();
    for (const [id, least] of Object.entries(LEAST)) {
      const { score, auditRefs } = lhr.categories[id];
      const failed = auditRefs.map((ref) => lhr.audits[ref.id]).filter((audit) => audit.score !== null && audit.score < 1);
      const why = failed.map((audit) => `${audit.id} ${audit.displayValue ?? ""}`.trim()).join("; ");
      if (Math.round(score * 100) < least) note(path, `${id} ${Math.round(score * 100)}: ${why}`);
    }
  }
  await chrome.kill();
  server.close();
}
