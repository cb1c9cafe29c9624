// Pictures of one page of each kind, to be looked at: node screenshots.mjs SITE OUT, where OUT/index.html shows all of them.
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { browser, onePerKind, pool, serve } from "./site.mjs";

const [site, out] = process.argv.slice(2).map((path) => resolve(path));
const WIDTHS = [360, 768, 1280];
const SCHEMES = ["light", "dark"];
/** Longer pages are cut: a picture of more pixels than this is no longer looked at, and Chromium paints it wrong. */
const TALLEST = 12000;

mkdirSync(out, { recursive: true });
const server = await serve(site);
const chromium = await browser();
const kinds = onePerKind(site);
const name = (kind, width, scheme) => `${kind.replaceAll("/", "+")}-${width}-${scheme}.png`;

await pool(kinds, 2, async ({ kind, path }) => {
  const page = await chromium.newPage();
  await page.goto(`${server.origin}/${path}`);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      const height = Math.min(await page.evaluate(() => document.documentElement.scrollHeight), TALLEST);
      const clip = { x: 0, y: 0, width, height };
      await page.screenshot({ path: join(out, name(kind, width, colorScheme)), fullPage: true, clip });
    }
  }
  await page.close();
});
await chromium.close();
server.close();

const picture = (kind, width, scheme) =>
  `<a href="${name(kind, width, scheme)}"><img loading=lazy width=${width / 3} src="${name(kind, width, scheme)}" alt="${width} ${scheme}"></a>`;
const row = ({ kind, path }) =>
  `<h2>${kind}</h2><p>${path}</p><div>${SCHEMES.flatMap((scheme) => WIDTHS.map((width) => picture(kind, width, scheme))).join("\n")}</div>`;
writeFileSync(
  join(out, "index.html"),
  `<!doctype html><meta charset=utf-8><title>Screenshots</title><style>div{display:flex;gap:1em;align-items:start}</style>${kinds.map(row).join("\n")}`,
);
console.log(`${kinds.length * WIDTHS.length * SCHEMES.length} pictures of ${kinds.length} kinds of pages: ${join(out, "index.html")}`);
